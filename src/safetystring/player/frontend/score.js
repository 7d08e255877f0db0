// The points, and beside them how far they are from guessing.
import { h } from "./dom.js";
import { number, say } from "./words.js";

/** @import { Debrief, Strings } from "./types.js" */

/**
 * @param {Debrief} debrief
 * @param {Strings} strings
 * @returns {HTMLElement | null}
 */
export function scorePanel({ score, cells = [] }, strings) {
  if (!score || !(score.max > 0)) return null;
  const percent = typeof score.discernment === "number" ? Math.round(Math.max(0, score.discernment) * 100) : null;
  return h(
    "section",
    { class: "sp-section sp-score" },
    h("h2", {}, say(strings, "score_title")),
    h("p", { class: "sp-points" }, say(strings, "score_points", { points: number(strings, score.points), max: number(strings, score.max) })),
    percent !== null && h("p", { class: "sp-discernment" }, say(strings, "discernment", { percent })),
    percent !== null && h("div", { class: "sp-meter", "aria-hidden": "true" }, h("i", { style: `width:${Math.min(100, percent)}%` })),
    percent !== null && h("p", { class: "sp-small" }, say(strings, "discernment_hint")),
    cells.length > 0 &&
      h(
        "details",
        { class: "sp-cells" },
        h("summary", {}, say(strings, "score_details")),
        h("table", {}, h("tbody", {}, cells.map((cell) => h("tr", {}, h("th", { scope: "row" }, cell.label), h("td", {}, `${number(strings, cell.points)} / ${number(strings, cell.max)}`))))),
      ),
  );
}
