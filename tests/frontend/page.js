// A browser page for tests: jsdom, with what it lacks and the player needs.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

/** @import { Lang } from "../../src/safetystring/player/frontend/types.js" */

const dom = new JSDOM("<!doctype html><body></body>", { url: "http://localhost/", pretendToBeVisual: true });
const { window } = dom;

for (const name of ["document", "DOMParser", "HTMLElement", "HTMLInputElement", "Element", "Node", "Event", "MutationObserver", "requestAnimationFrame", "cancelAnimationFrame"]) {
  Object.defineProperty(globalThis, name, { value: /** @type {any} */ (window)[name], configurable: true, writable: true });
}
Object.defineProperty(globalThis, "window", { value: window, configurable: true });
Object.defineProperty(globalThis, "CSS", { value: { escape: (/** @type {string} */ text) => text.replace(/"/g, '\\"') }, configurable: true });
const dialog = /** @type {any} */ (window.HTMLDialogElement.prototype);
dialog.showModal ??= function showModal() {
  this.setAttribute("open", "");
};
dialog.close ??= function close() {
  this.removeAttribute("open");
  this.dispatchEvent(new window.Event("close"));
};
/** @type {any} */ (window.HTMLElement.prototype).checkVisibility ??= function checkVisibility() {
  return this.closest("[hidden]") === null;
};

/** @param {Lang} lang */
export function strings(lang) {
  return JSON.parse(readFileSync(new URL(`../../src/safetystring/player/strings/${lang}.json`, import.meta.url), "utf8"));
}

/** Until the frame after the next has been drawn, and what waits behind it has run. */
export async function drawn() {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((done) => {
      window.requestAnimationFrame(() => setTimeout(done, 0));
    });
  }
}

/**
 * The player's box with its choice area, as ipywidgets would make it.
 *
 * @param {string[]} [options]
 */
export function box(options = ["One", "Two"]) {
  document.body.replaceChildren();
  const player = document.createElement("div");
  player.className = "sp-player";
  const host = document.createElement("div");
  const choices = document.createElement("div");
  choices.className = "sp-choices";
  const prompt = document.createElement("div");
  prompt.className = "sp-prompt";
  prompt.textContent = "What now?";
  const buttons = document.createElement("div");
  buttons.className = "sp-buttons";
  for (const option of options) {
    const button = document.createElement("button");
    button.className = "jupyter-button sp-option";
    button.textContent = option;
    buttons.append(button);
  }
  choices.append(prompt, buttons);
  player.append(host, choices);
  document.body.append(player);
  return { player, host, choices, prompt, buttons };
}

/**
 * @template {Element} T
 * @param {T | null | undefined} element
 * @returns {T}
 */
export function found(element) {
  if (!element) throw new Error("not on the page");
  return element;
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
export const one = (root, selector) => found(/** @type {HTMLElement | null} */ (root.querySelector(selector)));

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
export const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {Element} target @param {string} key @param {object} [more] */
export function press(target, key, more = {}) {
  const event = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}
