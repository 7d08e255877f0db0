// An account's home screen: the balance, how it grew, what it is made of.
import { attached } from "../cards.js";
import { h, svg } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../words.js";

/** @import { MessageEntry, Strings } from "../types.js" */

const [WIDTH, HEIGHT, EDGE] = [300, 72, 5];

/**
 * @param {number[]} trend heights, oldest first
 * @returns {string} the curve's path, left to right over the whole width
 */
export function curve(trend) {
  const [low, high] = [Math.min(...trend), Math.max(...trend)];
  const points = trend.map((value, index) => {
    const x = EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, trend.length - 1);
    const y = HEIGHT - EDGE - ((value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * EDGE);
    return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  });
  return `M${points.join("L")}`;
}

/**
 * @param {number[]} trend at least two heights
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
function sparkline(trend, strings) {
  const line = curve(trend);
  const last = line.slice(line.lastIndexOf("L") + 1).split(" ");
  const up = (trend.at(-1) ?? 0) >= (trend[0] ?? 0);
  const drawing = svg(
    `0 0 ${WIDTH} ${HEIGHT}`,
    [
      ["path", { d: `${line}L${WIDTH - EDGE} ${HEIGHT}L${EDGE} ${HEIGHT}Z`, fill: "currentColor", opacity: 0.13 }],
      ["path", { d: line, fill: "none", stroke: "currentColor", "stroke-width": 2.4, "stroke-linejoin": "round", "stroke-linecap": "round" }],
      ["circle", { cx: Number(last[0]), cy: Number(last[1]), r: 4, fill: "currentColor" }],
    ],
    "sp-spark",
  );
  return h("div", { class: "sp-trend", "data-tone": up ? "up" : "down", role: "img", "aria-label": say(strings, up ? "trend_up" : "trend_down") }, drawing);
}

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function balance(entry, strings) {
  const { amount = "", change = null, trend = [], rows = [] } = attached(entry);
  const down = typeof change === "string" && /^\s*[-−–]/u.test(change);
  return h(
    "div",
    { class: "sp-panel sp-balance" },
    h("div", { class: "sp-small" }, say(strings, "balance_label")),
    h("div", { class: "sp-amount", translate: "no" }, amount),
    change && h("div", { class: "sp-change", "data-tone": down ? "down" : "up" }, icon(down ? "fall" : "rise"), h("span", { translate: "no" }, change)),
    trend.length > 1 && sparkline(trend, strings),
    rows.length > 0 &&
      h(
        "dl",
        { class: "sp-rows" },
        rows.map((/** @type {{ label: string, value: string, tone: string }} */ { label, value, tone }) => h("div", { "data-tone": tone }, h("dt", {}, label), h("dd", { translate: "no" }, value))),
      ),
  );
}
