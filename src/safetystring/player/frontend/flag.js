// The flag beside a message, and how a marked message looks.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMarking } from "./marking.js";
import { say, shorten } from "./words.js";

/** @import { MessageEntry, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** Fields of an attachment by which it can be called, the best first. */
const CALLED = ["title", "subject", "caption", "name", "alt", "amount"];

/**
 * @param {MessageEntry} entry
 * @param {SceneEntry | null} scene
 * @returns {string} the words that are quoted when the message is talked about
 */
export function quoted(entry, scene) {
  const card = CALLED.map((name) => (entry.attachment?.["papers"]?.[0] ?? entry.attachment)?.[name]).find((text) => typeof text === "string" && text);
  return entry.text || card || [scene?.name, scene?.number].filter(Boolean).join(" ");
}

/**
 * @param {MessageEntry} entry
 * @param {SceneEntry | null} scene
 * @param {Stage} stage
 * @returns {HTMLButtonElement}
 */
export function flagButton(entry, scene, stage) {
  const quote = quoted(entry, scene);
  const button = h("button", { type: "button", class: "sp-flag", "aria-pressed": "false", "data-quote": shorten(quote) }, icon("flag", "sp-icon sp-flag-off"), icon("flagged", "sp-icon sp-flag-on"));
  button.addEventListener("click", () =>
    openMarking({
      stage,
      quote,
      marked: stage.marks()[entry.id] ?? null,
      mark: (family) => stage.mark(entry.id, family),
      unmark: () => stage.unmark(entry.id),
    }),
  );
  return button;
}

/**
 * Show a message as marked with this family, or not.
 *
 * @param {HTMLElement} node
 * @param {string | null} family
 * @param {Stage} stage
 */
export function showMark(node, family, stage) {
  const button = node.querySelector(".sp-flag");
  if (!button) return;
  const { strings } = stage;
  const text = button.getAttribute("data-quote") ?? "";
  const name = family === null ? null : (stage.family(family)?.name ?? family);
  node.classList.toggle("sp-marked", name !== null);
  button.setAttribute("aria-pressed", String(name !== null));
  button.setAttribute("aria-label", name === null ? say(strings, "mark_message", { text }) : say(strings, "mark_change", { family: name, text }));
  button.setAttribute("title", name === null ? say(strings, "mark") : say(strings, "marked_as", { family: name }));
  node.querySelector(".sp-mark-label")?.remove();
  if (name !== null) {
    node.querySelector(".sp-column")?.append(h("div", { class: "sp-mark-label" }, icon("flagged"), h("span", {}, say(strings, "marked_as", { family: name }))));
  }
}
