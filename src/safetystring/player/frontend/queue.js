// Entries waiting for their turn. Knows time, not pages.

/** @import { Entry } from "./types.js" */

/**
 * @typedef {object} QueueHooks
 * @property {(entry: Entry) => number} wait milliseconds before an entry appears; 0 paints it at once
 * @property {(entry: Entry) => void} expect the entry is being typed or spoken
 * @property {(entries: Entry[]) => void} paint entries appear now
 * @property {(playing: boolean) => void} playing the queue began to play, or ran dry
 */

export class Queue {
  /** @type {Entry[]} */
  #waiting = [];
  /** @type {ReturnType<typeof setTimeout> | null} */
  #timer = null;
  #playing = false;
  #hooks;

  /** @param {QueueHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  get playing() {
    return this.#playing;
  }

  /** @param {Entry[]} entries */
  push(entries) {
    if (entries.length === 0) return;
    this.#waiting.push(...entries);
    if (!this.#playing) {
      this.#playing = true;
      this.#hooks.playing(true);
      this.#next();
    }
  }

  /** Paint all that waits. */
  skip() {
    if (!this.#playing) return;
    this.#stop();
    this.#flush(this.#waiting);
  }

  /** Forget all that waits, saying nothing. */
  clear() {
    this.#stop();
    this.#waiting = [];
    this.#playing = false;
  }

  #stop() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** @param {Entry[]} entries */
  #flush(entries) {
    this.#waiting = this.#waiting.slice(entries.length);
    this.#hooks.paint(entries);
    if (this.#waiting.length > 0) this.#next();
    else {
      this.#playing = false;
      this.#hooks.playing(false);
    }
  }

  #next() {
    // Everything up to the first entry that takes time is painted in one go.
    let ready = 0;
    let wait = 0;
    for (const entry of this.#waiting) {
      wait = ready === 0 || entry.kind === "message" ? this.#hooks.wait(entry) : 0;
      if (wait > 0) break;
      ready += 1;
    }
    if (ready > 0) {
      this.#flush(this.#waiting.slice(0, ready));
      return;
    }
    const entry = this.#waiting[0];
    if (!entry) return;
    this.#hooks.expect(entry);
    this.#timer = setTimeout(() => this.#flush([entry]), wait);
  }
}
