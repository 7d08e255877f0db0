/* Built by `npm run build` from player/frontend. Do not edit. */

// src/safetystring/player/frontend/dom.js
function h(tag2, attrs = {}, ...children) {
  const element = document.createElement(tag2);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === void 0 || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : String(value));
  }
  append(element, ...children);
  return element;
}
function append(element, ...children) {
  for (const child of children.flat()) {
    if (child === null || child === void 0 || child === false || child === "") continue;
    element.append(typeof child === "number" ? String(child) : child);
  }
}
var SVG = "http://www.w3.org/2000/svg";
var drawn = /* @__PURE__ */ new WeakMap();
function svg(viewBox, shapes, className = "sp-icon") {
  const key = `${viewBox}/${className}`;
  let made = drawn.get(shapes)?.get(key);
  if (!made) {
    made = draw(viewBox, shapes, className);
    drawn.set(shapes, (drawn.get(shapes) ?? /* @__PURE__ */ new Map()).set(key, made));
  }
  return (
    /** @type {SVGElement} */
    made.cloneNode(true)
  );
}
function draw(viewBox, shapes, className = "") {
  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("viewBox", viewBox);
  root.setAttribute("aria-hidden", "true");
  root.setAttribute("focusable", "false");
  root.setAttribute("class", className);
  for (const [tag2, attrs] of shapes) {
    const shape = document.createElementNS(SVG, tag2);
    for (const [name, value] of Object.entries(attrs)) shape.setAttribute(name, String(value));
    root.append(shape);
  }
  return root;
}

// src/safetystring/player/frontend/icons.js
var LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.9, "stroke-linecap": "round", "stroke-linejoin": "round" };
var SHAPES = {
  flag: [["path", { d: "M5.5 21V4.2m0 .6c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2", ...LINE }]],
  flagged: [
    ["path", { d: "M5.5 21V4.2", ...LINE }],
    ["path", { d: "M5.5 4.8c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2z", ...LINE, fill: "currentColor" }]
  ],
  back: [["path", { d: "M14.5 4.5 7 12l7.5 7.5", ...LINE, "stroke-width": 2.2 }]],
  more: [
    ["circle", { cx: 5, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 12, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 19, cy: 12, r: 1.9, fill: "currentColor" }]
  ],
  close: [["path", { d: "M6 6l12 12M18 6 6 18", ...LINE, "stroke-width": 2.1 }]],
  skip: [["path", { d: "M5 5.5 12 12l-7 6.5zM13 5.5 20 12l-7 6.5z", ...LINE }]],
  help: [
    ["path", { d: "M12 20.5C6.5 16.6 3.5 13.4 3.5 9.6 3.5 6.9 5.5 5 8 5c1.7 0 3.2.9 4 2.3C12.8 5.9 14.3 5 16 5c2.5 0 4.5 1.9 4.5 4.6 0 3.8-3 7-8.5 10.9z", ...LINE }]
  ],
  phone: [
    ["path", { d: "M7.8 4.5 9.6 8.3 7.8 10c1 2.7 3.5 5.2 6.2 6.2l1.7-1.8 3.8 1.8c.1 2-1.1 3.6-3 3.3C9.6 18.7 5.3 14.4 4.5 7.5c-.3-1.9 1.3-3.1 3.3-3z", ...LINE }]
  ],
  hangup: [
    ["path", { d: "M3.6 14.6c-.9-1.3-.6-3 .6-4C8.5 7.2 15.5 7.2 19.8 10.6c1.2 1 1.5 2.7.6 4l-.4.6-4-1.4-.3-2.6c-2.4-.8-5-.8-7.4 0L8 13.8l-4 1.4z", fill: "currentColor" }]
  ],
  chat: [["path", { d: "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z", ...LINE }]],
  play: [["path", { d: "M8 5.5v13l10.5-6.5z", fill: "currentColor" }]],
  pause: [["path", { d: "M8 5.5v13M16 5.5v13", ...LINE, "stroke-width": 3 }]],
  file: [["path", { d: "M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4", ...LINE }]],
  link: [["path", { d: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1", ...LINE }]],
  transfer: [["path", { d: "M5 9h13l-3.5-3.5M19 15H6l3.5 3.5", ...LINE }]],
  zoom: [["path", { d: "M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5", ...LINE }]],
  check: [["path", { d: "M4.5 12.5 10 18 19.5 6.5", ...LINE, "stroke-width": 2.4 }]],
  late: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }]
  ],
  half: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 3.5a8.5 8.5 0 0 1 0 17z", fill: "currentColor" }]
  ],
  miss: [["circle", { cx: 12, cy: 12, r: 8, ...LINE, "stroke-dasharray": "3.2 3.2" }]],
  info: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 11v5.5M12 7.6v.2", ...LINE, "stroke-width": 2.2 }]
  ],
  clock: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }]
  ],
  download: [["path", { d: "M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M5 19.5h14", ...LINE }]],
  restart: [["path", { d: "M5 12a7.2 7.2 0 1 0 2.3-5.3M5 4v4h4", ...LINE }]],
  quote: [["path", { d: "M5 17c3-1 4-3.5 4-6V7H5v4h3M14 17c3-1 4-3.5 4-6V7h-4v4h3", ...LINE }]],
  globe: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17", ...LINE }]
  ],
  star: [["path", { d: "m12 4 2.5 5.2 5.6.8-4 4 .9 5.7-5-2.7-5 2.7.9-5.7-4-4 5.6-.8z", fill: "currentColor" }]],
  hand: [["path", { d: "M8 12.5V6.2a1.5 1.5 0 0 1 3 0v5-6.7a1.5 1.5 0 0 1 3 0v6.7-5a1.5 1.5 0 0 1 3 0v7.3c0 4-2.2 7-5.6 7-2.9 0-4.4-1.6-5.8-4.2l-1.9-3.6c-.9-1.7 1.4-2.9 2.4-1.5z", ...LINE }]],
  book: [["path", { d: "M5 5.5A2 2 0 0 1 7 3.5h12v14H7a2 2 0 0 0-2 2zM5 19.5a1.5 1.5 0 0 0 1.5 1.5H19v-3.5M9 8h6", ...LINE }]],
  people: [
    ["circle", { cx: 9, cy: 8.5, r: 3.3, ...LINE }],
    ["path", { d: "M3 19.5c0-3.4 2.6-5.5 6-5.5s6 2.1 6 5.5M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.5c2.2.6 3.5 2.4 3.5 5", ...LINE }]
  ],
  report: [["path", { d: "M4 10.5v4l2.5.5 1 4.5h2.3L9 15.5l9 3V5.5l-10 4H5.5A1.5 1.5 0 0 0 4 10.5zM20.5 10v4", ...LINE }]],
  copy: [["path", { d: "M9 9h10.5v11.5H9zM15 9V3.5H4.5V15H9", ...LINE }]],
  voice: [["path", { d: "M5 9.5v5h3.5L13 18.5v-13L8.500 9.500zM16.500 9a4.500 4.500 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11", ...LINE }]],
  print: [["path", { d: "M7 9V3.500h10V9M7 17H4.500V9h15v8H17M7 14h10v6.500H7z", ...LINE }]],
  down: [["path", { d: "M6 9.5 12 15.5l6-6", ...LINE, "stroke-width": 2.2 }]],
  up: [["path", { d: "M6 14.5 12 8.5l6 6", ...LINE, "stroke-width": 2.2 }]],
  video: [["path", { d: "M4 7.5A1.5 1.5 0 0 1 5.5 6h8A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 4 16.5zM15 10.5l5-3v9l-5-3", ...LINE }]],
  sms: [
    ["path", { d: "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z", ...LINE }],
    ["path", { d: "M8.2 10h.1M12 10h.1M15.8 10h.1", ...LINE, "stroke-width": 2.4 }]
  ],
  mail: [["path", { d: "M4 6.5h16v11H4zM4 7l8 6 8-6", ...LINE }]],
  app: [["path", { d: "M7.5 3.5h9A1.5 1.5 0 0 1 18 5v14a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1.5-1.5zM10.5 17.5h3", ...LINE }]],
  bell: [["path", { d: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5h4", ...LINE }]],
  forward: [["path", { d: "M13.5 5.5 19 11l-5.5 5.5M19 11H9.5A4.5 4.5 0 0 0 5 15.5V19", ...LINE, "stroke-width": 2.1 }]],
  signal: [["path", { d: "M5 18.5v-3M10 18.5v-6", ...LINE, "stroke-width": 2.6 }], ["path", { d: "M15 18.5v-9M20 18.5V5.5", ...LINE, "stroke-width": 2.6, opacity: 0.35 }]],
  stop: [["path", { d: "M8.5 3.8h7L20.2 8.5v7l-4.7 4.7h-7L3.8 15.5v-7zM9 9l6 6M15 9l-6 6", ...LINE }]],
  warning: [["path", { d: "M12 4.5 21 19.5H3zM12 10v4.5M12 17v.1", ...LINE, "stroke-width": 2.1 }]],
  rise: [["path", { d: "M12 18.5v-13m-5.5 5.5L12 5.5l5.5 5.5", ...LINE, "stroke-width": 2.4 }]],
  fall: [["path", { d: "M12 5.5v13m-5.5-5.5 5.5 5.5 5.5-5.5", ...LINE, "stroke-width": 2.4 }]],
  "sign-like": [["path", { d: "M8 20V10.5L12 3.8c1.6 0 2.4 1 2.1 2.6L13.5 9.5h4.7c1.3 0 2.1 1.1 1.8 2.4l-1.4 6.2c-.3 1.2-1.2 1.9-2.4 1.9zM4.5 10.5H8V20H4.5z", ...LINE }]],
  "sign-heart": [["path", { d: "M12 20C6.5 16.2 3.5 13 3.5 9.4 3.5 6.8 5.5 5 8 5c1.7 0 3.2.9 4 2.3C12.8 5.9 14.3 5 16 5c2.5 0 4.5 1.8 4.5 4.4 0 3.6-3 6.8-8.5 10.6z", fill: "currentColor" }]],
  "sign-fire": [["path", { d: "M12.5 3c.6 3.6 5.5 6 5.5 11a6 6 0 0 1-12 .3c0-2.4 1.2-4 2.4-5.3.3 1.4 1 2.2 1.9 2.6C10.4 8.8 11 5.5 12.5 3z", fill: "currentColor" }]],
  "sign-clap": [["path", { d: "M7 12.5 4.8 8.9a1.2 1.2 0 0 1 2-1.2l3 4.3M9 10.5 6.9 6.7a1.2 1.2 0 0 1 2.1-1.2l3.4 5.6M12 8.8l-1.3-2.6a1.2 1.2 0 0 1 2.1-1.1l4.4 8c1.5 3-.2 6.4-3.2 7.2-2.3.6-4.5-.3-5.8-2.5L6 14.6M16 4.5l1-1.5M19 6.5l1.6-.8M19.6 10h1.7", ...LINE, "stroke-width": 1.6 }]],
  "sign-laugh": [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M7.5 13.5h9a4.5 4.5 0 0 1-9 0z", fill: "currentColor" }],
    ["path", { d: "m7.5 9.8 1.3-1.2 1.3 1.2M13.9 9.8l1.3-1.2 1.3 1.2", ...LINE, "stroke-width": 1.6 }]
  ],
  arrow: [["path", { d: "M5 12h14m-5.5-5.5L19 12l-5.5 5.5", ...LINE }]]
};
function icon(name, className = "sp-icon") {
  return svg("0 0 24 24", SHAPES[name] ?? [], className);
}

// src/safetystring/player/frontend/words.js
function say(strings, key, blanks = {}) {
  const text = strings[key];
  if (typeof text !== "string") return "";
  return text.replace(/\{(\w+)\}/g, (whole, name) => blanks[name] === void 0 || blanks[name] === null ? whole : String(blanks[name]));
}
function tag(strings) {
  return typeof strings["lang_tag"] === "string" ? strings["lang_tag"] : "zh-CN";
}
function date(strings, iso) {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts.map(Number);
  const when = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day || 1));
  const form = { timeZone: "UTC", year: "numeric", month: "long", ...day ? { day: "numeric" } : {} };
  return new Intl.DateTimeFormat(tag(strings), form).format(when);
}

// src/safetystring/player/frontend/download.js
function bytes(data) {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}
function save(file) {
  if (!file.data || !file.name) return false;
  const url = URL.createObjectURL(new Blob([bytes(file.data)], { type: file.mime || "application/octet-stream" }));
  h("a", { href: url, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 6e4);
  return true;
}

// src/safetystring/player/frontend/lesson.js
function piece(part, strings) {
  return h(
    "li",
    { class: part.flag ? "sh-part sh-part-flag" : "sh-part" },
    h("p", { class: "sh-words" }, part.words),
    h(
      "p",
      { class: "sh-does" },
      h("strong", {}, icon(part.flag ? "flagged" : "check"), h("span", {}, part.flag ?? say(strings, "lesson_harmless"))),
      " ",
      part.does
    )
  );
}
function lessonText(lesson2, goals, remember, strings) {
  return h(
    "div",
    { class: "sh-lesson-text" },
    h("h3", {}, say(strings, "lesson_goals")),
    h("ul", { class: "sh-goals" }, goals.map((goal) => h("li", {}, goal))),
    lesson2.points.map((point) => h("p", {}, point)),
    h("h3", {}, say(strings, "lesson_example")),
    h("p", { class: "sh-sender" }, lesson2.sender),
    h("ol", { class: "sh-parts" }, lesson2.parts.map((part) => piece(part, strings))),
    h("h3", {}, say(strings, "lesson_genuine")),
    h("p", {}, lesson2.genuine),
    remember.length > 0 && [h("h3", {}, say(strings, "takeaway_remember")), h("ol", { class: "sh-remember" }, remember.map((line2) => h("li", {}, line2)))]
  );
}

// src/safetystring/player/frontend/profile.js
var SHARP = [0.5, 1.5, 2.5];
var LEANING = 0.3;
var SCALES = { sharpness: [-0.5, 4], suspicion: [-1.5, 1.5] };
function place(value, [low = 0, high = 1]) {
  return Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * 1e3) / 10;
}
function sharpness(d) {
  return `profile_sharp_${SHARP.filter((from) => d >= from).length}`;
}
function suspicion({ value, low, high }) {
  if (high < 0 && value < -LEANING) return "profile_suspicious";
  if (low > 0 && value > LEANING) return "profile_trusting";
  return "profile_balanced";
}
function gauge(what, found, words, strings) {
  const turned = what === "suspicion" ? { value: -found.value, low: -found.high, high: -found.low } : found;
  const [at, from, to] = [turned.value, turned.low, turned.high].map((value) => place(value, SCALES[what]));
  return h(
    "div",
    { class: "sp-gauge" },
    h("h3", {}, say(strings, `profile_${what}`)),
    h("p", {}, words),
    h(
      "div",
      { class: "sp-gauge-track", "aria-hidden": "true", "data-what": what },
      h("i", { class: "sp-gauge-range", style: `left:${from}%;width:${Math.max(2, (to ?? 0) - (from ?? 0))}%` }),
      h("i", { class: "sp-gauge-dot", style: `left:${at}%` })
    ),
    h("div", { class: "sp-gauge-ends", "aria-hidden": "true" }, h("span", {}, say(strings, `profile_${what}_low`)), h("span", {}, say(strings, `profile_${what}_high`)))
  );
}
function bar({ met, caught, wrongly }, name, strings) {
  return h(
    "li",
    { class: "sp-bar-row" },
    h("span", { class: "sp-bar-name" }, name),
    h("span", { class: "sp-bar-track", "aria-hidden": "true" }, met > 0 && h("i", { style: `width:${caught / met * 100}%` })),
    h(
      "span",
      { class: "sp-bar-words" },
      met > 0 ? say(strings, "profile_caught", { caught, met }) : say(strings, "profile_none_met"),
      wrongly > 0 && h("span", {}, say(strings, "profile_wrongly", { n: wrongly }))
    )
  );
}
function table(title, rows, name, strings) {
  return rows.length > 0 && h("div", { class: "sp-bars" }, h("h3", {}, title), h("ul", {}, rows.map((row) => bar(row, name(row), strings))));
}
function profileSection(profile, strings) {
  if (!profile || !(profile.runs > 0)) return null;
  const { runs, signals, noise, needed, sharpness: d, suspicion: c, trend, families = [], channels = [] } = profile;
  return h(
    "section",
    { class: "sp-section sp-profile" },
    h("h2", {}, say(strings, "profile_title")),
    h("p", {}, say(strings, "profile_lead", { runs, signals, noise })),
    d && c ? h("div", { class: "sp-gauges" }, gauge("sharpness", d, say(strings, sharpness(d.value)), strings), gauge("suspicion", c, say(strings, suspicion(c)), strings)) : h("p", { class: "sp-profile-few" }, say(strings, "profile_few", { needed })),
    d && h("p", { class: "sp-small" }, say(strings, "profile_uncertain")),
    trend && h("p", { class: "sp-profile-trend" }, [say(strings, `profile_sharper_${trend.sharper}`), say(strings, `profile_wary_${trend.suspicious}`)].join(tag(strings).startsWith("zh") ? "" : " ")),
    table(say(strings, "profile_families"), families, (row) => row.name ?? row.id, strings),
    table(say(strings, "profile_channels"), channels, (row) => say(strings, `channel_${row.id}`) || row.id, strings)
  );
}

// src/safetystring/player/frontend/takeaway.js
var PRINT = `
  @page { size: A4; margin: 18mm; }
  body { margin: 0; font: 12pt/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", sans-serif; color: #000; }
  h3 { margin: 0 0 6mm; font-size: 20pt; line-height: 1.25; }
  h4 { margin: 7mm 0 2mm; font-size: 11pt; font-weight: 600; color: #444; }
  ol, ul { padding: 0; margin: 0; list-style: none; }
  .sp-card-remember { counter-reset: line; }
  .sp-card-remember li { padding: 0 0 3mm 11mm; position: relative; font-size: 14pt; counter-increment: line; break-inside: avoid; }
  .sp-card-remember li::before { content: counter(line); position: absolute; left: 0; top: 0.5mm; width: 7mm; height: 7mm; border: 0.5mm solid #000; border-radius: 50%; font-size: 11pt; line-height: 6.4mm; text-align: center; }
  .sp-card-say li { padding: 2.5mm 4mm; margin-bottom: 2.5mm; border-left: 1mm solid #000; font-size: 13pt; break-inside: avoid; }
  .sp-card-dial li { display: flex; gap: 6mm; justify-content: space-between; padding: 2mm 0; border-top: 0.2mm solid #999; break-inside: avoid; }
  .sp-card-number { font-size: 14pt; font-weight: 700; color: #000; text-decoration: none; white-space: nowrap; }
  .sp-small { display: block; font-size: 9pt; color: #444; }
  .sp-card-foot { margin-top: 7mm; font-size: 9pt; color: #444; }
`;
var DIALLABLE = /^\+?[\d\s().-]{2,24}$/;
function line(contact, strings) {
  const checked = [say(strings, "help_checked", { date: date(strings, contact.checked_on) }), contact.certain ? "" : say(strings, "help_uncertain")].filter(Boolean).join(" · ");
  const number = DIALLABLE.test(contact.value) ? h("a", { class: "sp-card-number", href: `tel:${contact.value.replace(/[^\d+]/g, "")}`, translate: "no" }, contact.value) : h("span", { class: "sp-card-number", translate: "no" }, contact.value);
  return h("li", {}, h("span", {}, contact.name, h("span", { class: "sp-small" }, checked)), number);
}
function takeawayCard(takeaway, strings) {
  const card2 = h(
    "div",
    { class: "sp-card-page", lang: tag(strings) },
    h("h3", {}, takeaway.title),
    h("h4", {}, say(strings, "takeaway_remember")),
    h("ol", { class: "sp-card-remember" }, takeaway.remember.map((text) => h("li", {}, text))),
    h("h4", {}, say(strings, "takeaway_say")),
    h("ul", { class: "sp-card-say" }, takeaway.say.map((text) => h("li", {}, text))),
    h("h4", {}, say(strings, "takeaway_dial")),
    h("ul", { class: "sp-card-dial" }, takeaway.dial.map((contact) => line(contact, strings))),
    h("div", { class: "sp-card-foot" }, say(strings, "takeaway_foot"))
  );
  const print = h("button", { type: "button", class: "sp-card-print", onclick: () => printAlone(card2, takeaway.title) }, icon("print"), h("span", {}, say(strings, "takeaway_print")));
  return h("div", { class: "sp-takeaway" }, card2, print);
}
function printAlone(element, title) {
  const frame = h("iframe", { class: "sp-hidden", "aria-hidden": "true", tabindex: "-1", title });
  element.ownerDocument.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) {
    frame.remove();
    return;
  }
  page.documentElement.lang = element.lang;
  page.title = title;
  const style = page.createElement("style");
  style.textContent = PRINT;
  page.head.append(style);
  page.body.append(page.importNode(element, true));
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}

// src/safetystring/player/frontend/home.js
var LANGUAGES = [
  ["zh", "中文"],
  ["en", "English"],
  ["fr", "Français"]
];
var LARGEST = 8e6;
var htmlLang = (lang) => lang === "zh" ? "zh-Hans" : lang;
function fill(text = "", values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? String(values[name]) : whole);
}
function nextUp(modules) {
  const open = modules.flatMap((module) => module.scenarios).filter((entry) => entry.state !== "done");
  return open.find((entry) => entry.state === "begun") ?? open[0];
}
function languages(model) {
  return h(
    "fieldset",
    { class: "sh-languages" },
    h("legend", {}, model.get("strings").language),
    LANGUAGES.map(([code = "", name = ""]) => {
      const input = h("input", { type: "radio", name: "sh-language", value: code });
      input.checked = model.get("lang") === code;
      input.addEventListener("change", () => {
        model.set("lang", code);
        model.save_changes();
      });
      return h("label", { lang: htmlLang(code) }, input, h("span", {}, name));
    })
  );
}
function openLesson(from, id) {
  const lesson2 = (
    /** @type {HTMLDetailsElement | null} */
    from?.closest(".sh-home")?.querySelector(`[data-lesson="${id}"]`)
  );
  if (!lesson2) return;
  lesson2.open = true;
  lesson2.querySelector("summary")?.focus();
  lesson2.scrollIntoView({ block: "start" });
}
function nextCard(entry, module, id, strings) {
  const lesson2 = module?.lesson && fresh(module) ? module.lesson : null;
  const read = lesson2 && h("button", { type: "button", class: "sh-button sh-read", onclick: () => openLesson(read, id) }, fill(strings["lesson_first"], { n: lesson2.minutes }));
  return h(
    "section",
    { class: "sh-next" },
    h("p", { class: "sh-next-head" }, strings["next_up"]),
    h("p", { class: "sh-next-title" }, entry.title),
    h("p", { class: "sh-minutes" }, fill(strings["minutes"], { n: entry.minutes })),
    h("a", { href: entry.path, class: "sh-go", "aria-label": `${strings[entry.state]} — ${entry.title}` }, strings[entry.state]),
    read
  );
}
var fresh = (module) => module.scenarios.every((entry) => entry.state === "new");
function lesson(module, id, open, strings) {
  if (!module.lesson) return null;
  return h(
    "details",
    { class: "sh-lesson", "data-lesson": id, open },
    h("summary", {}, h("span", {}, strings["lesson"]), h("span", { class: "sh-minutes" }, fill(strings["minutes"], { n: module.lesson.minutes }))),
    lessonText(module.lesson, module.goals, module.takeaway?.remember ?? [], strings)
  );
}
function card(entry, strings) {
  return h(
    "li",
    { class: `sh-card sh-${entry.state}` },
    h("span", { class: "sh-tick", "aria-hidden": "true" }, entry.state === "done" ? "✓" : ""),
    h("div", { class: "sh-what" }, h("span", { class: "sh-title" }, entry.title), h("span", { class: "sh-minutes" }, fill(strings["minutes"], { n: entry.minutes }))),
    h("a", { href: entry.path, class: "sh-open", "aria-label": `${strings[entry.state]} — ${entry.title}` }, strings[entry.state])
  );
}
function progress(done, all, strings) {
  const label = fill(strings["progress"], { done, all });
  return h("div", { class: "sh-progress" }, h("progress", { max: all, value: done, "aria-label": label }), h("span", {}, label));
}
function reminder(day, strings) {
  if (!day) return null;
  const due = day <= (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  return h("p", { class: "sh-again" }, due ? strings["again_now"] : fill(strings["again"], { date: date(strings, day) }));
}
function section(module, id, open, strings) {
  const done = module.scenarios.filter((entry) => entry.state === "done").length;
  const whole = done === module.scenarios.length && done > 0;
  return h(
    "section",
    { class: "sh-module" },
    h("h2", {}, module.title, whole && h("span", { class: "sh-badge" }, `✓ ${strings["module_done"]}`)),
    h("p", { class: "sh-minutes" }, fill(strings["minutes"], { n: module.minutes }), !whole && done > 0 && ` · ${fill(strings["progress"], { done, all: module.scenarios.length })}`),
    reminder(module.again, strings),
    lesson(module, id, open, strings),
    whole || module.lesson ? null : [h("p", { class: "sh-goals-head" }, strings["goals"]), h("ul", { class: "sh-goals" }, module.goals.map((goal) => h("li", {}, goal)))],
    h("ol", { class: "sh-cards" }, module.scenarios.map((entry) => card(entry, strings))),
    module.takeaway && h("details", { class: "sh-takeaway" }, h("summary", {}, strings["card"]), takeawayCard(module.takeaway, strings))
  );
}
function keep(model, strings) {
  const said = h("div", { class: "sh-said", role: "status" }, (model.get("said") ?? []).map((line2) => h("p", {}, line2)));
  const file = h("input", { type: "file", accept: ".zip,application/zip", class: "sp-hidden", tabindex: "-1", "aria-hidden": "true" });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    const large = chosen.size > LARGEST;
    said.replaceChildren(h("p", {}, strings[large ? "restore_large" : "restore_reading"]));
    if (!large) model.send({ type: "restore" }, void 0, [await chosen.arrayBuffer()]);
  });
  return h(
    "section",
    { class: "sh-keep" },
    h("h2", {}, strings["keep_title"]),
    h("p", {}, strings["keep_lead"]),
    h(
      "div",
      { class: "sh-pair" },
      h("button", { type: "button", class: "sh-button", onclick: () => model.send({ type: "pack" }) }, strings["keep_download"]),
      h("button", { type: "button", class: "sh-button", onclick: () => file.click() }, strings["keep_restore"]),
      file
    ),
    said,
    h("p", { class: "sh-private" }, strings["private"])
  );
}
function paint(model, root) {
  const strings = model.get("strings");
  const modules = model.get("modules");
  const next = nextUp(modules);
  const entries = modules.flatMap((module) => module.scenarios);
  const done = entries.filter((entry) => entry.state === "done").length;
  const current = modules.findIndex((module) => next !== void 0 && module.scenarios.includes(next));
  const opened = new Set([...root.querySelectorAll("details[open][data-lesson]")].map((one) => one.getAttribute("data-lesson")));
  const first = root.childElementCount === 0;
  const hadFocus = root.contains(document.activeElement);
  root.lang = htmlLang(model.get("lang"));
  const parts = [
    languages(model),
    h("h1", {}, strings["name"]),
    h("p", { class: "sh-lead" }, strings["lead"]),
    h("p", { class: "sh-mixed" }, strings["mixed"]),
    progress(done, entries.length, strings),
    next ? nextCard(next, modules[current], String(current), strings) : h("p", { class: "sh-all-done" }, strings["all_done"]),
    ...modules.map((module, place2) => section(module, String(place2), first ? place2 === current && fresh(module) : opened.has(String(place2)), strings)),
    profileSection(
      /** @type {Profile | undefined} */
      model.get("profile"),
      strings
    ),
    keep(model, strings)
  ];
  root.replaceChildren(...parts.filter((part) => part !== null));
  if (hadFocus) root.querySelector("input:checked")?.focus();
}
function render({ model, el }) {
  const root = h("div", { class: "sh-home" });
  el.append(root);
  const browsers = document.defaultView?.navigator.language.toLowerCase() ?? "";
  const own = LANGUAGES.map(([code]) => code).find((code) => code && browsers.startsWith(code));
  if (!model.get("chosen") && own && own !== model.get("lang")) {
    model.set("lang", own);
    model.save_changes();
  }
  const say2 = (lines) => root.querySelector(".sh-said")?.replaceChildren(...lines.map((line2) => h("p", {}, line2)));
  const repaint = () => paint(model, root);
  const download = () => {
    const file = model.get("download") ?? {};
    if (save(file)) say2([fill(model.get("strings").keep_ready, { name: file.name ?? "" })]);
  };
  const heard = [
    ["change:modules", repaint],
    ["change:strings", repaint],
    ["change:profile", repaint],
    ["change:said", () => say2(model.get("said") ?? [])],
    ["change:download", download]
  ];
  const back = () => document.visibilityState === "visible" && model.send({ type: "look" });
  document.addEventListener("visibilitychange", back);
  repaint();
  for (const [name, call] of heard) model.on(name, call);
  return () => {
    document.removeEventListener("visibilitychange", back);
    for (const [name, call] of heard) model.off(name, call);
  };
}
var home_default = { render };
export {
  home_default as default,
  fill,
  nextUp,
  paint
};
