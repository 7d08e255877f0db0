// The choice area is made of ipywidgets, which know no ARIA. This repairs them, and watches for a lost kernel.
import { uid } from "./dom.js";

/**
 * @param {HTMLElement} player
 */
function repair(player) {
  const area = player.querySelector(".sp-choices");
  const prompt = area?.querySelector(".sp-prompt");
  if (!area || !prompt) return;
  if (!prompt.id) prompt.id = uid("prompt");
  set(area, "role", "group");
  // Where nothing is asked, as before the conversation, there is no name to give.
  if (prompt.textContent?.trim()) set(area, "aria-labelledby", prompt.id);
  else area.removeAttribute("aria-labelledby");
  set(prompt, "tabindex", "-1");
  for (const toggle of area.querySelectorAll(".widget-toggle-button")) {
    set(toggle, "aria-pressed", String(toggle.classList.contains("mod-active")));
  }
  for (const group of area.querySelectorAll(".widget-toggle-buttons, .widget-inline-hbox")) {
    set(group, "role", "group");
    set(group, "aria-labelledby", prompt.id);
  }
}

/**
 * Only write what differs: this runs from an observer of attributes.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} player
 * @param {{ changed: () => void, pressed: () => void, lost: (lost: boolean) => void }} hooks `changed`: other buttons or words stand there now; `pressed`: one was pressed that the kernel answers
 * @returns {() => void} stops watching
 */
export function watchChoices(player, hooks) {
  let lost = false;
  const look = () => {
    repair(player);
    const now = player.querySelector(".sp-choices .jupyter-widgets-disconnected") !== null;
    if (now !== lost) hooks.lost((lost = now));
  };
  look();
  const observer = new MutationObserver((records) => {
    look();
    if (records.some((record) => record.type === "childList" && record.addedNodes.length > 0)) hooks.changed();
  });
  const area = /** @type {HTMLElement | null} */ (player.querySelector(".sp-choices"));
  if (area) observer.observe(area, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  /** @param {PointerEvent} event */
  const pressed = (event) => {
    const { target } = event;
    // A step of the verdict is picked in the page; the rest goes to the kernel.
    if (!(target instanceof Element) || !target.closest(".jupyter-button:not(.widget-toggle-button)")) return;
    // By the second half of a double click another question may stand under the hand already. Nobody taps like that.
    if (event.detail > 1 && event.pointerType !== "touch") event.stopImmediatePropagation();
    else hooks.pressed();
  };
  // On the way down, before the button hears of it.
  area?.addEventListener("click", pressed, true);
  return () => {
    observer.disconnect();
    area?.removeEventListener("click", pressed, true);
  };
}

/**
 * @param {HTMLElement} player
 * @returns {HTMLElement | null} the question, which can take the focus
 */
export function question(player) {
  return player.querySelector(".sp-choices .sp-prompt");
}
