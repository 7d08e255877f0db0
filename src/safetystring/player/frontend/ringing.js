// The two buttons of a ringing phone, where the scenario asks no question there.
import { leave } from "./acts.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {() => void} answer
 * @returns {HTMLElement}
 */
export function ringing(stage, answer) {
  const { strings } = stage;
  return h(
    "div",
    { class: "sp-ringing", hidden: true },
    h("button", { type: "button", class: "sp-pick sp-decline", onclick: () => leave(stage) }, icon("hangup"), h("span", {}, say(strings, "decline"))),
    h("button", { type: "button", class: "sp-pick sp-answer", onclick: answer }, icon("phone"), h("span", {}, say(strings, "answer"))),
  );
}
