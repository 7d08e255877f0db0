// A voice message: a bar that pretends to play, and what it says in writing.
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { MessageEntry, Strings } from "./types.js" */

const BARS = [9, 15, 7, 18, 12, 20, 10, 16, 8, 19, 13, 17, 6, 14, 11, 18, 9, 15];

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement[]}
 */
export function voice(entry, strings) {
  const seconds = Number(entry.attachment?.["seconds"]) || 1;
  const id = uid("transcript");
  const wave = BARS.map((height) => h("i", { style: `height:${height}px` }));
  const button = h(
    "button",
    { type: "button", class: "sp-voice", "aria-label": say(strings, "voice_play", { seconds }), "aria-describedby": id, style: `--sp-seconds:${seconds}s` },
    h("span", { class: "sp-voice-go" }, icon("play")),
    h("span", { class: "sp-wave", "aria-hidden": "true" }, wave),
    h("span", { class: "sp-voice-length", "aria-hidden": "true" }, `${seconds}″`),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  button.addEventListener("click", () => {
    clearTimeout(timer);
    const on = button.classList.toggle("sp-playing");
    if (on) timer = setTimeout(() => button.classList.remove("sp-playing"), seconds * 1000);
  });
  return [
    h("div", { class: "sp-bubble sp-bubble-voice" }, button),
    h("div", { class: "sp-transcript", id }, h("span", { class: "sp-small" }, say(strings, "voice_transcript")), h("p", {}, entry.text)),
  ];
}
