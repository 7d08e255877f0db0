// The interface's words: filling in the blanks, and what differs between the three languages.

/** @import { Strings } from "./types.js" */

/**
 * @param {Strings} strings
 * @param {string} key
 * @param {Record<string, string | number | null | undefined>} [blanks]
 * @returns {string} the text, or nothing where the key is missing: a gap reads better than a name of ours
 */
export function say(strings, key, blanks = {}) {
  const text = strings[key];
  if (typeof text !== "string") return "";
  return text.replace(/\{(\w+)\}/g, (whole, name) => (blanks[name] === undefined || blanks[name] === null ? whole : String(blanks[name])));
}

/**
 * @param {Strings} strings
 * @returns {string} the BCP 47 tag the texts are in
 */
export function tag(strings) {
  return typeof strings["lang_tag"] === "string" ? strings["lang_tag"] : "zh-CN";
}

/**
 * @param {Strings} strings
 * @param {string} name
 * @param {string | null | undefined} time
 * @returns {string} what a screen reader calls a message: its sender, and its time where it has one
 */
export function messageLabel(strings, name, time) {
  return time ? say(strings, "message_from", { name, time }) : name;
}

/**
 * @param {string} text
 * @param {number} [limit] in characters, at least 2
 * @returns {string} the beginning of a text, with an ellipsis where it goes on
 */
export function shorten(text, limit = 48) {
  const letters = [...text.replace(/\s+/gu, " ").trim()];
  return letters.length <= limit ? letters.join("") : `${letters.slice(0, limit - 1).join("").trimEnd()}…`;
}

/**
 * @param {Strings} strings
 * @param {number} euros
 * @returns {string} whole euros as the language writes them
 */
export function euros(strings, euros) {
  return new Intl.NumberFormat(tag(strings), { style: "currency", currency: "EUR", maximumFractionDigits: 0 }).format(euros);
}

/**
 * @param {Strings} strings
 * @param {number} value
 * @returns {string} a number of points, with one decimal at most
 */
export function number(strings, value) {
  return new Intl.NumberFormat(tag(strings), { maximumFractionDigits: 1 }).format(value);
}

/**
 * @param {Strings} strings
 * @param {string} iso a date, or a month
 * @returns {string} the date in words, or as it stands where it is no date
 */
export function date(strings, iso) {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts.map(Number);
  const when = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day || 1));
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { timeZone: "UTC", year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}) };
  return new Intl.DateTimeFormat(tag(strings), form).format(when);
}
