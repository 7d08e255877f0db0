// A panel that rises inside the player. While it is open the rest of the player cannot be reached.
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {object} SheetParts
 * @property {HTMLElement} host the view's element; the sheet is laid over the whole player
 * @property {string} title
 * @property {string} close label of the closing button
 * @property {Node[]} content
 * @property {string} [className]
 * @property {() => void} [onClose]
 */

/** @type {WeakMap<HTMLElement, () => void>} */
const open = new WeakMap();

/**
 * Open a sheet; one that is open already gives way.
 *
 * @param {SheetParts} parts
 * @returns {() => void} closes it and gives the focus back
 */
export function openSheet({ host, title, close: closeLabel, content, className = "", onClose }) {
  open.get(host)?.();
  const opener = document.activeElement;
  const heading = h("h2", { class: "sp-sheet-title", id: uid("sheet"), tabindex: "-1" }, title);
  const closer = h("button", { type: "button", class: "sp-round", "aria-label": closeLabel, onclick: () => close() }, icon("close"));
  const panel = h(
    "div",
    { class: `sp-sheet ${className}`.trim(), role: "dialog", "aria-modal": "true", "aria-labelledby": heading.id },
    h("div", { class: "sp-sheet-head" }, heading, closer),
    h("div", { class: "sp-sheet-body" }, content),
  );
  const scrim = h("div", { class: "sp-scrim", onclick: () => close() });
  const layer = h("div", { class: "sp-layer" }, scrim, panel);
  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const hidden = setInert(host);
  host.append(layer);
  const first = panel.querySelector("input:checked, .sp-sheet-body input, .sp-sheet-body button");
  (first instanceof HTMLElement ? first : heading).focus({ preventScroll: true });
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    open.delete(host);
    layer.remove();
    for (const element of hidden) element.removeAttribute("inert");
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    onClose?.();
  };
  open.set(host, close);
  return close;
}

/**
 * @param {HTMLElement} host
 * @returns {Element[]} what was made inert
 */
function setInert(host) {
  const player = host.closest(".sp-player");
  const rest = [...host.children, ...(player?.querySelectorAll(".sp-choices") ?? [])].filter((element) => !element.hasAttribute("inert"));
  for (const element of rest) element.setAttribute("inert", "");
  return rest;
}

/** @param {HTMLElement} host */
export function closeSheet(host) {
  open.get(host)?.();
}
