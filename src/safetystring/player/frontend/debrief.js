// The debrief: what it was, each sign in its place, words to say, numbers to dial.
import { accountsResult } from "./channels/accounts.js";
import { download, restart } from "./acts.js";
import { contactList } from "./contacts.js";
import { copyButton } from "./copy.js";
import { decisionCard } from "./decision.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { profileSection } from "./profile.js";
import { replay } from "./replay.js";
import { scorePanel } from "./score.js";
import { takeawayCard } from "./takeaway.js";
import { euros, say, tag } from "./words.js";

/** @import { Debrief, MessageEntry, Strings } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** In the order in which they are told. */
const OWN = /** @type {const} */ (["looked_up", "verified", "told", "reported"]);

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
  const { decisions = [], real = "" } = debrief;
  return [
    opening(debrief, stage),
    part(say(strings, "what_happened"), "sp-summary", [debrief.summary ? h("p", {}, debrief.summary) : null, firstSign(debrief, stage)]),
    replay(debrief, stage),
    part(say(strings, "own_title"), "sp-own-part", own(debrief, strings)),
    accountsResult(debrief.accounts, strings),
    part(say(strings, "decisions_title"), "sp-decisions", decisions.map((decision) => decisionCard(decision, strings))),
    part(say(strings, debrief.truth === "genuine" ? "real_genuine" : "real_scam"), "sp-real", real ? [h("p", {}, real)] : []),
    ...onward(debrief, stage),
    scorePanel(debrief, strings),
    profileSection(debrief.profile, strings),
    takeawayPart(stage),
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
    part(say(strings, "say_title"), "sp-words", list("ul", words.map((line) => h("li", {}, icon("quote"), h("p", {}, line), copyButton(line, strings))))),
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
 * The module's card, folded: it is there for every conversation of the module.
 *
 * @param {Stage} stage
 * @returns {HTMLElement | null}
 */
function takeawayPart(stage) {
  const { strings } = stage;
  const { takeaway } = stage.model.get("onward") ?? {};
  if (!takeaway) return null;
  return h("details", { class: "sp-section sp-takeaway-part" }, h("summary", {}, say(strings, "takeaway_title")), takeawayCard(takeaway, strings));
}

/**
 * What the learner did besides answering.
 *
 * @param {Debrief} debrief
 * @param {Strings} strings
 * @returns {HTMLElement[]}
 */
function own({ moves }, strings) {
  if (!moves) return [];
  const { paused } = moves;
  const done = [
    ...(paused > 0 ? [say(strings, "own_paused", { n: paused })] : []),
    ...OWN.filter((move) => moves[move]).map((move) => say(strings, `own_${move}`)),
  ];
  return done.length > 0 ? [h("ul", { class: "sp-own" }, done.map((line) => h("li", {}, icon("check"), h("span", {}, line))))] : [];
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
    ending && endingCard(ending, debrief, strings),
    asked > 0 &&
      h(
        "ul",
        { class: "sp-money" },
        h("li", {}, say(strings, "money_asked", { amount: euros(strings, asked) })),
        h("li", {}, say(strings, "money_paid", { amount: euros(strings, paid) })),
        paid < asked && h("li", { class: "sp-kept" }, say(strings, "money_kept", { amount: euros(strings, asked - paid) })),
      ),
  );
}

/**
 * How it ended. Who left to check is told what came of that, which the author's ending cannot know.
 *
 * @param {NonNullable<Debrief["ending"]>} ending
 * @param {Debrief} debrief
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
function endingCard(ending, { left_by: by, way_out: way, truth }, strings) {
  const outcome = way ?? ending.outcome;
  const checked = by === "check";
  return h(
    "div",
    { class: "sp-ending", "data-outcome": outcome },
    h("p", { class: "sp-small" }, `${say(strings, "your_ending")} · ${say(strings, `outcome_${outcome}`)}`),
    h("h2", {}, checked ? say(strings, "left_check_title") : ending.title),
    h("p", {}, checked ? say(strings, `left_check_${truth}`) : ending.text),
  );
}

/**
 * When the first sign was caught, seen from the first there was.
 *
 * @param {Debrief} debrief
 * @param {Strings} strings
 * @returns {string}
 */
function noticed({ noticed: found }, strings) {
  if (!found) return "";
  if (found.caught === null) return say(strings, "noticed_never");
  if (found.later === 0) return say(strings, "noticed_at_once");
  return found.during === "rest" ? say(strings, "noticed_rest") : say(strings, "noticed_later", { n: found.later });
}

/**
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement | null}
 */
function firstSign(debrief, stage) {
  const sign = debrief.noticed?.first ?? debrief.first_sign;
  if (!sign) return null;
  const entry = stage.model.get("entries").find((candidate) => candidate.kind === "message" && candidate.id === sign);
  const item = debrief.items?.find(({ message }) => message === sign);
  const quote = item?.quote ?? /** @type {MessageEntry | undefined} */ (entry)?.text;
  return quote ? h("div", { class: "sp-first" }, h("p", { class: "sp-small" }, say(stage.strings, "first_sign")), h("blockquote", { class: "sp-quote" }, quote), h("p", {}, noticed(debrief, stage.strings))) : null;
}

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function buttons(stage) {
  const { strings } = stage;
  const { home, next, title } = stage.model.get("onward") ?? {};
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
