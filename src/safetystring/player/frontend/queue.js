// Entries waiting for their turn. Knows time, not pages.

/** @import { Entry } from "./types.js" */

/**
 * @typedef {object} QueueHooks
 * @property {(entry: Entry) => number} wait milliseconds before an entry appears; 0 paints it at once
 * @property {(entry: Entry) => void} expect the entry is being typed or spoken
 * @property {(entry: Entry) => void} paint the entry appears now
 * @property {() => void} settle what was painted since the last time may be looked at and reported
 * @property {(playing: boolean) => void} playing the queue began to play, or ran dry
 * @property {() => boolean} [held] whether what was painted last still has to be heard out
 */

/** Milliseconds after which a queue that was held looks again, and one that was paused goes on. */
const AGAIN = 250;

export class Queue {
  /** @type {Entry[]} */
  #waiting = [];
  /** @type {ReturnType<typeof setTimeout> | null} */
  #timer = null;
  #playing = false;
  #paused = false;
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

  /** Nothing moves until it is told to go on. */
  pause() {
    this.#paused = true;
    this.#stop();
  }

  resume() {
    if (!this.#paused) return;
    this.#paused = false;
    if (this.#playing) this.#later(AGAIN);
  }

  /** Paint what is expected now, without waiting any longer. */
  hurry() {
    if (this.#timer === null) return;
    this.#stop();
    this.#take();
  }

  /** Paint all that waits. */
  skip() {
    if (!this.#playing) return;
    this.#paused = false;
    this.#stop();
    for (const entry of this.#waiting.splice(0)) this.#hooks.paint(entry);
    this.#rest();
  }

  /** Forget all that waits, saying nothing. */
  clear() {
    this.#stop();
    this.#waiting = [];
    this.#playing = this.#paused = false;
  }

  /** @param {number} wait */
  #later(wait) {
    this.#stop();
    if (!this.#paused) this.#timer = setTimeout(() => this.#take(), wait);
  }

  #stop() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #rest() {
    this.#hooks.settle();
    if (this.#waiting.length > 0 || !this.#playing) return;
    this.#playing = false;
    this.#hooks.playing(false);
  }

  /** Paint what takes no time, then wait for what does. How long depends on what has been painted before. */
  #next() {
    for (let entry = this.#waiting[0]; entry; entry = this.#waiting[0]) {
      const wait = this.#hooks.wait(entry);
      if (wait > 0) {
        this.#rest();
        this.#hooks.expect(entry);
        this.#later(wait);
        return;
      }
      this.#waiting.shift();
      this.#hooks.paint(entry);
    }
    this.#rest();
  }

  #take() {
    this.#timer = null;
    if (this.#hooks.held?.()) {
      this.#later(AGAIN);
      return;
    }
    const entry = this.#waiting.shift();
    if (entry) this.#hooks.paint(entry);
    this.#next();
  }
}
