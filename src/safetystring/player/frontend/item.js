// One sign of the conversation, as it went: its words, what the learner made of it, what it means.
import { copyButton } from "./copy.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Item, Result, Strings } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** The icon beside each result's words. @type {Record<Result, string>} */
const ICONS = { hit: "check", late: "late", wrong_family: "half", miss: "miss", false_alarm: "info", correct: "check" };
/** @type {Result[]} */
const ORDER = ["hit", "late", "wrong_family", "miss", "false_alarm", "correct"];

/**
 * @param {Result} result
 * @param {Strings} strings
 * @param {string} [before] put before the words
 * @returns {HTMLElement}
 */
function resultChip(result, strings, before = "") {
  return h("span", { class: "sp-result", "data-result": result }, icon(ICONS[result]), h("span", {}, `${before}${say(strings, `result_${result}`)}`));
}

/**
 * @param {Item[]} items
 * @param {Strings} strings
 * @returns {HTMLElement} how many of each result
 */
export function tally(items, strings) {
  const counts = ORDER.map((result) => ({ result, n: items.filter((item) => item.result === result).length })).filter(({ n }) => n > 0);
  return h("ul", { class: "sp-tally" }, counts.map(({ result, n }) => h("li", {}, resultChip(result, strings, `${n} × `))));
}

/**
 * @param {string | null | undefined} url
 * @returns {string | null} an address of the plain web, or nothing
 */
export function safeUrl(url) {
  return typeof url === "string" && /^https:\/\/[^\s]+$/i.test(url) ? url : null;
}

/**
 * @param {Item} item
 * @param {Stage} stage
 * @returns {(HTMLElement | null | false | "" | undefined)[]} what kind of sign it is, and as what it was taken
 */
function kind(item, stage) {
  const { strings } = stage;
  /** @param {string | null | undefined} id */
  const family = (id) => (id ? (stage.family(id)?.name ?? id) : null);
  const [theirs, right] = [family(item.marked_family), family(item.family)];
  const wrong = item.result === "wrong_family" && theirs && right;
  return [
    item.kind === "lookalike" && h("p", { class: "sp-item-flag" }, h("b", {}, say(strings, "kind_lookalike"))),
    item.red_flag && h("p", { class: "sp-item-flag" }, h("b", {}, item.red_flag), right && !wrong && h("span", { class: "sp-small" }, right)),
    wrong && h("p", { class: "sp-item-families" }, h("span", {}, say(strings, "family_yours", { family: theirs })), h("span", {}, say(strings, "family_right", { family: right }))),
    item.decisive && h("p", { class: "sp-decisive" }, icon("star"), say(strings, "decisive")),
  ];
}

/**
 * @param {Item} item
 * @param {Stage} stage
 * @param {{ inPlace?: boolean, first?: boolean }} [how] whether it stands under its message, and is the first sign
 * @returns {HTMLElement}
 */
export function itemCard(item, stage, { inPlace = false, first = false } = {}) {
  const { strings } = stage;
  const url = safeUrl(item.url);
  const source = item.source ? say(strings, "source", { source: item.source }) : "";
  return h(
    "article",
    { class: `sp-item-card${inPlace ? " sp-in-place" : ""}`, "data-result": item.result, "data-message": item.message },
    inPlace ? null : h("blockquote", { class: "sp-quote" }, item.quote),
    h("div", { class: "sp-in-place-head" }, resultChip(item.result, strings), first && h("span", { class: "sp-first-here" }, say(strings, "first_here"))),
    kind(item, stage),
    h("p", { class: "sp-item-why" }, item.why),
    item.instead && h("div", { class: "sp-item-more" }, h("h3", {}, say(strings, "instead")), h("p", {}, item.instead)),
    item.say && h("div", { class: "sp-item-more sp-item-say" }, h("h3", {}, say(strings, "say_here")), h("p", {}, item.say), copyButton(item.say, strings)),
    source &&
      h("p", { class: "sp-item-source" }, url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, source) : source),
  );
}
