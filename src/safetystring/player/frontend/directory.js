// Looking the number up: what the screen shows beside what the official directory says, and what neither proves.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { date, say, tag } from "./words.js";

/** @import { Contact, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {SceneEntry} scene
 * @returns {HTMLElement}
 */
function onScreen({ strings }, scene) {
  const shown = [scene.number, scene.about].filter(Boolean);
  return h(
    "section",
    { class: "sp-look-part sp-look-screen" },
    h("h3", {}, say(strings, "look_screen")),
    h("p", { class: "sp-look-name" }, scene.name),
    scene.number ? h("p", { class: "sp-look-number", translate: "no" }, scene.number) : null,
    scene.about ? h("p", { class: "sp-small" }, scene.about) : null,
    h("p", { class: "sp-look-truth" }, icon("info"), h("span", {}, say(strings, shown.length > 0 ? "look_truth" : "look_none"))),
  );
}

/**
 * @param {Contact} contact
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
function row(contact, { strings }) {
  return h(
    "li",
    { class: "sp-look-row" },
    h("div", {}, h("b", {}, contact.name), h("span", { class: "sp-small" }, contact.purpose)),
    // No link: nobody is rung from inside an exercise. "This may be happening to me now" has the same numbers to dial.
    h("div", { class: "sp-look-value", translate: "no" }, contact.value),
    h(
      "div",
      { class: "sp-small" },
      contact.checked_on ? say(strings, "help_checked", { date: date(strings, contact.checked_on) }) : "",
      contact.certain ? "" : ` · ${say(strings, "help_uncertain")}`,
    ),
  );
}

/**
 * @param {Stage} stage
 * @param {SceneEntry} scene
 * @param {() => void} check hang up and ring back on a number of one's own
 */
export function openDirectory(stage, scene, check) {
  const { strings, host } = stage;
  const contacts = stage.model.get("about").help ?? [];
  stage.send("act", { act: "look_up" });
  const close = openSheet({
    host,
    title: say(strings, "move_look_up"),
    close: say(strings, "move_stay"),
    className: "sp-sheet-look",
    content: [
      h(
        "div",
        { class: "sp-look", lang: tag(strings) },
        onScreen(stage, scene),
        h(
          "section",
          { class: "sp-look-part" },
          h("h3", {}, say(strings, "look_directory")),
          h("p", { class: "sp-small" }, say(strings, "look_directory_lead")),
          h("ul", { class: "sp-look-list" }, contacts.map((contact) => row(contact, stage))),
        ),
      ),
      h(
        "div",
        { class: "sp-pair sp-sheet-foot" },
        h("button", { type: "button", class: "sp-button", onclick: () => close() }, say(strings, "move_stay")),
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), check()) }, say(strings, "check_yes")),
      ),
    ],
  });
}
