// One view of a player: puts the screen of the present phase into the frame and keeps it up to date.
import { spoken, typed } from "./channels/channels.js";
import { carries } from "./carried.js";
import { watchChoices, question } from "./choices.js";
import { Conversation } from "./conversation.js";
import { debriefScreen } from "./debrief.js";
import { save } from "./download.js";
import { watchPresses } from "./focus.js";
import { makeFrame } from "./frame.js";
import { bringIntoSight, label, whenAttached } from "./host.js";
import { introScreen, skippedScreen } from "./intro.js";
import { guardKeys } from "./keys.js";
import { practiceScreen } from "./practice.js";
import { switchedOn } from "./prefs.js";
import { closeSheet } from "./sheet.js";
import { makeStage } from "./stage.js";
import { makeWaiting } from "./waiting.js";
import { say, tag } from "./words.js";

/** @import { Entry, Model, Phase, SceneEntry } from "./types.js" */
/** @import { Frame } from "./frame.js" */

/** Phases whose screen is not the conversation. */
const SCREENS = { intro: introScreen, practice: practiceScreen, debrief: debriefScreen, skipped: skippedScreen };

/** Where a conversation is before its first scene. @type {SceneEntry} */
const NOWHERE = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };

/** @param {Phase} phase @returns {phase is keyof typeof SCREENS} */
const hasScreen = (phase) => phase in SCREENS;

export class View {
  #model;
  #el;
  #stage;
  /** @type {Frame} */
  #frame;
  /** @type {Conversation | null} */
  #conversation = null;
  /** @type {HTMLElement | null} */
  #player = null;
  /** @type {(() => void)[]} */
  #undo = [];
  /** Whether the learner's last press was in this player. */
  #pressed = false;
  /** Traits that changed and are not on the page yet. @type {Set<string>} */
  #dirty = new Set();
  #frameRequest = 0;
  #ended = false;
  #wait = makeWaiting((state) => this.#waits(state));

  /** @param {Model} model @param {HTMLElement} el */
  constructor(model, el) {
    this.#model = model;
    this.#el = el;
    el.classList.add("sp-host");
    this.#stage = makeStage(model, el);
    this.#frame = this.#build();
    this.#listen();
    this.#undo.push(whenAttached(el, (player) => this.#attached(player)));
    // The kernel logs nothing before this, so it comes before anything is painted.
    this.#stage.send("ready", { carries: carries(model) });
    this.#show(model.get("shown") || 0);
  }

  /** Take everything back. */
  end() {
    this.#ended = true;
    this.#wait.stop();
    cancelAnimationFrame(this.#frameRequest);
    this.#conversation?.end();
    this.#frame.tray.end();
    closeSheet(this.#el);
    for (const undo of this.#undo) undo();
    this.#el.replaceChildren();
  }

  #build() {
    const frame = makeFrame(this.#stage, {
      skip: () => this.#conversation?.skip(),
      pause: (on) => this.#pause(on),
      scene: () => this.#conversation?.scene ?? NOWHERE,
      settings: () => this.#waiting(),
    });
    this.#el.replaceChildren(frame.element);
    this.#notice(frame);
    return frame;
  }

  #listen() {
    /** @type {[string, (...args: any[]) => void][]} */
    const heard = [
      ...["phase", "lang", "strings", "about", "entries", "debrief"].map((name) => /** @type {[string, () => void]} */ ([`change:${name}`, () => this.#changed(name)])),
      ["change:marks", () => this.#conversation?.marks()],
      ["change:notice", () => this.#notice(this.#frame)],
      ["change:download", () => this.#download()],
      ["msg:custom", (content) => this.#message(content)],
    ];
    const answers = heard.map(([name]) => /** @type {[string, () => void]} */ ([name, () => this.#wait.answered()]));
    for (const [name, callback] of [...heard, ...answers]) {
      this.#model.on(name, callback);
      this.#undo.push(() => this.#model.off(name, callback));
    }
  }

  /** @param {boolean} on */
  #pause(on) {
    this.#conversation?.pause(on);
    if (on) this.#stage.send("act", { act: "pause" });
    else this.#waiting();
  }

  /** Show, where the learner asked for it, that the other side waits for the answer. */
  #waiting() {
    const turn = this.#model.get("phase") === "play" && this.#conversation !== null && !this.#conversation.playing;
    this.#frame.tray.waiting(turn && switchedOn("pressure"));
  }

  /** @param {HTMLElement} player */
  #attached(player) {
    this.#player = player;
    this.#undo.push(
      guardKeys(player),
      watchChoices(player, { changed: () => this.#asked(), pressed: () => this.#pressedChoice(), lost: (lost) => this.#lost(lost) }),
      watchPresses(player, (inside) => (this.#pressed = inside)),
    );
    this.#labels();
    bringIntoSight(player);
  }

  #labels() {
    if (!this.#player) return;
    const phase = this.#model.get("phase");
    const channel = phase === "play" ? (this.#conversation?.scene.channel ?? "chat") : "chat";
    label(this.#player, {
      lang: tag(this.#stage.strings),
      "data-phase": phase,
      "data-channel": channel,
      "data-dark": spoken(channel),
      "data-playing": this.#conversation?.playing ?? false,
    });
  }

  #painted() {
    return Math.max(this.#conversation?.painted ?? 0, this.#model.get("shown") || 0);
  }

  /**
   * The kernel sets several traits at once, each with an event of its own; act once they have all come.
   *
   * @param {string} name
   */
  #changed(name) {
    if (this.#dirty.size === 0) queueMicrotask(() => this.#update());
    this.#dirty.add(name);
  }

  #update() {
    const dirty = new Set(this.#dirty);
    this.#dirty.clear();
    if (this.#ended) return;
    if (["lang", "strings", "about"].some((name) => dirty.has(name))) this.#retell();
    // A change of language is told anew on the next frame, with whatever has come by then.
    if (this.#frameRequest !== 0) return;
    const phase = this.#model.get("phase");
    const moved = dirty.has("phase");
    if (moved) closeSheet(this.#el);
    // Other entries without another language are another attempt, or one whose unpainted end was dropped.
    if (dirty.has("entries")) this.#show(this.#model.get("shown") || 0);
    else if (moved && !hasScreen(phase) && this.#conversation) this.#conversation.setPhase(phase);
    else this.#show(this.#painted());
    this.#settle(moved);
  }

  /** @param {boolean} moved whether another phase began */
  #settle(moved) {
    this.#header();
    this.#labels();
    if (hasScreen(this.#model.get("phase"))) this.#toTop();
    else this.#refocus();
    if (moved && this.#pressed) this.#player?.scrollIntoView?.({ block: "nearest" });
  }

  /** Everything in other words; the place is kept. */
  #retell() {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = requestAnimationFrame(() => {
      this.#frameRequest = 0;
      const upto = this.#painted();
      const inside = this.#el.contains(document.activeElement);
      closeSheet(this.#el);
      this.#conversation?.end();
      this.#frame.tray.end();
      this.#frame = this.#build();
      this.#show(upto);
      if (inside) this.#frame.more.focus({ preventScroll: true });
    });
  }

  /** @param {number} upto highest `seq` to paint at once */
  #show(upto) {
    const phase = this.#model.get("phase");
    this.#conversation?.end();
    this.#conversation = null;
    if (hasScreen(phase)) {
      this.#frame.body.replaceChildren(SCREENS[phase](this.#stage));
      this.#header();
      this.#labels();
      return;
    }
    const conversation = new Conversation(this.#stage, {
      scene: () => {
        this.#header();
        this.#labels();
      },
      playing: (playing) => this.#playing(playing),
      typing: (on) => this.#frame.typing(on && (spoken(conversation.scene.channel) || typed(conversation.scene.channel)), spoken(conversation.scene.channel) ? "speaking" : "typing"),
    });
    this.#conversation = conversation;
    this.#frame.body.replaceChildren(conversation.element);
    conversation.restore(upto);
    this.#header();
    this.#labels();
  }

  #header() {
    const { strings } = this.#stage;
    const phase = this.#model.get("phase");
    this.#frame.tray.show(phase === "play", this.#conversation?.playing ?? false);
    const { title } = this.#model.get("about");
    if (phase === "play" && this.#conversation?.scene.id) this.#frame.scene(this.#conversation.scene);
    else if (phase === "intro" || phase === "skipped" || phase === "practice") this.#frame.plain("");
    else this.#frame.plain(title, say(strings, `${phase}_title`));
  }

  /** Another question stands there. */
  #asked() {
    this.#wait.answered();
    this.#refocus();
  }

  #pressedChoice() {
    // To a window whose conversation goes on elsewhere the kernel has said all it has to say.
    if (this.#model.get("notice")?.kind !== "moved") this.#wait.pressed();
  }

  /** @param {"no" | "sending" | "unanswered"} state */
  #waits(state) {
    const { strings } = this.#stage;
    this.#frame.sending(state !== "no");
    if (this.#player) label(this.#player, { "data-sending": state !== "no" });
    this.#frame.banner("unanswered", state === "unanswered" ? say(strings, "unanswered") : "");
  }

  /** @param {boolean} playing */
  #playing(playing) {
    this.#frame.tray.show(this.#model.get("phase") === "play", playing);
    this.#waiting();
    this.#labels();
    if (!playing) this.#frame.yourTurn();
    this.#refocus();
  }

  /** What was pressed is gone: the focus goes on to the question, or to the conversation while it plays. */
  #refocus() {
    const player = this.#player;
    if (!this.#pressed || !player) return;
    // After ipywidgets has drawn the new buttons, and the browser has let go of the old ones.
    requestAnimationFrame(() => {
      const active = document.activeElement;
      const region = this.#conversation?.element ?? null;
      const adrift = active === document.body || active === null || active === region || active.closest(".sp-choices") !== null;
      if (!adrift || this.#ended) return;
      const asked = question(player);
      const next = this.#conversation?.playing ? region : asked?.checkVisibility() ? asked : (region ?? this.#frame.body.querySelector("h1"));
      next?.focus({ preventScroll: true });
    });
  }

  #toTop() {
    this.#frame.body.firstElementChild?.scrollTo?.({ top: 0 });
    if (this.#pressed) this.#frame.body.querySelector("h1")?.focus({ preventScroll: true });
  }

  /** @param {{ type?: string, entries?: Entry[] }} content */
  #message(content) {
    if (content?.type === "append") this.#conversation?.push(content.entries ?? []);
  }

  /** @param {Frame} frame */
  #notice(frame) {
    const { kind = "", text = "" } = this.#model.get("notice") ?? {};
    frame.banner("notice", kind ? text : "");
  }

  /** @param {boolean} lost */
  #lost(lost) {
    this.#frame.banner("lost", lost ? say(this.#stage.strings, "disconnected") : "");
    if (this.#player) label(this.#player, { "data-lost": lost });
    this.#wait.answered();
    if (lost) this.#conversation?.halt();
    else if (this.#conversation) this.#show(this.#model.get("shown") || 0);
  }

  #download() {
    const file = this.#model.get("download") ?? {};
    const { strings } = this.#stage;
    this.#frame.banner("download", "failed" in file ? say(strings, "download_failed") : "");
    if (save(file)) this.#frame.announce(say(strings, "download_ready", { name: file.name }));
  }
}
