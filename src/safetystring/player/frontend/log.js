// The conversation on the page: a log of sections, one a scene, each message an article.
import { CHANNELS, handedOver, typed } from "./channels/channels.js";
import { handover } from "./channels/line.js";
import { videoPicture } from "./channels/video.js";
import { append, h } from "./dom.js";
import { showMark } from "./flag.js";
import { icon } from "./icons.js";
import { messageNode, optionNode } from "./message.js";
import { threads } from "./thread.js";
import { say, tag } from "./words.js";

/** @import { Entry, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** @type {SceneEntry} */
const NOWHERE = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };

export class Log {
  #stage;
  /** @type {{ entry: SceneEntry, node: HTMLElement }[]} */
  #scenes = [];
  /** Every message on the page, with the family its node is marked with. @type {{ id: string, node: HTMLElement, family: string | null }[]} */
  #marked = [];
  #time = "";
  #rest = false;
  /** The picture of the video call the conversation is in. @type {ReturnType<typeof videoPicture> | null} */
  #picture = null;

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    this.element = h("div", { class: "sp-log", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
  }

  /** @returns {SceneEntry} the scene the conversation is in */
  get scene() {
    return this.#scenes.at(-1)?.entry ?? NOWHERE;
  }

  clear() {
    this.element.replaceChildren();
    this.#scenes = [];
    this.#marked = [];
    this.#time = "";
    this.#rest = false;
    this.#picture = null;
  }

  /** @param {Entry} entry @param {number} restFrom */
  add(entry, restFrom) {
    if (restFrom > 0 && entry.seq >= restFrom && !this.#rest) this.#openRest();
    if (entry.kind === "scene") {
      this.#addScene(entry);
      return;
    }
    const section = this.#section();
    if (entry.kind === "option") {
      this.#place(section, optionNode(entry, this.#stage));
      return;
    }
    if (entry.time && entry.time !== this.#time && typed(this.scene.channel)) {
      section.append(h("p", { class: "sp-time", "aria-hidden": "true" }, entry.time));
    }
    this.#time = entry.time || this.#time;
    const node = messageNode(entry, this.scene, this.#stage);
    if (entry.form === "frame") this.#picture?.show(entry.attachment);
    this.#place(section, node);
    const family = this.#stage.marks()[entry.id] ?? null;
    this.#marked.push({ id: entry.id, node, family });
    showMark(node, family, this.#stage);
  }

  /** Show all marks as they stand, touching only the messages whose mark is another one. */
  marks() {
    const marks = this.#stage.marks();
    for (const message of this.#marked) {
      const family = marks[message.id] ?? null;
      if (family === message.family) continue;
      message.family = family;
      showMark(message.node, family, this.#stage);
    }
  }

  /**
   * Hide what is not on the screen the conversation is on now.
   *
   * @param {boolean} live
   * @returns {boolean} whether anything is hidden
   */
  focus(live) {
    const names = threads(this.#scenes.map(({ entry }) => entry));
    const present = names.at(-1);
    let hiding = false;
    this.#scenes.forEach(({ node }, index) => {
      node.hidden = live && names[index] !== present;
      hiding ||= node.hidden;
      // A chat that goes on needs no second heading.
      node.classList.toggle("sp-same", index > 0 && names[index - 1] === names[index] && !node.hasAttribute("data-rest-first"));
    });
    return hiding;
  }

  /** @param {SceneEntry} entry */
  #addScene(entry) {
    const { strings } = this.#stage;
    const before = this.#scenes.at(-1)?.entry;
    const details = [entry.number, entry.about].filter(Boolean).join(" · ");
    const heading = h(
      "div",
      { class: "sp-scene-head" },
      icon(CHANNELS[entry.channel].icon),
      h("span", {}, h("b", {}, entry.name), details && h("span", { class: "sp-small" }, details)),
    );
    const node = h("section", { class: "sp-scene", "data-channel": entry.channel, lang: tag(strings) }, heading);
    if (entry.channel === "video") {
      if (before?.channel !== "video" || !this.#picture) this.#picture = videoPicture(strings);
      node.append(this.#picture.element);
    } else this.#picture = null;
    if (handedOver(entry, before)) node.append(handover(entry, strings));
    if (this.#rest) node.classList.add("sp-in-rest");
    if (this.#rest && !this.element.querySelector("[data-rest-first]")) node.setAttribute("data-rest-first", "");
    this.#scenes.push({ entry, node });
    this.#time = "";
    this.element.append(node);
  }

  #section() {
    if (this.#scenes.length === 0) this.#addScene(NOWHERE);
    return this.#scenes.at(-1)?.node ?? this.element;
  }

  #openRest() {
    this.#rest = true;
    const { strings } = this.#stage;
    const card = h("div", { class: "sp-rest-head", tabindex: "-1" });
    append(card, h("h2", {}, say(strings, "rest_title")), h("p", {}, say(strings, "rest_lead")));
    this.element.append(card);
    // What comes next stands in a section of its own even where the scene goes on.
    if (this.#scenes.length > 0) this.#addScene({ ...this.scene, seq: 0 });
  }

  /**
   * Messages of one voice in a row stand close together, and only the first shows who speaks.
   *
   * @param {HTMLElement} section
   * @param {HTMLElement} node
   */
  #place(section, node) {
    const before = section.lastElementChild;
    const side = node.classList.contains("sp-out") ? "sp-out" : "sp-in";
    const same =
      before instanceof HTMLElement && node.matches(".sp-msg") && before.matches(`.sp-msg.${side}`) && before.dataset["name"] === node.dataset["name"];
    if (same) node.classList.add("sp-cont");
    else if (side === "sp-in" && node.matches(".sp-msg") && node.dataset["name"] !== this.scene.name) {
      node.querySelector(".sp-column")?.prepend(h("div", { class: "sp-name" }, node.dataset["name"] ?? ""));
    }
    section.append(node);
  }
}
