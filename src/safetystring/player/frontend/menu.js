// The menu behind "more".
import { download, leave, restart } from "./acts.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { languageSwitch } from "./language.js";
import { paceOff, setPaceOff } from "./prefs.js";
import { closeSheet, openSheet } from "./sheet.js";
import { say } from "./words.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {{ skip: () => void, canLeave: boolean }} hooks
 */
export function openMenu(stage, { skip, canLeave }) {
  const { strings, host } = stage;
  const pace = h("input", { type: "checkbox", role: "switch", checked: paceOff() });
  pace.addEventListener("change", () => {
    setPaceOff(pace.checked);
    if (pace.checked) skip();
  });
  /** @param {string} name @param {string} text @param {() => void} act */
  const item = (name, text, act) =>
    h("button", { type: "button", class: "sp-item", onclick: () => (closeSheet(host), act()) }, icon(name), h("span", {}, text));
  openSheet({
    host,
    title: say(strings, "more"),
    close: say(strings, "close"),
    className: "sp-sheet-menu",
    content: [
      languageSwitch(stage),
      h("label", { class: "sp-item sp-switch" }, icon("skip"), h("span", {}, say(strings, "pace_off")), pace),
      item("download", say(strings, "download"), () => download(stage)),
      item("restart", say(strings, "restart"), () => restart(stage)),
      ...(canLeave ? [item("back", say(strings, "leave"), () => leave(stage))] : []),
    ],
  });
}
