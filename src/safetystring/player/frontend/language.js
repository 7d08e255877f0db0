// The language switch: three native radio buttons, each in its own language.
import { h, uid } from "./dom.js";
import { say } from "./words.js";

/** @import { Lang } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** @type {[Lang, string, string][]} */
const LANGUAGES = [
  ["zh", "zh-CN", "中文"],
  ["en", "en", "English"],
  ["fr", "fr", "Français"],
];

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function languageSwitch(stage) {
  const group = uid("lang");
  const present = stage.model.get("lang");
  return h(
    "fieldset",
    { class: "sp-segmented" },
    h("legend", { class: "sp-hidden" }, say(stage.strings, "language_label")),
    LANGUAGES.map(([lang, tag, name]) =>
      h(
        "label",
        { class: "sp-segment", lang: tag },
        h("input", { type: "radio", name: group, value: lang, checked: lang === present, onchange: () => stage.send("language", { lang }) }),
        h("span", {}, name),
      ),
    ),
  );
}
