// The conversation once more, message by message, each sign and each mark explained where it stood.
import { CHANNELS } from "./channels/channels.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { itemCard, tally } from "./item.js";
import { messageNode, optionNode } from "./message.js";
import { say } from "./words.js";

/** @import { Debrief, Item, MessageEntry, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** So many messages in a row with nothing to say about them are folded away. */
const FOLD = 3;
/** Of them, so many stay in sight before what is explained next. */
const LEAD = 1;

/** @type {SceneEntry} */
const NOWHERE = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };

/**
 * @param {SceneEntry} scene
 * @returns {HTMLElement}
 */
function heading(scene) {
  return h("li", { class: "sp-replay-scene" }, icon(CHANNELS[scene.channel].icon), h("b", {}, scene.name));
}

/**
 * @param {Stage} stage
 * @param {string} message
 * @returns {HTMLElement} under a message that was marked and in order
 */
function otherMark({ strings }, message) {
  return h(
    "div",
    { class: "sp-item-card sp-in-place", "data-result": "false_alarm", "data-message": message },
    h("span", { class: "sp-result", "data-result": "false_alarm" }, icon("info"), h("span", {}, say(strings, "result_false_alarm"))),
    h("p", { class: "sp-item-why" }, say(strings, "replay_other")),
  );
}

/**
 * Fold long runs of messages that need no word; what stands before an explained one stays in sight.
 *
 * @param {{ node: HTMLElement, plain: boolean }[]} rows
 * @param {Stage} stage
 * @returns {HTMLElement[]}
 */
function folded(rows, { strings }) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {HTMLElement[]} */
  let run = [];
  /** @param {number} lead */
  const close = (lead) => {
    const hidden = run.length >= FOLD + lead ? run.slice(0, run.length - lead) : [];
    if (hidden.length > 0) {
      const summary = h("summary", {}, icon("up"), say(strings, "replay_more", { n: hidden.length }));
      made.push(h("li", { class: "sp-replay-fold" }, h("details", {}, summary, h("ol", { class: "sp-replay-list" }, hidden))));
    }
    made.push(...run.slice(hidden.length));
    run = [];
  };
  for (const { node, plain } of rows) {
    if (plain) run.push(node);
    else {
      close(node.classList.contains("sp-replay-scene") ? 0 : LEAD);
      made.push(node);
    }
  }
  close(0);
  return made;
}

/**
 * @typedef {object} Notes
 * @property {Map<string, Item>} items
 * @property {Set<string>} others messages marked though they were in order
 * @property {string | null | undefined} sign the first sign's message
 */

/**
 * @param {MessageEntry} entry
 * @param {SceneEntry} scene
 * @param {Notes} notes
 * @param {Stage} stage
 * @returns {{ node: HTMLElement, plain: boolean }}
 */
function row(entry, scene, { items, others, sign }, stage) {
  const item = items.get(entry.id);
  const node = messageNode({ ...entry, markable: false }, scene, stage);
  if (item) {
    const card = itemCard(item, stage, { inPlace: true, first: entry.id === sign });
    return { node: h("li", { class: "sp-replay-row", "data-result": item.result }, node, card), plain: false };
  }
  if (!others.has(entry.id)) return { node: h("li", { class: "sp-replay-row" }, node), plain: true };
  return { node: h("li", { class: "sp-replay-row", "data-result": "false_alarm" }, node, otherMark(stage, entry.id)), plain: false };
}

/**
 * @param {Notes} notes
 * @param {Stage} stage
 * @returns {{ node: HTMLElement, plain: boolean }[]} every entry in its place, headings between
 */
function rows(notes, stage) {
  const restFrom = stage.model.get("rest_from") || Infinity;
  /** @type {{ node: HTMLElement, plain: boolean }[]} */
  const made = [];
  let scene = NOWHERE;
  let rest = false;
  for (const entry of stage.model.get("entries") ?? []) {
    if (entry.seq >= restFrom && !rest) {
      rest = true;
      made.push({ node: h("li", { class: "sp-replay-rest" }, say(stage.strings, "replay_rest")), plain: false });
    }
    if (entry.kind === "message") made.push(row(entry, scene, notes, stage));
    else if (entry.kind === "option") made.push({ node: h("li", { class: "sp-replay-row" }, optionNode(entry, stage)), plain: true });
    else {
      if (entry.name !== scene.name) made.push({ node: heading(entry), plain: false });
      scene = entry;
    }
  }
  return made;
}

/**
 * @param {Debrief} debrief
 * @param {Stage} stage
 * @returns {HTMLElement | null} nothing where there is nothing to explain
 */
export function replay({ items: explained = [], other_marks: others = [], noticed, first_sign: first }, stage) {
  if (explained.length + others.length === 0) return null;
  const { strings } = stage;
  const items = new Map(explained.map((item) => [item.message, item]));
  const list = rows({ items, others: new Set(others.map(({ message }) => message)), sign: noticed?.first ?? first }, stage);
  const there = new Set(stage.model.get("entries").map((entry) => entry.kind === "message" && entry.id));
  const cues = explained.filter((item) => item.kind === "cue");
  return h(
    "section",
    { class: "sp-section sp-replay" },
    h("h2", {}, say(strings, "items_title")),
    cues.length > 0 && tally(cues, strings),
    h("ol", { class: "sp-replay-list" }, folded(list, stage)),
    explained.filter(({ message }) => !there.has(message)).map((item) => itemCard(item, stage)),
  );
}
