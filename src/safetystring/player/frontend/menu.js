// The menu behind "more".
import { download, leave, restart } from "./acts.js";
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { languageSwitch } from "./language.js";
import { SPEEDS, setSpeed, speed, switchOn, switchedOn } from "./prefs.js";
import { closeSheet, openSheet } from "./sheet.js";
import { localVoices, onVoices } from "./speech.js";
import { say, tag } from "./words.js";

/** @import { Speed } from "./prefs.js" */
/** @import { Strings } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @param {Strings} strings
 * @param {(chosen: Speed) => void} changed
 * @returns {HTMLElement}
 */
function speeds(strings, changed) {
  const group = uid("speed");
  return h(
    "fieldset",
    { class: "sp-speed" },
    h("legend", { class: "sp-item-legend" }, icon("clock"), say(strings, "speed")),
    h(
      "div",
      { class: "sp-segmented" },
      SPEEDS.map((one) =>
        h(
          "label",
          { class: "sp-segment" },
          h("input", { type: "radio", name: group, value: one, checked: speed() === one, onchange: () => (setSpeed(one), changed(one)) }),
          h("span", {}, say(strings, `speed_${one}`)),
        ),
      ),
    ),
  );
}

/**
 * @param {string} name of the icon
 * @param {"voice" | "pressure"} pref
 * @param {Strings} strings
 * @param {() => void} [changed]
 */
function toggle(name, pref, strings, changed = () => {}) {
  const note = uid(pref);
  const input = h("input", { type: "checkbox", role: "switch", checked: switchedOn(pref), "aria-describedby": note });
  input.addEventListener("change", () => {
    switchOn(pref, input.checked);
    changed();
  });
  const hint = h("span", { class: "sp-small", id: note }, say(strings, `${pref}_hint`));
  const element = h("label", { class: "sp-item sp-switch", "data-pref": pref }, icon(name), h("span", {}, say(strings, pref), hint), input);
  return { element, input, hint };
}

/**
 * Reading aloud, where this machine has a voice of its own for the language; else it is said that there is none.
 *
 * @param {Strings} strings
 */
function voice(strings) {
  const { element, input, hint } = toggle("voice", "voice", strings);
  const look = () => {
    const none = localVoices(tag(strings)).length === 0;
    input.disabled = none;
    input.checked = !none && switchedOn("voice");
    hint.textContent = say(strings, none ? "voice_none" : "voice_hint");
  };
  look();
  return { element, stop: onVoices(look) };
}

/**
 * @param {Stage} stage
 * @param {{ skip: () => void, settings: () => void, canLeave: boolean }} hooks
 */
export function openMenu(stage, { skip, settings, canLeave }) {
  const { strings, host } = stage;
  const aloud = voice(strings);
  /** @param {string} name @param {string} text @param {() => void} act */
  const item = (name, text, act) =>
    h("button", { type: "button", class: "sp-item", onclick: () => (closeSheet(host), act()) }, icon(name), h("span", {}, text));
  openSheet({
    host,
    title: say(strings, "more"),
    close: say(strings, "close"),
    className: "sp-sheet-menu",
    onClose: aloud.stop,
    content: [
      languageSwitch(stage),
      speeds(strings, (chosen) => chosen === "off" && skip()),
      aloud.element,
      toggle("clock", "pressure", strings, settings).element,
      item("download", say(strings, "download"), () => download(stage)),
      item("restart", say(strings, "restart"), () => restart(stage)),
      ...(canLeave ? [item("back", say(strings, "leave"), () => leave(stage))] : []),
    ],
  });
}
