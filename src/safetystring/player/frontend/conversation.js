// The conversation as it is lived: paced, followed, reported as painted.
import { accountsQuestion } from "./channels/accounts.js";
import { screen } from "./channels/channels.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { FACTORS, delay } from "./pace.js";
import { paceOff, speed, switchedOn } from "./prefs.js";
import { Queue } from "./queue.js";
import { ringing } from "./ringing.js";
import { Speech } from "./speech.js";
import { say, tag } from "./words.js";

/** @import { Entry, Phase, SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** Phases in which messages arrive one by one. */
const PACED = new Set(["play", "rest"]);
/** Pixels from the end within which the learner is taken to follow the conversation. */
const NEAR = 90;
/** Messages in one report; the kernel takes no more. */
const REPORT = 400;
/** Milliseconds a smooth scroll of ours may take. */
const OWN_SCROLL = 500;
/** Milliseconds in which a hand that looks back has the conversation to itself: its first pixels are still near the end. */
const LOOKS_BACK = 400;
/** Keys that scroll back. */
const BACK = new Set(["ArrowUp", "PageUp", "Home"]);

/**
 * @typedef {object} ConversationHooks
 * @property {(scene: SceneEntry) => void} scene the conversation moved to this scene
 * @property {(playing: boolean) => void} playing
 * @property {(expecting: boolean) => void} typing
 */

export class Conversation {
  #stage;
  #hooks;
  #log;
  #queue;
  #lead = h("div", { class: "sp-lead", hidden: true });
  #accounts = h("div", { class: "sp-lead", hidden: true });
  #earlier;
  #dots = h("div", { class: "sp-dots", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  #ringing;
  #speech = new Speech();
  #follow = true;
  #open = false;
  /** Whether the kernel was lost in the middle of playing. */
  #cut = false;
  #moved = 0;
  /** When a hand last began to scroll back. */
  #back = -Infinity;
  #smooth = false;
  #scrolling = 0;
  #reporting = 0;
  /** Messages on the page that the kernel was not told of yet. @type {string[]} */
  #unreported = [];
  /** Painted and not yet settled. @type {Entry[]} */
  #fresh = [];
  /** @type {Phase} */
  #phase = "play";
  /** @type {Entry | null} */
  #last = null;
  /** @type {ResizeObserver | null} */
  #resized = null;
  /** Highest `seq` on the page. */
  painted = 0;

  /**
   * @param {Stage} stage
   * @param {ConversationHooks} hooks
   */
  constructor(stage, hooks) {
    this.#stage = stage;
    this.#hooks = hooks;
    this.#log = new Log(stage);
    this.#earlier = h("button", { type: "button", class: "sp-earlier", hidden: true, onclick: () => this.#showEarlier() }, icon("up"), say(stage.strings, "show_earlier"));
    this.#ringing = ringing(stage, () => this.#answer());
    this.element = h("div", { class: "sp-scroll", role: "region", tabindex: "0" }, this.#lead, this.#accounts, this.#earlier, this.#log.element, this.#dots, this.#ringing);
    this.element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.element.addEventListener("wheel", ({ deltaY }) => deltaY < 0 && this.#looksBack(), { passive: true });
    this.element.addEventListener("touchmove", () => this.#looksBack(), { passive: true });
    this.element.addEventListener("keydown", ({ key }) => BACK.has(key) && this.#looksBack());
    // Nothing but the bar itself is the region and none of its messages.
    this.element.addEventListener("pointerdown", ({ target }) => target === this.element && this.#looksBack());
    this.#queue = new Queue({
      wait: (entry) => this.#wait(entry),
      expect: (entry) => this.#expect(entry),
      paint: (entry) => this.#paint(entry),
      settle: () => this.#settle(true),
      playing: (playing) => this.#playing(playing),
      held: () => this.#speech.speaking,
    });
    if (typeof ResizeObserver !== "undefined") {
      // The choice area grows and shrinks below, and a message has its real height only once it was in sight
      // (content-visibility); the end of the conversation stays in sight. A scroll under way is not cut short.
      this.#resized = new ResizeObserver(() => this.#follows && this.#toEnd(this.#smooth && performance.now() - this.#moved < OWN_SCROLL));
      this.#resized.observe(this.element);
      this.#resized.observe(this.#log.element);
    }
  }

  get playing() {
    return this.#queue.playing || this.#cut;
  }

  /** The scene the conversation is in. */
  get scene() {
    return this.#log.scene;
  }

  /**
   * Paint from the model: what was painted before at once, the rest in its time.
   *
   * @param {number} upto highest `seq` that has been painted before
   */
  restore(upto) {
    this.#queue.clear();
    this.#log.clear();
    this.#last = null;
    this.#dots.hidden = this.#ringing.hidden = true;
    this.painted = 0;
    this.#phase = this.#stage.model.get("phase");
    this.#follow = true;
    this.element.setAttribute("aria-busy", "true");
    const entries = this.#stage.model.get("entries") ?? [];
    const paced = PACED.has(this.#phase);
    for (const entry of entries) if (!paced || entry.seq <= upto) this.#paint(entry);
    this.#settle(false);
    this.element.setAttribute("aria-busy", "false");
    this.setPhase(this.#phase);
    this.#queue.push(paced ? entries.filter((entry) => entry.seq > upto) : []);
    if (!this.#queue.playing) this.#hooks.playing(false);
  }

  /** @param {Entry[]} entries */
  push(entries) {
    // Who looked back to mark something, and then answers, goes on reading where the answer stands.
    if (entries.some((entry) => entry.kind === "option" && entry.mine)) this.#follow = true;
    this.#queue.push(entries.filter((entry) => entry.seq > this.painted));
  }

  /** @param {Phase} phase */
  setPhase(phase) {
    const before = this.#phase;
    this.#phase = phase;
    if (!PACED.has(phase) && this.#queue.playing) {
      this.restore(Infinity);
      return;
    }
    const { strings } = this.#stage;
    this.#open = false;
    this.#look();
    this.#lead.hidden = phase !== "review";
    this.#lead.replaceChildren();
    const asked = phase === "review" ? accountsQuestion(this.#stage) : null;
    this.#accounts.hidden = asked === null;
    this.#accounts.replaceChildren(...(asked ? [asked] : []));
    if (phase === "review") {
      this.#lead.append(h("h2", {}, say(strings, "review_title")), h("p", {}, say(strings, "review_lead")));
      this.#follow = false;
      this.element.scrollTop = 0;
    } else if (before !== phase) this.#toEnd(false);
    this.marks();
  }

  marks() {
    this.#log.marks();
    // A label under the last message would lie below the edge.
    if (this.#follows) this.#toEnd(false);
    const { strings } = this.#stage;
    // A drill has nothing to mark with, and counts nothing.
    if (this.#phase !== "review" || this.#stage.families().length === 0) return;
    this.#lead.querySelector(".sp-count")?.remove();
    this.#lead.append(h("p", { class: "sp-count", role: "status" }, icon("flagged"), say(strings, "marks_count", { n: Object.keys(this.#stage.marks()).length })));
  }

  /** @param {boolean} on whether to stop until told to go on */
  pause(on) {
    this.#speech.stop();
    if (on) this.#queue.pause();
    else this.#queue.resume();
  }

  skip() {
    this.#speech.stop();
    this.#queue.skip();
    this.#follow = true;
    this.#toEnd(false);
  }

  /** Nothing more appears: what would be painted now could not be saved. */
  halt() {
    // A question about messages that are not there yet stays hidden with them.
    this.#cut = this.#queue.playing;
    this.#speech.stop();
    this.#queue.clear();
    this.#dots.hidden = this.#ringing.hidden = true;
    this.#hooks.typing(false);
    if (!this.#cut) this.#hooks.playing(false);
  }

  end() {
    this.#speech.stop();
    cancelAnimationFrame(this.#scrolling);
    cancelAnimationFrame(this.#reporting);
    this.#tell();
    this.#queue.clear();
    this.#resized?.disconnect();
  }

  /** @param {Entry} entry */
  #wait(entry) {
    if (paceOff()) return 0;
    const charsPerSecond = Number(this.#stage.strings["chars_per_second"]) || 0;
    return delay(entry, this.#last, { charsPerSecond, channel: this.#log.scene.channel, rest: this.#phase === "rest", factor: FACTORS[speed()] });
  }

  /** @param {Entry} entry */
  #expect(entry) {
    this.#ringing.hidden = !(entry.kind === "scene" && this.#log.scene.channel === "ring" && this.#phase === "play");
    const theirs = entry.kind === "message" && entry.side === "in" && !screen(this.#log.scene.channel);
    this.#dots.hidden = !theirs;
    this.#hooks.typing(theirs);
    if (theirs) this.#soon(true);
  }

  /** @param {Entry} entry */
  #paint(entry) {
    this.#log.add(entry, this.#stage.model.get("rest_from"));
    this.painted = Math.max(this.painted, entry.seq);
    this.#last = entry;
    this.#fresh.push(entry);
  }

  /**
   * Bring the page up to what was painted since the last time.
   *
   * @param {boolean} report whether the kernel is to know
   */
  #settle(report) {
    const fresh = this.#fresh.splice(0);
    if (fresh.length === 0) return;
    this.#dots.hidden = this.#ringing.hidden = true;
    if (fresh.some((entry) => entry.kind === "scene")) {
      this.#open = false;
      this.#hooks.scene(this.#log.scene);
    }
    this.#look();
    this.#hooks.typing(false);
    this.#soon(report && fresh.length === 1);
    if (report && fresh.length === 1 && switchedOn("voice")) this.#readAloud(fresh[0]);
    const ids = fresh.filter((entry) => entry.kind === "message").map((entry) => entry.id);
    if (report && ids.length > 0) this.#report(ids);
  }

  /**
   * Tell the kernel once the frame is on the screen: then it is true, and the answer does not hold the frame up.
   *
   * @param {string[]} ids
   */
  #report(ids) {
    this.#unreported.push(...ids);
    if (this.#reporting) return;
    this.#reporting = requestAnimationFrame(() => setTimeout(() => this.#tell(), 0));
  }

  #tell() {
    this.#reporting = 0;
    const ids = this.#unreported.splice(0);
    if (ids.length === 0) return;
    for (let first = 0; first < ids.length; first += REPORT) this.#stage.send("shown", { ids: ids.slice(first, first + REPORT) });
    // The kernel knows it from here and does not send it back; another view of this page begins where this one is.
    this.#stage.model.set("shown", this.painted);
  }

  /** @param {Entry | undefined} entry */
  #readAloud(entry) {
    if (entry?.kind !== "message" || this.#phase !== "play") return;
    const who = entry.side === "in" ? entry.name || this.#log.scene.name : entry.side;
    this.#speech.speak(entry.text, who, tag(this.#stage.strings), FACTORS[speed()] ** 0.5);
  }

  /** The buttons of the ringing phone go; whoever pressed one is now in the call. */
  #answer() {
    this.#queue.hurry();
    this.element.focus({ preventScroll: true });
  }

  /** Show one screen of the phone while it is lived, everything afterwards. */
  #look() {
    const live = this.#phase === "play" && !this.#open;
    const hiding = this.#log.focus(live);
    const { strings } = this.#stage;
    const { name, channel } = this.#log.scene;
    this.#earlier.hidden = !hiding || channel === "ring";
    this.element.dataset["live"] = live ? channel : "all";
    const label = live && (channel === "call" || channel === "video") ? say(strings, "call_captions") : say(strings, "conversation_with", { name });
    this.element.setAttribute("aria-label", label);
    this.#log.element.setAttribute("aria-label", label);
  }

  #showEarlier() {
    this.#open = true;
    this.#follow = false;
    const before = this.element.scrollHeight - this.element.scrollTop;
    this.#look();
    this.element.scrollTop = this.element.scrollHeight - before;
    this.element.focus({ preventScroll: true });
  }

  /** @param {boolean} playing */
  #playing(playing) {
    this.#hooks.playing(playing);
    // The question is back below, in the same frame that hid it: no change of size is ever observed.
    if (!playing) this.#soon(false);
  }

  /** Whether the end is kept in sight now. */
  get #follows() {
    return this.#follow && performance.now() - this.#back >= LOOKS_BACK;
  }

  /** A hand scrolls back: what moves from here is not ours, and nothing pulls it to the end again. */
  #looksBack() {
    this.#back = performance.now();
    this.#moved = -Infinity;
  }

  /** The learner scrolled: follow again from the end, stop following elsewhere. Our own scrolling says nothing. */
  #scrolled() {
    if (performance.now() - this.#moved < OWN_SCROLL) return;
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    this.#follow = scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /**
   * Go to the end in the frame to come, if it is followed: one layout, however much is painted until then.
   *
   * @param {boolean} smooth
   */
  #soon(smooth) {
    if (!this.#follows) return;
    this.#moved = performance.now();
    this.#smooth = smooth;
    if (this.#scrolling) return;
    this.#scrolling = requestAnimationFrame(() => {
      this.#scrolling = 0;
      if (this.#follows) this.#toEnd(this.#smooth);
    });
  }

  /** @param {boolean} smooth */
  #toEnd(smooth) {
    const calm = typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#moved = performance.now();
    this.#smooth = smooth;
    this.element.scrollTo?.({ top: this.#end(), behavior: smooth && !calm ? "smooth" : "instant" });
  }

  /** The end of the conversation; where there is a screen to read, the beginning of what is new on it. */
  #end() {
    const { scrollHeight } = this.element;
    const parts = screen(this.#log.scene.channel) ? [...(this.#log.element.lastElementChild?.children ?? [])] : [];
    const answered = parts.findLastIndex((part) => part.matches(".sp-act, .sp-out"));
    const first = parts.slice(answered + 1).find((part) => part.matches(".sp-full"));
    if (!first) return scrollHeight;
    const top = first.getBoundingClientRect().top - this.element.getBoundingClientRect().top + this.element.scrollTop;
    return Math.min(scrollHeight, Math.max(0, top - 10));
  }
}
