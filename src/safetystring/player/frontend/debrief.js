// The debrief: what it was, each sign in its place, words to say, numbers to dial.
import { download, restart } from "./acts.js";
import { contactList } from "./contacts.js";
import { decisionCard } from "./decision.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { itemCard, tally } from "./item.js";
import { scorePanel } from "./score.js";
import { euros, say, tag } from "./words.js";

/** @import { Debrief, MessageEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function debriefScreen(stage) {
  const { strings } = stage;
  const debrief = stage.model.get("debrief") ?? {};
  const screen = h("div", { class: "sp-screen sp-debrief", lang: tag(strings) });
  const told = debrief.truth !== undefined;
  screen.append(...(told ? [...full(debrief, stage), readButton(stage)] : [waiting(debrief, stage)]), buttons(stage));
  return screen;
}

/**
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function waiting(debrief, stage) {
  const { strings } = stage;
  return h(
    "section",
    { class: "sp-verdict-card" },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "debrief_title")),
    h("p", {}, say(strings, debrief.missing ? "debrief_missing" : "debrief_later")),
  );
}

/**
 * The parts in the order they are read. A part with nothing in it is left out.
 *
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement[]}
 */
function full(debrief, stage) {
  const { strings } = stage;
  const { items = [], other_marks: others = [], decisions = [], real = "" } = debrief;
  const cues = items.filter((item) => item.kind === "cue");
  const odd = items.filter((item) => item.kind === "lookalike");
  const signs = cues.length > 0 ? [tally(cues, strings), ...cues.map((item) => itemCard(item, stage))] : [];
  return [
    opening(debrief, stage),
    part(say(strings, "what_happened"), "sp-summary", [debrief.summary ? h("p", {}, debrief.summary) : null, firstSign(debrief, stage)]),
    part(say(strings, "items_title"), "sp-items", signs),
    part(say(strings, "kind_lookalike"), "sp-items", odd.map((item) => itemCard(item, stage))),
    part(say(strings, "other_marks_title"), "sp-others", list("ul", others.map(({ quote }) => h("li", {}, h("q", { class: "sp-plain-quote" }, quote))))),
    part(say(strings, "decisions_title"), "sp-decisions", decisions.map((decision) => decisionCard(decision, strings))),
    part(say(strings, debrief.truth === "genuine" ? "real_genuine" : "real_scam"), "sp-real", real ? [h("p", {}, real)] : []),
    ...onward(debrief, stage),
    scorePanel(debrief, strings),
  ].filter((element) => element !== null);
}

/**
 * What to take along: words, steps, numbers.
 *
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {(HTMLElement | null)[]}
 */
function onward({ say: words = [], do: steps = [], contacts = [] }, { strings }) {
  return [
    part(say(strings, "say_title"), "sp-words", list("ul", words.map((line) => h("li", {}, icon("quote"), h("p", {}, line))))),
    part(say(strings, "do_title"), "sp-steps", list("ol", steps.map((step) => h("li", {}, step)))),
    part(say(strings, "contacts_title"), "sp-numbers", contacts.length > 0 ? [contactList(contacts, strings)] : []),
  ];
}

/**
 * @param {"ul" | "ol"} tagName
 * @param {HTMLElement[]} points
 * @returns {HTMLElement[]} a list, or nothing where it would be empty
 */
function list(tagName, points) {
  return points.length > 0 ? [h(tagName, {}, points)] : [];
}

/**
 * @param {string} title
 * @param {string} className
 * @param {(HTMLElement | null)[]} children
 * @returns {HTMLElement | null} nothing where there is nothing to say
 */
function part(title, className, children) {
  if (children.every((child) => child === null)) return null;
  return h("section", { class: `sp-section ${className}` }, h("h2", {}, title), children);
}

/**
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function opening(debrief, stage) {
  const { strings } = stage;
  const { ending, verdict, asked = 0, paid = 0 } = debrief;
  const percent = typeof verdict === "number" ? verdict : null;
  return h(
    "section",
    { class: "sp-verdict-card" },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, `truth_${debrief.truth}`)),
    percent !== null &&
      h(
        "div",
        { class: "sp-scale" },
        h("p", {}, say(strings, "your_verdict", { percent })),
        h("div", { class: "sp-scale-track", "aria-hidden": "true" }, h("i", { style: `left:${Math.min(100, Math.max(0, percent))}%` })),
        h("div", { class: "sp-scale-ends", "aria-hidden": "true" }, h("span", {}, say(strings, "verdict_2")), h("span", {}, say(strings, "verdict_98"))),
      ),
    ending &&
      h(
        "div",
        { class: "sp-ending", "data-outcome": ending.outcome },
        h("p", { class: "sp-small" }, `${say(strings, "your_ending")} · ${say(strings, `outcome_${ending.outcome}`)}`),
        h("h2", {}, ending.title),
        h("p", {}, ending.text),
      ),
    asked > 0 &&
      h(
        "ul",
        { class: "sp-money" },
        h("li", {}, say(strings, "money_asked", { amount: euros(strings, asked) })),
        h("li", {}, say(strings, "money_paid", { amount: euros(strings, paid) })),
      ),
  );
}

/**
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement | null}
 */
function firstSign(debrief, stage) {
  const { first_sign: sign } = debrief;
  if (!sign) return null;
  const entry = stage.model.get("entries").find((candidate) => candidate.kind === "message" && candidate.id === sign);
  const item = debrief.items?.find(({ message }) => message === sign);
  const quote = item?.quote ?? /** @type {MessageEntry | undefined} */ (entry)?.text;
  return quote ? h("div", { class: "sp-first" }, h("p", { class: "sp-small" }, say(stage.strings, "first_sign")), h("blockquote", { class: "sp-quote" }, quote)) : null;
}

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function buttons(stage) {
  const { strings } = stage;
  const { home, next, title } = stage.model.get("about").onward ?? {};
  return h(
    "div",
    { class: "sp-ends" },
    next && h("a", { class: "sp-button sp-strong sp-wide", href: next }, `${say(strings, "next")} · ${title}`),
    home && h("a", { class: "sp-button", href: home }, say(strings, "home")),
    h("button", { type: "button", class: "sp-button", onclick: () => download(stage) }, icon("download"), say(strings, "download")),
    h("button", { type: "button", class: "sp-button", onclick: () => restart(stage) }, icon("restart"), say(strings, "restart")),
  );
}

/**
 * The learner says that it has been read; then there is nothing left to do.
 *
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function readButton(stage) {
  const { strings } = stage;
  const done = h("p", { class: "sp-done", role: "status" });
  const button = h("button", { type: "button", class: "sp-button sp-strong sp-wide" }, icon("check"), say(strings, "debrief_read"));
  button.addEventListener("click", () => {
    stage.send("read");
    done.append(icon("check"), h("span", { tabindex: "-1" }, say(strings, "debrief_done")));
    button.remove();
    done.querySelector("span")?.focus();
  });
  return h("div", { class: "sp-read" }, button, done);
}
