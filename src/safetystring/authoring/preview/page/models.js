// The page's end of Jupyter's widget messages: one model a widget, in the form that anywidget hands to a front end.

/** @import { State } from "./types.js" */

const REFERENCE = "IPY_MODEL_";

export class PageModel {
  /** @type {Map<string, Set<(...args: any[]) => void>>} */
  #listeners = new Map();
  #send;

  /** @param {string} id @param {State} state @param {(message: object) => void} send */
  constructor(id, state, send) {
    this.id = id;
    this.state = { ...state };
    this.#send = send;
  }

  /** @param {string} name @returns {any} */
  get(name) {
    return this.state[name];
  }

  /** Change a trait here and nowhere else. @param {string} name @param {unknown} value */
  set(name, value) {
    this.change({ [name]: value });
  }

  /** @param {string} name @param {(...args: any[]) => void} callback */
  on(name, callback) {
    const heard = this.#listeners.get(name) ?? new Set();
    heard.add(callback);
    this.#listeners.set(name, heard);
  }

  /** @param {string} name @param {(...args: any[]) => void} callback */
  off(name, callback) {
    this.#listeners.get(name)?.delete(callback);
  }

  /** @param {string} name @param {...any} args */
  emit(name, ...args) {
    for (const callback of [...(this.#listeners.get(name) ?? [])]) callback(...args);
  }

  /** Send a custom message to the widget. @param {object} content */
  send(content) {
    this.#send({ do: "widget", id: this.id, data: { method: "custom", content } });
  }

  /** Change traits here and in the widget. @param {State} state */
  save(state) {
    this.change(state);
    this.#send({ do: "widget", id: this.id, data: { method: "update", state } });
  }

  /** Take over what the widget says; all of it is there before the first listener hears. @param {State} state */
  change(state) {
    Object.assign(this.state, state);
    for (const name of Object.keys(state)) this.emit(`change:${name}`);
    this.emit("change");
  }
}

export class Models {
  /** @type {Map<string, PageModel>} */
  #models = new Map();
  #send;

  /** @param {(message: object) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {string} id @param {State} state */
  open(id, state) {
    this.#models.set(id, new PageModel(id, state, this.#send));
  }

  /** @param {string} id @param {State} state */
  update(id, state) {
    this.#models.get(id)?.change(state);
  }

  /** @param {string} id @param {object} content */
  custom(id, content) {
    this.#models.get(id)?.emit("msg:custom", content);
  }

  /**
   * @param {string} reference a model's id, or how a trait refers to it
   * @returns {PageModel}
   */
  find(reference) {
    const model = this.#models.get(reference.replace(REFERENCE, ""));
    if (!model) throw new Error(`no model ${reference}`);
    return model;
  }
}
