// What every part of the view may ask for: the model in the present language, and the learner's acts.

/** @import { Family, Model, Strings } from "./types.js" */

/**
 * @typedef {object} Stage
 * @property {Model} model
 * @property {HTMLElement} host the view's element
 * @property {Strings} strings
 * @property {() => Family[]} families
 * @property {(id: string) => Family | undefined} family
 * @property {() => Record<string, string>} marks
 * @property {(id: string, family: string) => void} mark
 * @property {(id: string) => void} unmark
 * @property {(type: string, fields?: Record<string, unknown>) => void} send
 */

/**
 * @param {Model} model
 * @param {HTMLElement} host
 * @returns {Stage}
 */
export function makeStage(model, host) {
  const families = () => model.get("about").families ?? [];
  /** @type {Stage["send"]} */
  const send = (type, fields = {}) => {
    try {
      model.send({ type, ...fields });
    } catch {
      // The kernel is gone. ipywidgets says so on its buttons, and the view then tells the learner what to do.
    }
  };
  return {
    model,
    host,
    get strings() {
      return model.get("strings");
    },
    families,
    family: (id) => families().find((family) => family.id === id),
    marks: () => model.get("marks") ?? {},
    mark: (id, family) => send("mark", { id, family }),
    unmark: (id) => send("unmark", { id }),
    send,
  };
}
