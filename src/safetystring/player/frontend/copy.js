// A button that puts a sentence on the clipboard, so that it can be sent or kept.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Strings } from "./types.js" */

/** Milliseconds for which the button says that it worked. */
const SAID = 2500;

/**
 * @param {string} text
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function copyButton(text, strings) {
  const label = h("span", { "aria-live": "polite" }, say(strings, "copy"));
  const button = h("button", { type: "button", class: "sp-copy" }, icon("copy"), label);
  button.addEventListener("click", async () => {
    label.textContent = say(strings, (await put(text, button)) ? "copied" : "copy_failed");
    setTimeout(() => (label.textContent = say(strings, "copy")), SAID);
  });
  return button;
}

/**
 * @param {string} text
 * @param {HTMLElement} near
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
async function put(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not over https, or not allowed: the old way, by selecting it in a field.
  }
  const field = h("textarea", { class: "sp-hidden", "aria-hidden": "true", tabindex: "-1" });
  field.value = text;
  near.after(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  field.remove();
  near.focus({ preventScroll: true });
  return done;
}
