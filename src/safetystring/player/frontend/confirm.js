// "Are you sure?", in a sheet, with the harmless answer first in line for the focus.
import { h } from "./dom.js";
import { openSheet } from "./sheet.js";

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {string} parts.title
 * @param {string} parts.text
 * @param {string} parts.yes
 * @param {string} parts.no
 * @param {() => void} parts.agreed
 */
export function confirm({ host, title, text, yes, no, agreed }) {
  const close = openSheet({
    host,
    title,
    close: no,
    className: "sp-sheet-small",
    content: [
      h("p", { class: "sp-sheet-text" }, text),
      h(
        "div",
        { class: "sp-pair" },
        h("button", { type: "button", class: "sp-button", onclick: () => close() }, no),
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), agreed()) }, yes),
      ),
    ],
  });
}
