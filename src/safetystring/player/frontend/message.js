// One entry of the conversation as the screen shows it.
import { avatar } from "./avatars.js";
import { CARDS } from "./cards.js";
import { append, h } from "./dom.js";
import { icon } from "./icons.js";
import { flagButton } from "./flag.js";
import { paper } from "./paper.js";
import { voice } from "./voice.js";
import { messageLabel, say, tag } from "./words.js";

/** @import { Channel, MessageEntry, OptionEntry, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @param {MessageEntry} entry
 * @param {Stage} stage
 * @param {Channel} channel
 * @returns {HTMLElement[]}
 */
function body(entry, stage, channel) {
  const { strings } = stage;
  const said = entry.text ? [h("div", { class: "sp-bubble" }, entry.text)] : [];
  if (entry.form === "voice") return voice(entry, strings);
  if (entry.form === "document" || entry.form === "image") return [...said, paper(entry, stage)];
  if (entry.form === "call") return channel === "ring" ? [] : [CARDS["call"]?.(entry, strings) ?? h("div")];
  const card = CARDS[entry.form];
  return card ? [...said, card(entry, strings)] : said;
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
      class: `sp-msg sp-${entry.side}${ring ? " sp-caller" : ""}`,
      lang: tag(strings),
      "aria-label": messageLabel(strings, name, entry.time),
      "data-id": entry.id,
      "data-name": name,
    },
    ring ? h("div", { class: "sp-caller-ring", "aria-hidden": "true" }, avatar(scene.avatar, "sp-caller-avatar")) : avatar(mine ? "me" : entry.avatar),
    column,
  );
  if (entry.markable) article.append(flagButton(entry, scene, stage));
  return article;
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
    append(line, hint, h("span", { class: "sp-act-row" }, icon("arrow"), h("span", {}, entry.text)));
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
