// What the telephone itself says on a call: on hold, handed over, a key pressed.
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say, tag } from "../words.js";

/** @import { MessageEntry, SceneEntry, Strings } from "../types.js" */

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement} a sign that moves while the line waits, and rests as soon as somebody speaks again
 */
export function hold(entry, strings) {
  const bars = h("span", { class: "sp-hold-bars", "aria-hidden": "true" }, h("i"), h("i"), h("i"), h("i"), h("i"));
  return h("p", { class: "sp-line sp-hold", lang: tag(strings), "data-id": entry.id }, bars, h("span", {}, h("b", {}, say(strings, "on_hold")), entry.text && h("span", {}, entry.text)));
}

/**
 * @param {SceneEntry} scene
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function handover(scene, strings) {
  return h("p", { class: "sp-line sp-handover", lang: tag(strings) }, icon("forward"), h("span", {}, say(strings, "handed_over", { name: scene.name })));
}

/**
 * @param {string} key
 * @returns {HTMLElement} a key of the telephone, as it was pressed
 */
export function keyTile(key) {
  return h("span", { class: "sp-keytile", "aria-hidden": "true", translate: "no" }, key);
}
