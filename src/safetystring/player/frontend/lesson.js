// A module's lesson: goals, a few paragraphs, one message taken apart, what the real one looks like, three lines.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Lesson, LessonPart, Strings } from "./types.js" */

/**
 * @param {LessonPart} part
 * @param {Strings} strings
 */
function piece(part, strings) {
  return h(
    "li",
    { class: part.flag ? "sh-part sh-part-flag" : "sh-part" },
    h("p", { class: "sh-words" }, part.words),
    h(
      "p",
      { class: "sh-does" },
      h("strong", {}, icon(part.flag ? "flagged" : "check"), h("span", {}, part.flag ?? say(strings, "lesson_harmless"))),
      " ",
      part.does,
    ),
  );
}

/**
 * @param {Lesson} lesson
 * @param {string[]} goals
 * @param {string[]} remember three lines, or none
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function lessonText(lesson, goals, remember, strings) {
  return h(
    "div",
    { class: "sh-lesson-text" },
    h("h3", {}, say(strings, "lesson_goals")),
    h("ul", { class: "sh-goals" }, goals.map((goal) => h("li", {}, goal))),
    lesson.points.map((point) => h("p", {}, point)),
    h("h3", {}, say(strings, "lesson_example")),
    h("p", { class: "sh-sender" }, lesson.sender),
    h("ol", { class: "sh-parts" }, lesson.parts.map((part) => piece(part, strings))),
    h("h3", {}, say(strings, "lesson_genuine")),
    h("p", {}, lesson.genuine),
    remember.length > 0 && [h("h3", {}, say(strings, "takeaway_remember")), h("ol", { class: "sh-remember" }, remember.map((line) => h("li", {}, line)))],
  );
}
