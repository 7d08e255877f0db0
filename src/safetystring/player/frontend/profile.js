// The learner's picture over everything finished so far: how sharp, how suspicious, with which families and channels.
// Used by the debrief and by the start page. Every drawing has its words beside it, and is hidden from screen readers.
import { h } from "./dom.js";
import { say, tag } from "./words.js";

/** @import { Profile, ProfileRow, Strings } from "./types.js" */

/** d′ from which an eye is called some, good, very sharp. */
const SHARP = [0.5, 1.5, 2.5];
/** Beyond this on either side of 0 the criterion is called leaning. */
const LEANING = 0.3;
/** Ends of the two scales. */
const SCALES = { sharpness: [-0.5, 4], suspicion: [-1.5, 1.5] };

/**
 * @param {number} value
 * @param {readonly number[]} scale
 * @returns {number} percent of the scale's width
 */
export function place(value, [low = 0, high = 1]) {
  return Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * 1000) / 10;
}

/**
 * @param {number} d
 * @returns {string} the key of the words for it
 */
export function sharpness(d) {
  return `profile_sharp_${SHARP.filter((from) => d >= from).length}`;
}

/**
 * @param {{ value: number, low: number, high: number }} c
 * @returns {string} the key of the words for it: leaning only where the whole interval leans
 */
export function suspicion({ value, low, high }) {
  if (high < 0 && value < -LEANING) return "profile_suspicious";
  if (low > 0 && value > LEANING) return "profile_trusting";
  return "profile_balanced";
}

/**
 * @param {"sharpness" | "suspicion"} what
 * @param {{ value: number, low: number, high: number }} found
 * @param {string} words
 * @param {Strings} strings
 */
function gauge(what, found, words, strings) {
  // A low criterion is a suspicious ear: drawn with suspicion growing to the right.
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
      h("i", { class: "sp-gauge-dot", style: `left:${at}%` }),
    ),
    h("div", { class: "sp-gauge-ends", "aria-hidden": "true" }, h("span", {}, say(strings, `profile_${what}_low`)), h("span", {}, say(strings, `profile_${what}_high`))),
  );
}

/**
 * @param {ProfileRow} row
 * @param {string} name
 * @param {Strings} strings
 */
function bar({ met, caught, wrongly }, name, strings) {
  return h(
    "li",
    { class: "sp-bar-row" },
    h("span", { class: "sp-bar-name" }, name),
    h("span", { class: "sp-bar-track", "aria-hidden": "true" }, met > 0 && h("i", { style: `width:${(caught / met) * 100}%` })),
    h(
      "span",
      { class: "sp-bar-words" },
      met > 0 ? say(strings, "profile_caught", { caught, met }) : say(strings, "profile_none_met"),
      wrongly > 0 && h("span", {}, say(strings, "profile_wrongly", { n: wrongly })),
    ),
  );
}

/**
 * @param {string} title
 * @param {ProfileRow[]} rows
 * @param {(row: ProfileRow) => string} name
 * @param {Strings} strings
 */
function table(title, rows, name, strings) {
  return rows.length > 0 && h("div", { class: "sp-bars" }, h("h3", {}, title), h("ul", {}, rows.map((row) => bar(row, name(row), strings))));
}

/**
 * @param {Profile | undefined | null} profile
 * @param {Strings} strings
 * @returns {HTMLElement | null} nothing before something is finished
 */
export function profileSection(profile, strings) {
  if (!profile || !(profile.runs > 0)) return null;
  const { runs, signals, noise, needed, sharpness: d, suspicion: c, trend, families = [], channels = [] } = profile;
  return h(
    "section",
    { class: "sp-section sp-profile" },
    h("h2", {}, say(strings, "profile_title")),
    h("p", {}, say(strings, "profile_lead", { runs, signals, noise })),
    d && c
      ? h("div", { class: "sp-gauges" }, gauge("sharpness", d, say(strings, sharpness(d.value)), strings), gauge("suspicion", c, say(strings, suspicion(c)), strings))
      : h("p", { class: "sp-profile-few" }, say(strings, "profile_few", { needed })),
    d && h("p", { class: "sp-small" }, say(strings, "profile_uncertain")),
    trend && h("p", { class: "sp-profile-trend" }, [say(strings, `profile_sharper_${trend.sharper}`), say(strings, `profile_wary_${trend.suspicious}`)].join(tag(strings).startsWith("zh") ? "" : " ")),
    table(say(strings, "profile_families"), families, (row) => row.name ?? row.id, strings),
    table(say(strings, "profile_channels"), channels, (row) => say(strings, `channel_${row.id}`) || row.id, strings),
  );
}
