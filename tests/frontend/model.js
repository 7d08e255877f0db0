// Stands in for anywidget's model: traits, change events, custom messages.

/** @import { Model, Traits } from "../../src/safetystring/player/frontend/types.js" */

/** @implements {Model} */
export class FakeModel {
  /** @type {Record<string, Set<(...args: any[]) => void>>} */
  #listeners = {};
  /** What the front end sent. @type {any[]} */
  sent = [];
  /** Answers what the front end sends, like the kernel. @type {(content: any) => void} */
  kernel = () => {};

  /** @param {Partial<Traits>} traits */
  constructor(traits) {
    /** @type {Traits} */
    this.traits = {
      phase: "play",
      lang: "en",
      strings: {},
      about: { title: "", setting: "", minutes: 1, skippable: false, practice: [], families: [], help: [] },
      entries: [],
      shown: 0,
      rest_from: 0,
      marks: {},
      picked: null,
      assets: {},
      notice: {},
      debrief: {},
      download: {},
      ...traits,
    };
  }

  /** @template {keyof Traits} K @param {K} name @returns {Traits[K]} */
  get(name) {
    return this.traits[name];
  }

  /**
   * As the kernel sets several, or as the front end sets one.
   *
   * @param {Partial<Traits> | keyof Traits} given
   * @param {unknown} [value]
   */
  set(given, value) {
    const traits = typeof given === "string" ? { [given]: value } : given;
    Object.assign(this.traits, traits);
    for (const name of Object.keys(traits)) this.emit(`change:${name}`);
  }

  /** @param {object} content */
  send(content) {
    this.sent.push(content);
    this.kernel(content);
  }

  /** @param {string} name @param {(...args: any[]) => void} callback */
  on(name, callback) {
    (this.#listeners[name] ??= new Set()).add(callback);
  }

  /** @param {string} name @param {(...args: any[]) => void} callback */
  off(name, callback) {
    this.#listeners[name]?.delete(callback);
  }

  /** @param {string} name @param {...any} args */
  emit(name, ...args) {
    for (const callback of [...(this.#listeners[name] ?? [])]) callback(...args);
  }

  /** How many listeners are left. */
  get listening() {
    return Object.values(this.#listeners).reduce((sum, set) => sum + set.size, 0);
  }
}
