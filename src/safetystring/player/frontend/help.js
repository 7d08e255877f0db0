// "This may be happening to me now": nothing to answer first, the numbers at once.
import { contactList } from "./contacts.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { say, tag } from "./words.js";

/** @import { Stage } from "./stage.js" */

/** @param {Stage} stage */
export function openHelp(stage) {
  const { strings, host } = stage;
  const dialog = openDialog({
    host,
    title: say(strings, "help_title"),
    close: say(strings, "help_back"),
    className: "sp-help",
    lang: tag(strings),
    content: [
      h("p", { class: "sp-help-lead" }, say(strings, "help_lead")),
      contactList(stage.model.get("about").help ?? [], strings),
      h("p", { class: "sp-help-blame" }, say(strings, "help_blame")),
      h("p", { class: "sp-small" }, say(strings, "help_free")),
      h("button", { type: "button", class: "sp-button sp-wide", onclick: () => dialog.close() }, say(strings, "help_back")),
    ],
  });
}
