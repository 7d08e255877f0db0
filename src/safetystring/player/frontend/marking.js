// The panel in which a message is marked: its words, and the families as radio buttons.
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { say } from "./words.js";

/** @import { Family } from "./types.js" */
/** @import { Stage } from "./stage.js" */

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

/**
 * @param {object} parts
 * @param {Stage} parts.stage
 * @param {string} parts.quote
 * @param {string | null} parts.marked family marked now
 * @param {(family: string) => void} parts.mark
 * @param {() => void} parts.unmark
 */
export function openMarking({ stage, quote, marked, mark, unmark }) {
  const { strings } = stage;
  const group = uid("family");
  // Arrow keys walk through radio buttons and choose as they go; only a press, Enter or Space also closes.
  let walking = false;
  let current = marked;
  /** @param {string} family */
  const choose = (family) => {
    if (family !== current) mark((current = family));
  };
  const chips = stage.families().map((family) => chip(family, group, family.id === marked));
  const fields = h(
    "fieldset",
    { class: "sp-families" },
    h("legend", { class: "sp-hidden" }, say(strings, "mark_question")),
    chips,
  );
  const back = h("button", { type: "button", class: "sp-button sp-takeback", hidden: marked === null, onclick: () => (unmark(), close()) }, icon("restart"), say(strings, "unmark"));
  const close = openSheet({
    host: stage.host,
    title: say(strings, "mark_question"),
    close: say(strings, "close"),
    className: "sp-sheet-marking",
    content: [h("blockquote", { class: "sp-quote" }, quote), fields, back],
  });
  fields.addEventListener("keydown", (event) => {
    walking = ARROWS.has(event.key);
    const target = event.target;
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    choose(target.value);
    close();
  });
  fields.addEventListener("change", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement)) return;
    choose(target.value);
    if (walking) back.hidden = false;
    else close();
  });
  // Pressing the family that is chosen already changes nothing, and is a way to say "yes, that".
  fields.addEventListener("click", (event) => {
    if (!walking && event.target instanceof HTMLInputElement && event.target.value === current) close();
  });
  fields.addEventListener("pointerdown", () => (walking = false));
}

/**
 * @param {Family} family
 * @param {string} group
 * @param {boolean} checked
 * @returns {HTMLElement}
 */
function chip(family, group, checked) {
  const [name, hint] = [uid("name"), uid("hint")];
  return h(
    "label",
    { class: "sp-chip" },
    h("input", { type: "radio", name: group, value: family.id, checked, "aria-labelledby": name, "aria-describedby": hint }),
    h("span", { class: "sp-chip-text" }, h("span", { class: "sp-chip-name", id: name }, family.name), h("span", { class: "sp-chip-hint", id: hint }, family.hint)),
  );
}
