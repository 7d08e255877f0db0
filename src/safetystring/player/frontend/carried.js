// What a message of the view brings for the buttons below it: one message a press instead of one a widget.

/** @import { Model } from "./types.js" */

/**
 * @param {Model} model
 * @returns {boolean} whether other widgets can be reached from here; not every page that shows widgets offers it
 */
export const carries = (model) => typeof model.widget_manager?.get_model === "function";

/**
 * Hand on what other widgets are to say, as if each had been told by a message of its own.
 *
 * @param {Model} model
 * @param {Record<string, object> | undefined} widgets traits by model id
 */
export async function deliver(model, widgets) {
  for (const [id, traits] of Object.entries(widgets ?? {})) (await model.widget_manager?.get_model(id))?.set_state(traits);
}
