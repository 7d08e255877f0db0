// The first screen: where you are, how long it takes, what to expect, in which language.
import { skipTheme } from "./acts.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { lessonText } from "./lesson.js";
import { say, tag } from "./words.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function introScreen(stage) {
  const { strings } = stage;
  const about = stage.model.get("about");
  return h(
    "div",
    { class: "sp-screen sp-intro", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, about.title),
    h("p", { class: "sp-meta" }, icon("clock"), say(strings, "minutes", { n: about.minutes })),
    h("section", { class: "sp-panel" }, h("h2", {}, say(strings, "setting_label")), h("p", { class: "sp-setting" }, about.setting)),
    lesson(stage),
    h("section", { class: "sp-how" }, icon(stage.families().length > 0 ? "flag" : "info"), h("p", {}, say(strings, "how"))),
    about.notes && h("section", { class: "sp-note" }, h("h2", {}, icon("info"), say(strings, "notes_label")), h("p", {}, about.notes)),
    about.skippable && h("button", { type: "button", class: "sp-quiet-button", onclick: () => skipTheme(stage) }, say(strings, "skip_theme")),
  );
}

/**
 * The module's lesson, folded: two minutes to read, once, before its first conversation.
 *
 * @param {Stage} stage
 * @returns {HTMLElement | null}
 */
function lesson(stage) {
  const { strings } = stage;
  const found = stage.model.get("onward")?.lesson;
  if (!found) return null;
  return h("details", { class: "sp-lesson" }, h("summary", {}, say(strings, "lesson_first", { n: found.minutes })), lessonText(found, found.goals, found.remember, strings));
}

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function skippedScreen(stage) {
  const { strings } = stage;
  return h(
    "div",
    { class: "sp-screen sp-skipped", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "skipped_title")),
    h("p", {}, say(strings, "skipped_text")),
    h("button", { type: "button", class: "sp-button sp-wide", onclick: () => stage.send("restart") }, say(strings, "skipped_back")),
  );
}
