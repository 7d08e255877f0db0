// A decision the learner took, what it led to, and what would have been steadier.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Decision, Strings } from "./types.js" */

const ICONS = { safe: "check", cautious: "half", harmful: "info" };

/**
 * @param {Decision} decision
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function decisionCard(decision, strings) {
  const { prompt, chosen, rating, consequence, better } = decision;
  return h(
    "article",
    { class: "sp-decision", "data-rating": rating ?? "none" },
    h("h3", {}, prompt),
    chosen ? h("p", { class: "sp-chosen" }, h("span", { class: "sp-small" }, say(strings, "chosen")), h("span", {}, chosen)) : h("p", { class: "sp-small" }, say(strings, "not_reached")),
    rating && h("span", { class: "sp-result", "data-rating": rating }, icon(ICONS[rating]), h("span", {}, say(strings, `rating_${rating}`))),
    consequence && h("p", {}, consequence),
    better && rating !== "safe" && h("div", { class: "sp-item-more sp-item-say" }, h("h4", {}, say(strings, "better")), h("p", {}, better)),
  );
}
