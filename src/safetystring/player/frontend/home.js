// @ts-check
/**
 * The start page: language, modules, what is done and what comes next.
 *
 * Links are plain and relative, so that the same page works under JupyterLab, Notebook 7 and Voilà.
 *
 * @typedef {{title: string, minutes: number, path: string, state: "new" | "begun" | "done"}} Entry
 * @typedef {{title: string, goals: string[], minutes: number, scenarios: Entry[]}} Module
 * @typedef {{get: (name: string) => any, set: (name: string, value: unknown) => void, save_changes: () => void,
 *   on: (event: string, call: () => void) => void, off: (event: string, call: () => void) => void}} Model
 */

const LANGUAGES = [
  ["zh", "中文"],
  ["en", "English"],
  ["fr", "Français"],
];

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} lang */
const htmlLang = (lang) => (lang === "zh" ? "zh-Hans" : lang);

/**
 * @param {string} text
 * @param {Record<string, number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * The first scenario not done, in the order they are met.
 * @param {Module[]} modules
 * @returns {Entry | undefined}
 */
export function nextUp(modules) {
  return modules.flatMap((module) => module.scenarios).find((entry) => entry.state !== "done");
}

/** @param {Model} model */
function languages(model) {
  const group = make("fieldset", { class: "sh-languages" }, make("legend", {}, model.get("strings").language));
  for (const [code, name] of LANGUAGES) {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "radio", name: "sh-language", value: code }));
    input.checked = model.get("lang") === code;
    input.addEventListener("change", () => {
      model.set("lang", code);
      model.save_changes();
    });
    group.append(make("label", { lang: htmlLang(code) }, input, make("span", {}, name)));
  }
  return group;
}

/**
 * @param {Entry} entry
 * @param {Record<string, string>} strings
 * @param {boolean} isNext
 */
function card(entry, strings, isNext) {
  const link = make("a", { href: entry.path, class: isNext ? "sh-go" : "sh-open" }, strings[entry.state]);
  link.setAttribute("aria-label", `${strings[entry.state]} — ${entry.title}`);
  return make(
    "li",
    { class: `sh-card sh-${entry.state}` },
    make("span", { class: "sh-tick", "aria-hidden": "true" }, entry.state === "done" ? "✓" : ""),
    make(
      "div",
      { class: "sh-what" },
      make("span", { class: "sh-title" }, entry.title),
      make("span", { class: "sh-minutes" }, fill(strings.minutes, { n: entry.minutes })),
    ),
    link,
  );
}

/**
 * @param {Model} model
 * @param {HTMLElement} root
 */
export function paint(model, root) {
  /** @type {Record<string, string>} */
  const strings = model.get("strings");
  /** @type {Module[]} */
  const modules = model.get("modules");
  const next = nextUp(modules);
  const entries = modules.flatMap((module) => module.scenarios);
  const done = entries.filter((entry) => entry.state === "done").length;
  const hadFocus = root.contains(document.activeElement);
  root.lang = htmlLang(model.get("lang"));
  root.replaceChildren(
    languages(model),
    make("h1", {}, strings.name),
    make("p", { class: "sh-lead" }, strings.lead),
    make("p", { class: "sh-mixed" }, strings.mixed),
    progress(done, entries.length, strings),
    ...modules.map((module) => section(module, strings, next)),
    make("p", { class: "sh-private" }, next ? strings.private : strings.all_done),
  );
  if (hadFocus) /** @type {HTMLElement | null} */ (root.querySelector("input:checked"))?.focus();
}

/**
 * @param {number} done
 * @param {number} all
 * @param {Record<string, string>} strings
 */
function progress(done, all, strings) {
  const label = fill(strings.progress, { done, all });
  const bar = make("progress", { max: String(all), value: String(done), "aria-label": label });
  return make("div", { class: "sh-progress" }, bar, make("span", {}, label));
}

/**
 * @param {Module} module
 * @param {Record<string, string>} strings
 * @param {Entry | undefined} next
 */
function section(module, strings, next) {
  const goals = make("ul", { class: "sh-goals" }, ...module.goals.map((goal) => make("li", {}, goal)));
  const cards = module.scenarios.map((entry) => card(entry, strings, entry === next));
  return make(
    "section",
    {},
    make("h2", {}, module.title),
    make("p", { class: "sh-minutes" }, fill(strings.minutes, { n: module.minutes })),
    make("p", { class: "sh-goals-head" }, strings.goals),
    goals,
    make("ol", { class: "sh-cards" }, ...cards),
  );
}

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const root = make("div", { class: "sh-home" });
  el.append(root);
  const browsers = document.defaultView?.navigator.language.toLowerCase() ?? "";
  const own = LANGUAGES.map(([code]) => code).find((code) => browsers.startsWith(code));
  if (!model.get("chosen") && own && own !== model.get("lang")) {
    model.set("lang", own);
    model.save_changes();
  }
  const repaint = () => paint(model, root);
  repaint();
  model.on("change:modules", repaint);
  model.on("change:strings", repaint);
  return () => {
    model.off("change:modules", repaint);
    model.off("change:strings", repaint);
  };
}

export default { render };
