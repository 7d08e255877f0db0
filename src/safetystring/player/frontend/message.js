// One entry of the conversation as the screen shows it.
import { avatar } from "./avatars.js";
import { CARDS } from "./cards.js";
import { balance } from "./channels/balance.js";
import { screen } from "./channels/channels.js";
import { compare } from "./channels/compare.js";
import { face, reactions } from "./channels/group.js";
import { hold, keyTile } from "./channels/line.js";
import { mail } from "./channels/mail.js";
import { page, pageCard } from "./channels/page.js";
import { payment } from "./channels/payment.js";
import { frameCard } from "./channels/video.js";
import { append, h } from "./dom.js";
import { icon } from "./icons.js";
import { flagButton } from "./flag.js";
import { paper } from "./paper.js";
import { voice } from "./voice.js";
import { messageLabel, say, tag } from "./words.js";

/** @import { Channel, MessageEntry, OptionEntry, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * What each form shows beside its words, and whether the words come `after` it; `own` ones bring their words themselves.
 *
 * @type {Record<string, { place: "before" | "after" | "own", show: (entry: MessageEntry, stage: Stage, channel: Channel) => HTMLElement[] }>}
 */
const FORMS = {
  voice: { place: "own", show: (entry, { strings }) => voice(entry, strings) },
  document: { place: "before", show: (entry, stage) => [paper(entry, stage)] },
  image: { place: "before", show: (entry, stage) => [paper(entry, stage)] },
  compare: { place: "before", show: (entry, stage) => [compare(entry, stage)] },
  call: { place: "own", show: (entry, { strings }, channel) => (channel === "ring" ? [] : [CARDS["call"]?.(entry, strings) ?? h("div")]) },
  mail: { place: "own", show: (entry, { strings }) => mail(entry, strings) },
  page: { place: "own", show: (entry, stage, channel) => [screen(channel) ? page(entry, stage.strings) : pageCard(entry, stage)] },
  payment: { place: "before", show: (entry, { strings }) => [payment(entry, strings)] },
  balance: { place: "before", show: (entry, { strings }) => [balance(entry, strings)] },
  frame: { place: "after", show: (entry, { strings }) => [frameCard(entry, strings)] },
};

/**
 * @param {MessageEntry} entry
 * @param {Stage} stage
 * @param {Channel} channel
 * @returns {HTMLElement[]}
 */
function body(entry, stage, channel) {
  const { strings } = stage;
  const card = CARDS[entry.form];
  const { place, show } = FORMS[entry.form] ?? { place: "before", show: () => (card ? [card(entry, strings)] : []) };
  const parts = show(entry, stage, channel);
  if (place === "own" || !entry.text) return parts;
  const said = screen(channel) && entry.side === "in" ? notice(entry.text) : h("div", { class: "sp-bubble" }, entry.text);
  const given = reactions(entry.reactions, strings);
  return [...(place === "before" ? [said, ...parts] : [...parts, said]), ...(given ? [given] : [])];
}

/**
 * @param {string} text
 * @returns {HTMLElement} what an app or a site tells, outside any conversation
 */
function notice(text) {
  return h("div", { class: "sp-panel sp-notice" }, icon("bell"), h("p", {}, text));
}

/**
 * The display of an incoming call, which can be marked like any message.
 *
 * @param {MessageEntry} entry
 * @param {SceneEntry} scene
 * @returns {HTMLElement[]}
 */
function callerDisplay(entry, scene) {
  const known = [scene.name, scene.number ?? "", scene.about ?? ""];
  return [
    h("div", { class: "sp-caller-name" }, scene.name),
    h("div", { class: "sp-caller-number", translate: "no" }, scene.number),
    h("div", { class: "sp-caller-about" }, scene.about),
    ...(entry.text && !known.includes(entry.text) ? [h("div", { class: "sp-caller-text" }, entry.text)] : []),
  ].filter((line) => line.textContent !== "");
}

/**
 * @param {MessageEntry} entry
 * @param {SceneEntry} scene
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function messageNode(entry, scene, stage) {
  const { strings } = stage;
  if (entry.form === "hold") return hold(entry, strings);
  if (entry.side === "none") {
    return h("p", { class: `sp-line sp-${entry.form}`, lang: tag(strings), "data-id": entry.id }, entry.text);
  }
  const mine = entry.side === "out";
  const name = mine ? say(strings, "you") : entry.name || scene.name;
  const ring = scene.channel === "ring" && entry.form === "call";
  const column = h("div", { class: "sp-column" }, ring ? callerDisplay(entry, scene) : body(entry, stage, scene.channel));
  const article = h(
    "article",
    {
      class: `sp-msg sp-${entry.side}${ring ? " sp-caller" : ""}${screen(scene.channel) && !mine ? " sp-full" : ""}`,
      lang: tag(strings),
      "aria-label": messageLabel(strings, name, entry.time),
      "data-id": entry.id,
      "data-name": name,
    },
    ring ? h("div", { class: "sp-caller-ring", "aria-hidden": "true" }, avatar(scene.avatar, "sp-caller-avatar")) : portrait(entry, scene),
    column,
  );
  if (entry.markable) article.append(flagButton(entry, scene, stage));
  return article;
}

/** @param {MessageEntry} entry @param {SceneEntry} scene @returns {HTMLElement} */
function portrait(entry, scene) {
  if (entry.side === "out") return avatar("me");
  return scene.channel === "group" ? face(entry) : avatar(entry.avatar);
}

/**
 * What the learner said or did; in the rest, what someone who stayed would have.
 *
 * @param {OptionEntry} entry
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function optionNode(entry, stage) {
  const { strings } = stage;
  const lang = tag(strings);
  const hint = entry.mine ? null : h("span", { class: "sp-small" }, say(strings, "rest_option"));
  if (entry.option_kind === "do") {
    const line = h("p", { class: `sp-line sp-act${entry.mine ? "" : " sp-hypothetical"}`, lang });
    append(line, hint, h("span", { class: "sp-act-row" }, entry.key ? keyTile(entry.key) : icon("arrow"), h("span", {}, entry.text)));
    return line;
  }
  const you = say(strings, "you");
  return h(
    "article",
    { class: `sp-msg sp-out${entry.mine ? "" : " sp-hypothetical"}`, lang, "aria-label": entry.mine ? you : say(strings, "rest_option"), "data-name": you },
    avatar(entry.mine ? "me" : "none"),
    h("div", { class: "sp-column" }, hint, h("div", { class: "sp-bubble" }, entry.text)),
  );
}
