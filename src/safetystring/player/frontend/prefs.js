// What the learner's browser remembers. Storage may be forbidden or full; then it lasts as long as the page.

/** @typedef {"slow" | "normal" | "fast" | "off"} Speed */

const STEM = "safetystring.";
/** @type {Speed[]} */
export const SPEEDS = ["slow", "normal", "fast", "off"];
/** @type {Map<string, string>} */
const remembered = new Map();

/** @param {string} name @returns {string} what was set, or nothing */
function recall(name) {
  let value = remembered.get(name);
  if (value !== undefined) return value;
  try {
    value = window.localStorage.getItem(STEM + name) ?? "";
  } catch {
    value = "";
  }
  remembered.set(name, value);
  return value;
}

/** @param {string} name @param {string} value */
function remember(name, value) {
  remembered.set(name, value);
  try {
    window.localStorage.setItem(STEM + name, value);
  } catch {
    // Kept for this page only.
  }
}

/** @returns {Speed} how fast messages arrive */
export function speed() {
  const found = recall("pace");
  return SPEEDS.find((known) => known === found) ?? "normal";
}

/** @param {Speed} value */
export function setSpeed(value) {
  remember("pace", value);
}

/** @returns {boolean} whether messages appear at once, without the typing pace */
export function paceOff() {
  return speed() === "off";
}

/** @param {boolean} off */
export function setPaceOff(off) {
  setSpeed(off ? "off" : "normal");
}

/**
 * @param {"voice" | "pressure"} name
 * @returns {boolean} whether it was switched on; off by default
 */
export function switchedOn(name) {
  return recall(name) === "on";
}

/** @param {"voice" | "pressure"} name @param {boolean} on */
export function switchOn(name, on) {
  remember(name, on ? "on" : "off");
}

/** Forget what this page knows, so that storage is read again. */
export function forget() {
  remembered.clear();
}
