// The start page: language, what comes next, the modules, how it has gone so far, and progress in one file.
//
// Links are plain and relative, so that the same page works under JupyterLab, Notebook 7 and Voilà.
import { h } from "./dom.js";
import { save } from "./download.js";
import { lessonText } from "./lesson.js";
import { profileSection } from "./profile.js";
import { takeawayCard } from "./takeaway.js";
import { date } from "./words.js";

/** @import { Download, Lesson, Profile, Strings, Takeaway } from "./types.js" */

/**
 * @typedef {{ title: string, minutes: number, path: string, state: "new" | "begun" | "done" }} Entry
 * @typedef {{ title: string, goals: string[], minutes: number, scenarios: Entry[], lesson?: Lesson | null,
 *   takeaway?: Takeaway | null, again?: string | null }} Module
 * @typedef {{ get: (name: string) => any, set: (name: string, value: unknown) => void, save_changes: () => void,
 *   send: (content: object, callbacks?: object, buffers?: ArrayBuffer[]) => void,
 *   on: (event: string, call: () => void) => void, off: (event: string, call: () => void) => void }} Model
 */

const LANGUAGES = [
  ["zh", "中文"],
  ["en", "English"],
  ["fr", "Français"],
];
/** Bytes of a file that could be one of progress; the kernel looks again. */
const LARGEST = 8_000_000;

/** @param {string} lang */
const htmlLang = (lang) => (lang === "zh" ? "zh-Hans" : lang);

/**
 * @param {string | undefined} text
 * @param {Record<string, string | number>} values
 */
export function fill(text = "", values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * The scenario to go on with: one that was begun, else the first not done, in the order they are met.
 *
 * @param {Module[]} modules
 * @returns {Entry | undefined}
 */
export function nextUp(modules) {
  const open = modules.flatMap((module) => module.scenarios).filter((entry) => entry.state !== "done");
  return open.find((entry) => entry.state === "begun") ?? open[0];
}

/** @param {Model} model */
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
    }),
  );
}

/**
 * Go to a module's lesson, and open it.
 *
 * @param {HTMLElement | null} from
 * @param {string} id
 */
function openLesson(from, id) {
  const lesson = /** @type {HTMLDetailsElement | null} */ (from?.closest(".sh-home")?.querySelector(`[data-lesson="${id}"]`));
  if (!lesson) return;
  lesson.open = true;
  lesson.querySelector("summary")?.focus();
  lesson.scrollIntoView({ block: "start" });
}

/**
 * The one big button; before the first conversation of a module, the lesson beside it.
 *
 * @param {Entry} entry
 * @param {Module | undefined} module
 * @param {string} id
 * @param {Strings} strings
 */
function nextCard(entry, module, id, strings) {
  const lesson = module?.lesson && fresh(module) ? module.lesson : null;
  const read = lesson && h("button", { type: "button", class: "sh-button sh-read", onclick: () => openLesson(read, id) }, fill(strings["lesson_first"], { n: lesson.minutes }));
  return h(
    "section",
    { class: "sh-next" },
    h("p", { class: "sh-next-head" }, strings["next_up"]),
    h("p", { class: "sh-next-title" }, entry.title),
    h("p", { class: "sh-minutes" }, fill(strings["minutes"], { n: entry.minutes })),
    h("a", { href: entry.path, class: "sh-go", "aria-label": `${strings[entry.state]} — ${entry.title}` }, strings[entry.state]),
    read,
  );
}

/**
 * @param {Module} module
 * @returns {boolean} whether none of its conversations was begun
 */
const fresh = (module) => module.scenarios.every((entry) => entry.state === "new");

/**
 * @param {Module} module
 * @param {string} id
 * @param {boolean} open
 * @param {Strings} strings
 */
function lesson(module, id, open, strings) {
  if (!module.lesson) return null;
  return h(
    "details",
    { class: "sh-lesson", "data-lesson": id, open },
    h("summary", {}, h("span", {}, strings["lesson"]), h("span", { class: "sh-minutes" }, fill(strings["minutes"], { n: module.lesson.minutes }))),
    lessonText(module.lesson, module.goals, module.takeaway?.remember ?? [], strings),
  );
}

/**
 * @param {Entry} entry
 * @param {Strings} strings
 */
function card(entry, strings) {
  return h(
    "li",
    { class: `sh-card sh-${entry.state}` },
    h("span", { class: "sh-tick", "aria-hidden": "true" }, entry.state === "done" ? "✓" : ""),
    h("div", { class: "sh-what" }, h("span", { class: "sh-title" }, entry.title), h("span", { class: "sh-minutes" }, fill(strings["minutes"], { n: entry.minutes }))),
    h("a", { href: entry.path, class: "sh-open", "aria-label": `${strings[entry.state]} — ${entry.title}` }, strings[entry.state]),
  );
}

/**
 * @param {number} done
 * @param {number} all
 * @param {Strings} strings
 */
function progress(done, all, strings) {
  const label = fill(strings["progress"], { done, all });
  return h("div", { class: "sh-progress" }, h("progress", { max: all, value: done, "aria-label": label }), h("span", {}, label));
}

/**
 * @param {string | null | undefined} day
 * @param {Strings} strings
 * @returns {HTMLElement | null} a quiet word on when to come back
 */
function reminder(day, strings) {
  if (!day) return null;
  const due = day <= new Date().toISOString().slice(0, 10);
  return h("p", { class: "sh-again" }, due ? strings["again_now"] : fill(strings["again"], { date: date(strings, day) }));
}

/**
 * @param {Module} module
 * @param {string} id
 * @param {boolean} open whether its lesson lies open
 * @param {Strings} strings
 */
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
    module.takeaway && h("details", { class: "sh-takeaway" }, h("summary", {}, strings["card"]), takeawayCard(module.takeaway, strings)),
  );
}

/**
 * @param {Model} model
 * @param {Strings} strings
 */
function keep(model, strings) {
  const said = h("div", { class: "sh-said", role: "status" }, (model.get("said") ?? []).map((/** @type {string} */ line) => h("p", {}, line)));
  const file = h("input", { type: "file", accept: ".zip,application/zip", class: "sp-hidden", tabindex: "-1", "aria-hidden": "true" });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    const large = chosen.size > LARGEST;
    said.replaceChildren(h("p", {}, strings[large ? "restore_large" : "restore_reading"]));
    if (!large) model.send({ type: "restore" }, undefined, [await chosen.arrayBuffer()]);
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
      file,
    ),
    said,
    h("p", { class: "sh-private" }, strings["private"]),
  );
}

/**
 * @param {Model} model
 * @param {HTMLElement} root
 */
export function paint(model, root) {
  /** @type {Strings} */
  const strings = model.get("strings");
  /** @type {Module[]} */
  const modules = model.get("modules");
  const next = nextUp(modules);
  const entries = modules.flatMap((module) => module.scenarios);
  const done = entries.filter((entry) => entry.state === "done").length;
  const current = modules.findIndex((module) => next !== undefined && module.scenarios.includes(next));
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
    ...modules.map((module, place) => section(module, String(place), first ? place === current && fresh(module) : opened.has(String(place)), strings)),
    profileSection(/** @type {Profile | undefined} */ (model.get("profile")), strings),
    keep(model, strings),
  ];
  root.replaceChildren(...parts.filter((part) => part !== null));
  if (hadFocus) /** @type {HTMLElement | null} */ (root.querySelector("input:checked"))?.focus();
}

/** @param {{ model: Model, el: HTMLElement }} context */
function render({ model, el }) {
  const root = h("div", { class: "sh-home" });
  el.append(root);
  const browsers = document.defaultView?.navigator.language.toLowerCase() ?? "";
  const own = LANGUAGES.map(([code]) => code).find((code) => code && browsers.startsWith(code));
  if (!model.get("chosen") && own && own !== model.get("lang")) {
    model.set("lang", own);
    model.save_changes();
  }
  const say = (/** @type {string[]} */ lines) => root.querySelector(".sh-said")?.replaceChildren(...lines.map((line) => h("p", {}, line)));
  const repaint = () => paint(model, root);
  const download = () => {
    /** @type {Download} */
    const file = model.get("download") ?? {};
    if (save(file)) say([fill(model.get("strings").keep_ready, { name: file.name ?? "" })]);
  };
  /** @type {[string, () => void][]} */
  const heard = [
    ["change:modules", repaint],
    ["change:strings", repaint],
    ["change:profile", repaint],
    ["change:said", () => say(model.get("said") ?? [])],
    ["change:download", download],
  ];
  // Coming back from a conversation, by the browser's own way back: what is done has changed meanwhile.
  const back = () => document.visibilityState === "visible" && model.send({ type: "look" });
  document.addEventListener("visibilitychange", back);
  repaint();
  for (const [name, call] of heard) model.on(name, call);
  return () => {
    document.removeEventListener("visibilitychange", back);
    for (const [name, call] of heard) model.off(name, call);
  };
}

export default { render };
