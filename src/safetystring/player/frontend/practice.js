// Two messages to try the flag on. Everything here stays in the page: nothing is logged.
import { h } from "./dom.js";
import { showMark } from "./flag.js";
import { icon } from "./icons.js";
import { messageNode } from "./message.js";
import { say, tag } from "./words.js";

/** @import { MessageEntry, PracticeMessage, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function practiceScreen(stage) {
  const { strings } = stage;
  /** @type {Record<string, string>} */
  const marks = {};
  const messages = stage.model.get("about").practice ?? [];
  /** @type {{ message: PracticeMessage, node: HTMLElement, says: HTMLElement, id: string }[]} */
  const rows = [];
  const refresh = () => {
    const caught = rows.some(({ message, id }) => message.family !== null && id in marks);
    for (const { message, node, says, id } of rows) {
      showMark(node, marks[id] ?? null, stage);
      feedback(says, message, marks[id] ?? null, caught, stage);
    }
  };
  /** @type {Stage} */
  const own = {
    ...stage,
    strings,
    marks: () => marks,
    mark: (id, family) => {
      marks[id] = family;
      refresh();
    },
    unmark: (id) => {
      delete marks[id];
      refresh();
    },
  };
  messages.forEach((message, index) => {
    const id = `practice-${index}`;
    const node = messageNode(asEntry(message, id, index), scene(message), own);
    node.querySelector(".sp-column")?.prepend(h("div", { class: "sp-name" }, message.name));
    const says = h("div", { class: "sp-feedback", role: "status", hidden: true });
    rows.push({ message, node, says, id });
  });
  refresh();
  return h(
    "div",
    { class: "sp-screen sp-practice", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "practice_title")),
    h("p", { class: "sp-practice-lead" }, say(strings, "practice_lead")),
    rows.map(({ node, says }) => h("div", { class: "sp-practice-row" }, node, says)),
  );
}

/**
 * @param {PracticeMessage} message
 * @param {string} id
 * @param {number} index
 * @returns {MessageEntry}
 */
function asEntry(message, id, index) {
  return { seq: index + 1, kind: "message", id, form: "text", side: "in", name: message.name, avatar: index === 0 ? "friend" : "desk", text: message.text, markable: true };
}

/**
 * @param {PracticeMessage} message
 * @returns {SceneEntry}
 */
function scene(message) {
  return { seq: 0, kind: "scene", id: "practice", channel: "chat", name: message.name };
}

/**
 * @param {HTMLElement} box
 * @param {PracticeMessage} message
 * @param {string | null} marked
 * @param {boolean} caught whether the one to mark is marked
 * @param {Stage} stage
 */
function feedback(box, message, marked, caught, stage) {
  const { strings } = stage;
  const right = message.family !== null;
  const due = marked !== null || (!right && caught);
  box.hidden = !due;
  const good = right ? marked !== null : marked === null;
  box.classList.toggle("sp-good", good);
  box.replaceChildren();
  if (!due) return;
  const family = message.family === null ? "" : (stage.family(message.family)?.name ?? message.family);
  const head = right ? (marked === message.family ? say(strings, "practice_right") : say(strings, "practice_other_family", { family })) : say(strings, "practice_clean");
  box.append(icon(good ? "check" : "info"), h("p", {}, h("b", {}, head), " ", message.why));
}
