// What anywidget loads.
import { deliver } from "./carried.js";
import { View } from "./view.js";

/** @import { Model } from "./types.js" */

/**
 * Runs once a model: what arrives by message is added to the model too, so that a second view has it.
 *
 * @param {{ model: Model }} context
 * @returns {() => void}
 */
function initialize({ model }) {
  /** @param {{ type?: string, entries?: import("./types.js").Entry[], widgets?: Record<string, object> }} content */
  const append = (content) => {
    if (content?.type !== "append") return;
    const entries = model.get("entries");
    const last = entries.at(-1)?.seq ?? 0;
    entries.push(...(content.entries ?? []).filter((entry) => entry.seq > last));
    void deliver(model, content.widgets);
  };
  model.on("msg:custom", append);
  return () => model.off("msg:custom", append);
}

/**
 * @param {{ model: Model, el: HTMLElement }} context
 * @returns {() => void}
 */
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.end();
}

export default { initialize, render };
