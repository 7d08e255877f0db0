// What the learner's browser remembers. Storage may be forbidden or full; then it lasts as long as the page.

const KEY = "safetystring.pace";
/** @type {boolean | undefined} */
let remembered;

/** @returns {boolean} whether messages appear at once, without the typing pace */
export function paceOff() {
  if (remembered !== undefined) return remembered;
  try {
    remembered = window.localStorage.getItem(KEY) === "off";
  } catch {
    remembered = false;
  }
  return remembered;
}

/** @param {boolean} off */
export function setPaceOff(off) {
  remembered = off;
  try {
    window.localStorage.setItem(KEY, off ? "off" : "on");
  } catch {
    // Kept for this page only.
  }
}

/** Forget what this page knows, so that storage is read again. */
export function forget() {
  remembered = undefined;
}
