// Puts the built player on a page with a pretended kernel. The query says which screen; a script that runs before this
// one may give another conversation in `window.demo`: its entries, its drawings, and its question.
import { FakeModel } from "./model.js";
import { ASSETS, about, debrief, entries, rest, words } from "./sample.js";

/** @import { Lang, Phase } from "../../src/safetystring/player/frontend/types.js" */

const { default: player } = await import(new URL("../../src/safetystring/player/static/player.js", import.meta.url).href);
const query = new URLSearchParams(location.search);
const lang = /** @type {Lang} */ (query.get("lang") ?? "zh");
const phase = /** @type {Phase} */ (query.get("phase") ?? "intro");
const at = Number(query.get("at") ?? 99);
document.body.dataset["jpThemeLight"] = String(query.get("theme") !== "dark");
if (query.get("pace") === "off") localStorage.setItem("safetystring.pace", "off");
else localStorage.removeItem("safetystring.pace");

/** @param {Lang} which */
const load = async (which) => (await import(`../../src/safetystring/player/strings/${which}.json`, { with: { type: "json" } })).default;

/** @param {string} tag @param {string} className @param {string} [text] */
function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const strings = await load(lang);
/** @type {{ entries: any[], assets: Record<string, string>, question: { prompt: string, options: [string, string][] } | null } | undefined} */
const demo = /** @type {any} */ (window).demo;
const resting = ["rest", "review", "debrief"].includes(phase);
const all = demo ? demo.entries : resting ? [...entries(lang), ...rest(lang)] : entries(lang).filter((entry) => entry.seq <= at);
const model = new FakeModel({
  phase,
  lang,
  strings,
  about: about(lang, strings),
  entries: all,
  shown: query.get("pace") === "on" ? 0 : (all.at(-1)?.seq ?? 0),
  rest_from: resting && !demo ? entries(lang).length + 1 : 0,
  marks: demo || (phase === "play" && at < 12) ? {} : { m7: "pressure", m10: "isolation", m14: "money" },
  assets: demo ? demo.assets : ASSETS,
  debrief: phase === "debrief" ? debrief(lang, strings) : {},
  notice: query.has("notice") ? { kind: "unsaved", text: strings.notice_unsaved.replace("{reason}", strings.reason_full) } : {},
});

const box = make("div", "jupyter-widgets widget-box widget-vbox sp-player");
const host = make("div", "jupyter-widgets");
const choices = make("div", "jupyter-widgets widget-box widget-vbox sp-choices");
const prompt = make("div", "jupyter-widgets widget-inline-hbox widget-html sp-prompt");
const buttons = make("div", "jupyter-widgets widget-box widget-vbox sp-buttons");
choices.append(prompt, buttons);
box.append(host, choices);
document.body.append(box);

/** @param {string} question @param {[string, string][]} options text and class */
function ask(question, options) {
  prompt.replaceChildren(make("div", "widget-html-content", question));
  buttons.replaceChildren(...options.map(([text, name]) => make("button", `jupyter-widgets jupyter-button widget-button ${name}`, text)));
}

/** @type {Record<string, () => void>} */
const questions = {
  intro: () => ask("", [[strings.start, "sp-go"]]),
  practice: () => ask("", [[strings.practice_go, "sp-go"]]),
  play: () => {
    if (demo) {
      if (demo.question) ask(demo.question.prompt, demo.question.options);
      return;
    }
    const t = words(lang);
    const ring = all.at(-1)?.seq === 2;
    const texts = ring ? ["o1", "o2", "o3"] : ["o4", "o5", "o6"];
    ask(t[ring ? "p1" : "p2"] ?? "", texts.map((id) => [t[id] ?? "", "sp-option"]));
  },
  verdict: () => {
    ask(strings.verdict_prompt, []);
    const group = make("div", "jupyter-widgets widget-inline-hbox widget-toggle-buttons");
    const inner = make("div", "");
    for (const step of [2, 15, 35, 50, 65, 85, 98]) {
      inner.append(make("button", `jupyter-widgets jupyter-button widget-toggle-button${step === 85 ? " mod-active" : ""}`, strings[`verdict_${step}`]));
    }
    group.append(inner);
    buttons.append(group, make("button", "jupyter-button sp-go", strings.verdict_lock));
  },
  rest: () => ask("", [[strings.rest_done, "sp-go"]]),
  review: () => ask("", [[strings.review_done, "sp-go"]]),
  debrief: () => ask("", []),
  skipped: () => ask("", []),
};
questions[phase]?.();

model.kernel = (/** @type {any} */ { type, id, family, lang: to }) => {
  const marks = { ...model.get("marks") };
  if (type === "mark") model.set({ marks: { ...marks, [id]: family } });
  if (type === "unmark") {
    delete marks[id];
    model.set({ marks });
  }
  if (type === "language") location.search = new URLSearchParams({ ...Object.fromEntries(query), lang: to }).toString();
};
Object.assign(window, { model, box });

const context = /** @type {any} */ ({ model, el: host });
player.initialize(context);
player.render(context);
document.documentElement.dataset["ready"] = "";
