// The small tray above the bar: stop for a moment, what else can be done, and on with it.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Stage } from "./stage.js" */

/** Seconds after which the one who waits is said to be waiting still. Nothing ever follows from it. */
const PATIENCE = [0, 15, 40];

/**
 * @typedef {object} TrayHooks
 * @property {() => void} skip
 * @property {(on: boolean) => void} pause
 * @property {() => void} moves
 */

/**
 * @param {Stage} stage
 * @param {TrayHooks} hooks
 */
export function makeTray(stage, hooks) {
  const { strings } = stage;
  let paused = false;
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];

  const word = h("span", {}, say(strings, "pause"));
  const sign = h("span", { class: "sp-tray-sign" }, icon("pause"));
  const pause = h("button", { type: "button", class: "sp-tray-button sp-pause", onclick: () => set(!paused, true) }, sign, word);
  const moves = h("button", { type: "button", class: "sp-tray-button sp-moves", "aria-haspopup": "dialog", onclick: hooks.moves }, icon("hand"), h("span", {}, say(strings, "moves")));
  const skip = h("button", { type: "button", class: "sp-skip", hidden: true, onclick: () => (set(false, false), hooks.skip()) }, say(strings, "skip"), icon("skip"));
  const note = h("p", { class: "sp-tray-note", role: "status" });
  const buttons = h("div", { class: "sp-tray-buttons" }, pause, moves, skip);
  const element = h("div", { class: "sp-tray", hidden: true }, note, buttons);

  /** @param {boolean} on @param {boolean} tell whether the conversation is to be told */
  function set(on, tell) {
    if (on === paused) return;
    paused = on;
    wait(false);
    word.textContent = say(strings, on ? "pause_off" : "pause");
    sign.replaceChildren(icon(on ? "play" : "pause"));
    element.classList.toggle("sp-paused", on);
    note.textContent = on ? say(strings, "pause_on") : "";
    if (tell) hooks.pause(on);
  }

  /** Say, calmly, that the other side waits for an answer; or say nothing. @param {boolean} on */
  function wait(on) {
    for (const timer of timers) clearTimeout(timer);
    element.classList.toggle("sp-waiting", on);
    note.textContent = "";
    timers = on ? PATIENCE.map((seconds, step) => setTimeout(() => (note.textContent = say(strings, `waiting_${step + 1}`)), seconds * 1000)) : [];
  }

  return {
    element,

    /** @param {boolean} live whether the conversation is being lived @param {boolean} playing whether messages arrive */
    show(live, playing) {
      if (!live) set(false, false);
      element.hidden = !live && !playing;
      pause.hidden = moves.hidden = !live;
      skip.hidden = !playing;
    },

    /** @param {boolean} on whether the other side is shown as waiting */
    waiting(on) {
      if (!paused) wait(on);
    },

    end() {
      wait(false);
    },
  };
}

/** @typedef {ReturnType<typeof makeTray>} Tray */
