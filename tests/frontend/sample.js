// A small conversation in three languages, as the kernel would send it. Used by the tests and by harness.html.

/** @import { About, Debrief, Entry, Lang } from "../../src/safetystring/player/frontend/types.js" */

/** @type {Record<Lang, Record<string, string>>} */
const T = {
  zh: {
    title: "一通上午的来电",
    setting: "你叫小林，在里昂读硕士二年级。周三上午十点半，你正在图书馆，手机响了。",
    notes: "这段对话里有人会吓唬你。不想听了，随时可以挂断。",
    desk: "使馆领事部",
    about: "法国 巴黎 · 不在你的通讯录",
    officer: "林警官",
    officerAbout: "对方不在你的通讯录",
    m1: "来电显示",
    m2: "您好，这里是领事部，工号0217。",
    m3: "您有一份国内转来的公文，一直没领，是吧？",
    m4: "九月十二号到的，今天再不领，系统就自动退回了，所以跟您核实一下。",
    m5: "同学，我这边的权限只能看到标题。您先别急，我帮您问问那边值班的同志。",
    m6: "林警官 请求添加你为联系人",
    m7: "小林啊，刚才那位话是重了点。跟你说句实话，我个人是信你的。",
    m8: "我先把材料发你看看，你心里有个数。",
    m9: "文书你收一下",
    caption: "协查文书.jpg(训练样本)",
    alt: "一份伪造的文书，盖有样本水印，称收件人涉嫌洗钱。",
    m10: "这事你先别跟室友、家里说，说了人家也要来做笔录的。",
    link: "案件查询系统",
    site: "请输入身份证号查询本人案件",
    file: "安全会议.apk",
    transfer: "资金清查专用",
    m15: "你看看路上冷不冷，多穿点，别感冒了。",
    m16: "验证码收到了念给我就行，六位。",
    narration: "两小时后。",
    ended: "通话已结束 02:41",
    o1: "接听",
    o2: "不接，自己查使馆官网的总机打过去问",
    o3: "先不接，等它响完",
    p1: "电话正在响。你怎么办？",
    p2: "你怎么回？",
    o4: "好的，那我先不跟室友说，您这边大概要多久？",
    o5: "我明白了，我想先给学校国际处打个电话问一下。",
    o6: "您能把文件发我邮箱吗？我想看清楚了再说。",
  },
  en: {
    title: "A call in the morning",
    setting: "You’re Lin, in the second year of a master’s in Lyon. It’s Wednesday, half past ten, you’re in the library, and your phone rings.",
    notes: "Someone will try to frighten you in this conversation. You can hang up at any time.",
    desk: "Consular section",
    about: "Paris, France · not in your contacts",
    officer: "Officer Lin",
    officerAbout: "Not in your contacts",
    m1: "Caller display",
    m2: "Good morning, consular section, staff number 0217.",
    m3: "There’s an official letter for you from home that was never collected, is that right?",
    m4: "It came on the twelfth of September. If it isn’t collected today the system sends it back, so I’m just checking with you.",
    m5: "I can only see the title from here. Don’t worry yet, let me ask the colleague on duty over there.",
    m6: "Officer Lin wants to add you as a contact",
    m7: "Xiao Lin, she was a bit hard on you just now. To be honest, I believe you.",
    m8: "Let me send you the papers first, so you know where you stand.",
    m9: "Here’s the document",
    caption: "Notice.jpg (training specimen)",
    alt: "A forged notice with a specimen watermark, saying that its addressee is suspected of money laundering.",
    m10: "Don’t mention this to your roommate or family for now. If you do, they’ll have to be questioned too.",
    link: "Case enquiry",
    site: "Enter your identity number to see your own case",
    file: "SafeMeeting.apk",
    transfer: "Funds verification",
    m15: "It’s cold out, put on something warm, don’t catch a chill.",
    m16: "When the code comes just read it to me, six digits.",
    narration: "Two hours later.",
    ended: "Call ended 02:41",
    o1: "Answer",
    o2: "Don’t answer; look up the embassy’s switchboard and call it",
    o3: "Let it ring out for now",
    p1: "The phone is ringing. What do you do?",
    p2: "What do you answer?",
    o4: "All right, I won’t tell my roommate. About how long will it take?",
    o5: "I see. I’d like to call the international office at my university first.",
    o6: "Could you e-mail me the document? I’d like to read it properly first.",
  },
  fr: {
    title: "Un appel dans la matinée",
    setting: "Vous êtes Lin, en deuxième année de master à Lyon. Mercredi, dix heures et demie, vous êtes à la bibliothèque et votre téléphone sonne.",
    notes: "Dans cette conversation, on essaiera de vous faire peur. Vous pouvez raccrocher à tout moment.",
    desk: "Section consulaire",
    about: "Paris, France · pas dans vos contacts",
    officer: "L’officier Lin",
    officerAbout: "Pas dans vos contacts",
    m1: "Numéro affiché",
    m2: "Bonjour, section consulaire, matricule 0217.",
    m3: "Vous avez un courrier officiel venu de Chine que vous n’avez jamais retiré, c’est bien ça ?",
    m4: "Il est arrivé le douze septembre. S’il n’est pas retiré aujourd’hui, le système le renvoie, alors je vérifie avec vous.",
    m5: "D’ici, je ne vois que le titre. Ne vous inquiétez pas, je vais demander au collègue de garde.",
    m6: "L’officier Lin souhaite vous ajouter à ses contacts",
    m7: "Écoute, Xiao Lin, elle a été un peu dure tout à l’heure. Franchement, moi, je te crois.",
    m8: "Je t’envoie d’abord les pièces, que tu saches où tu en es.",
    m9: "Voilà le document",
    caption: "Avis.jpg (spécimen d’exercice)",
    alt: "Un faux avis filigrané « spécimen » qui accuse son destinataire de blanchiment.",
    m10: "N’en parle ni à ta coloc ni à ta famille pour l’instant, sinon on devra les entendre aussi.",
    link: "Consultation du dossier",
    site: "Saisissez votre numéro d’identité pour voir votre dossier",
    file: "ReunionSure.apk",
    transfer: "Vérification des fonds",
    m15: "Il fait froid, couvre-toi bien, va pas attraper mal.",
    m16: "Quand le code arrive, tu me le lis, six chiffres.",
    narration: "Deux heures plus tard.",
    ended: "Appel terminé 02:41",
    o1: "Répondre",
    o2: "Ne pas répondre ; chercher le standard de l’ambassade et l’appeler",
    o3: "Laisser sonner pour l’instant",
    p1: "Le téléphone sonne. Que faites-vous ?",
    p2: "Que répondez-vous ?",
    o4: "D’accord, je n’en parle pas à ma coloc. Ça prendra combien de temps ?",
    o5: "Je comprends. J’aimerais d’abord appeler le service international de mon université.",
    o6: "Vous pourriez m’envoyer le document par mail ? Je voudrais le lire au calme.",
  },
};

/** @param {Lang} lang */
export const words = (lang) => /** @type {Record<string, string>} */ (T[lang]);

const PAPER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 560"><rect width="420" height="560" fill="#faf6ea"/><rect x="14" y="14" width="392" height="532" fill="none" stroke="#7a1a1a" stroke-width="3"/><text x="210" y="90" font-size="34" text-anchor="middle" font-family="serif">NOTICE</text><g stroke="#333" stroke-width="2">${[150, 180, 210, 240, 270, 330, 360, 390].map((y) => `<path d="M60 ${y}H${y % 60 ? 360 : 300}"/>`).join("")}</g><g fill="#c33" opacity=".35" font-size="40" font-family="sans-serif" font-weight="700"><text transform="translate(60 330) rotate(-28)">SPECIMEN 样本</text><text transform="translate(120 500) rotate(-28)">SPECIMEN</text></g></svg>`;

export const ASSETS = { "notice.svg": PAPER };

/** @param {Lang} lang @returns {Entry[]} */
export function entries(lang) {
  const t = words(lang);
  const desk = { name: t["desk"], avatar: "desk" };
  const officer = { name: t["officer"], avatar: "person" };
  /** @type {any[]} */
  const list = [
    { kind: "scene", id: "s01", channel: "ring", about: t["about"], number: "+33 1 99 00 47 10", ...desk },
    { kind: "message", id: "m01", form: "call", side: "in", text: "", markable: true, ...desk },
    { kind: "option", id: "o01", option_kind: "do", text: t["o1"], mine: true },
    { kind: "scene", id: "s02", channel: "call", about: t["about"], number: "+33 1 99 00 47 10", ...desk },
    ...["m2", "m3", "m4", "m5"].map((id) => ({ kind: "message", id, form: "text", side: "in", text: t[id], time: "10:31", markable: true, ...desk })),
    { kind: "message", id: "m05b", form: "system", side: "none", text: t["ended"], markable: false },
    { kind: "scene", id: "s03", channel: "chat", about: t["officerAbout"], number: "", ...officer },
    { kind: "message", id: "m6", form: "system", side: "none", text: t["m6"], markable: false },
    { kind: "message", id: "m7", form: "text", side: "in", text: t["m7"], time: "10:41", markable: true, ...officer },
    { kind: "message", id: "m8", form: "text", side: "in", text: t["m8"], time: "10:41", markable: true, ...officer },
    { kind: "message", id: "m9", form: "document", side: "in", text: t["m9"], time: "10:42", markable: true, attachment: { is: "Document", asset: "notice.svg", caption: t["caption"], alt: t["alt"] }, ...officer },
    { kind: "option", id: "o06", option_kind: "say", text: t["o6"], mine: true },
    { kind: "message", id: "m10", form: "voice", side: "in", text: t["m10"], time: "10:44", markable: true, attachment: { is: "Voice", seconds: 9 }, ...officer },
    { kind: "message", id: "m11", form: "narration", side: "none", text: t["narration"], markable: false },
    { kind: "message", id: "m12", form: "link", side: "in", text: "", time: "12:50", markable: true, attachment: { is: "LinkCard", title: t["link"], url: "https://www.case-enquiry.example/cx/2026", site: t["site"] }, ...officer },
    { kind: "message", id: "m13", form: "file", side: "in", text: "", time: "12:50", markable: true, attachment: { is: "FileCard", name: t["file"], size: "38.4 MB" }, ...officer },
    { kind: "message", id: "m14", form: "transfer", side: "in", text: "", time: "12:51", markable: true, attachment: { is: "Transfer", amount: "28 000,00 €", payee: t["transfer"] }, ...officer },
    { kind: "option", id: "o05", option_kind: "say", text: t["o5"], mine: true },
  ];
  return list.map((entry, index) => ({ seq: index + 1, ...entry }));
}

/** @param {Lang} lang @returns {Entry[]} what the spine still held */
export function rest(lang) {
  const t = words(lang);
  const officer = { name: t["officer"], avatar: "person" };
  /** @type {any[]} */
  const list = [
    { kind: "option", id: "o04", option_kind: "say", text: t["o4"], mine: false },
    { kind: "scene", id: "s05", channel: "chat", about: t["officerAbout"], number: "", ...officer },
    { kind: "message", id: "m15", form: "text", side: "in", text: t["m15"], time: "13:02", markable: true, ...officer },
    { kind: "message", id: "m16", form: "text", side: "in", text: t["m16"], time: "13:05", markable: true, ...officer },
  ];
  const from = entries(lang).length + 1;
  return list.map((entry, index) => ({ seq: from + index, ...entry }));
}

/** @type {Record<Lang, [string, string, string][]>} */
const FAMILIES = {
  zh: [
    ["identity", "身份", "自称的身份无法核实"],
    ["channel", "渠道", "换到私下的联系方式"],
    ["document", "文书", "证件、公文、截图"],
    ["pressure", "施压", "催促、威胁、吓唬"],
    ["isolation", "孤立", "要你保密，别跟人说"],
    ["money", "要钱", "转账、保证金、安全账户"],
    ["investment", "投资", "高收益、内部消息"],
    ["romance", "感情", "很快就亲近起来"],
    ["intimacy", "隐私", "裸照、视频、把柄"],
    ["technology", "技术", "验证码、共享屏幕、装软件"],
  ],
  en: [
    ["identity", "Identity", "Who they say they are can’t be checked"],
    ["channel", "Channel", "Moves you to a private line"],
    ["document", "Paper", "IDs, letters, screenshots"],
    ["pressure", "Pressure", "Hurry, threats, fear"],
    ["isolation", "Isolation", "Keep it secret, tell no one"],
    ["money", "Money", "Transfers, deposits, “safe” accounts"],
    ["investment", "Investment", "High returns, inside tips"],
    ["romance", "Romance", "Close to you very fast"],
    ["intimacy", "Intimacy", "Pictures, video, leverage"],
    ["technology", "Technology", "Codes, screen sharing, apps to install"],
  ],
  fr: [
    ["identity", "Identité", "Impossible de vérifier qui parle"],
    ["channel", "Canal", "On passe à une messagerie privée"],
    ["document", "Document", "Pièces, courriers, captures d’écran"],
    ["pressure", "Pression", "Urgence, menaces, peur"],
    ["isolation", "Isolement", "Le secret, n’en parler à personne"],
    ["money", "Argent", "Virement, caution, compte « sécurisé »"],
    ["investment", "Placement", "Gros gains, tuyaux d’initiés"],
    ["romance", "Sentiments", "Une intimité très rapide"],
    ["intimacy", "Intimité", "Photos, vidéos, moyens de pression"],
    ["technology", "Technique", "Codes, partage d’écran, applications"],
  ],
};

/** @param {Lang} lang @param {any} strings @returns {About} */
export function about(lang, strings) {
  const t = words(lang);
  const help = [
    { id: "a", name: { zh: "学校国际处", en: "University international office", fr: "Service international de l’université" }[lang], purpose: { zh: "白天有人接", en: "By day", fr: "En journée" }[lang], value: "standard.universite.example", hours: "9:00–17:00", checked_on: "2026-11-18", certain: false, urgent: false },
    { id: "b", name: { zh: "报警（法国）", en: "Police (France)", fr: "Police secours" }[lang], purpose: { zh: "正在发生、有危险时", en: "It is happening now, you are in danger", fr: "En cas de danger immédiat" }[lang], value: "17", hours: "24 h / 24", checked_on: "2026-11-20", certain: true, urgent: true },
    { id: "c", name: { zh: "外交部领事保护热线", en: "Consular protection hotline", fr: "Ligne consulaire d’urgence" }[lang], purpose: { zh: "核实使馆来电、求助", en: "To check a call and to get help", fr: "Vérifier un appel, demander de l’aide" }[lang], value: "+86 10 12308", hours: "24 h / 24", checked_on: "2026-11-20", certain: true, urgent: true },
  ];
  return {
    title: t["title"] ?? "",
    setting: t["setting"] ?? "",
    notes: t["notes"] ?? "",
    minutes: 8,
    skippable: true,
    practice: strings.practice,
    families: FAMILIES[lang].map(([id, name, hint]) => ({ id, name, hint })),
    help,
  };
}

/** @param {Lang} lang @param {any} strings @returns {Debrief} */
export function debrief(lang, strings) {
  const t = words(lang);
  const why = { zh: "“今天再不领就退回”“我帮您问问”——本来是他找你，几句话下来，成了你求他。", en: "“Sent back today”, “let me ask”: they called you, and a few lines later you are the one asking.", fr: "« Renvoyé aujourd’hui », « je vais demander » : c’est lui qui vous appelle et, en quelques phrases, c’est vous qui demandez." }[lang];
  const instead = { zh: "使馆不会打电话通知你领公文。", en: "The embassy does not phone to say that a letter is waiting.", fr: "L’ambassade n’appelle pas pour annoncer un courrier." }[lang];
  const line = { zh: "谢谢，我自己查使馆官网上的电话，打过去问。", en: "Thank you, I’ll look up the number on the embassy’s site and call.", fr: "Merci, je cherche le numéro sur le site de l’ambassade et je rappelle." }[lang];
  const source = { zh: "驻法使馆提醒,2022年9月", en: "Notice of the embassy in France, September 2022", fr: "Avis de l’ambassade en France, septembre 2022" }[lang];
  const flag = { zh: "自称官方主动来电", en: "An “official” who calls you", fr: "Un « officiel » qui vous appelle" }[lang];
  /** @type {any[]} */
  const results = ["hit", "late", "wrong_family", "miss"];
  const cues = ["m2", "m4", "m7", "m10"].map((message, index) => ({
    message,
    quote: t[message] ?? "",
    kind: /** @type {const} */ ("cue"),
    result: results[index],
    red_flag: flag,
    family: "identity",
    marked_family: index === 2 ? "pressure" : "identity",
    decisive: index === 3,
    why,
    instead,
    say: line,
    source,
    url: index === 0 ? "https://notice.example/2022" : null,
  }));
  const odd = ["m3", "m8"].map((message, index) => ({ message, quote: t[message] ?? "", kind: /** @type {const} */ ("lookalike"), result: index ? /** @type {const} */ ("correct") : /** @type {const} */ ("false_alarm"), why: instead }));
  return {
    truth: "scam",
    verdict: 85,
    summary: [t["setting"], why].join(lang === "zh" ? "" : " "),
    real: instead,
    first_sign: "m2",
    say: [line, t["o5"] ?? ""],
    do: [instead, line],
    contacts: about(lang, strings).help,
    asked: 28000,
    paid: 0,
    ending: { outcome: "safe", title: t["o5"] ?? "", text: why },
    items: [...cues, ...odd],
    other_marks: [{ message: "m13", quote: t["file"] ?? "" }],
    decisions: [
      { prompt: t["p1"] ?? "", chosen: t["o1"] ?? "", rating: "cautious", consequence: instead, better: t["o2"] ?? "" },
      { prompt: t["p2"] ?? "", chosen: t["o5"] ?? "", rating: "safe", consequence: why, better: null },
    ],
    left_by: null,
    way_out: null,
    moves: { paused: 2, looked_up: true, verified: false, told: true, reported: false },
    noticed: { first: "m2", caught: "m4", later: 2, during: "play" },
    loss_avoided: 1,
    profile: {
      runs: 4,
      signals: 13,
      noise: 35,
      needed: 8,
      sharpness: { value: 1.4, low: 0.5, high: 2.3 },
      suspicion: { value: 0.5, low: 0.05, high: 0.95 },
      trend: { sharper: "up", suspicious: "unclear" },
      families: ["identity", "pressure", "isolation", "money"].map((id, n) => ({ id, name: about(lang, strings).families.find((family) => family.id === id)?.name ?? id, met: [5, 4, 3, 0][n] ?? 0, caught: [4, 2, 3, 0][n] ?? 0, wrongly: [0, 2, 0, 1][n] ?? 0 })),
      channels: [
        { id: "call", met: 8, caught: 6, wrongly: 1 },
        { id: "chat", met: 5, caught: 3, wrongly: 2 },
      ],
    },
    score: { points: 24.5, max: 36, discernment: 0.58 },
    cells: [
      { id: "item-01", points: 2, max: 2, label: flag ?? "" },
      { id: "verdict", points: 1.9, max: 2, label: strings.debrief_title },
    ],
  };
}
