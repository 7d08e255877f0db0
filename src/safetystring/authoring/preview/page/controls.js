// Draws a player from its models: the box, the choice area's controls, and in the first place the player's own view.
import { h } from "../../../player/frontend/dom.js";

/** @import { Models, PageModel } from "./models.js" */
/** @typedef {{ initialize: (context: any) => () => void, render: (context: any) => () => void }} FrontEnd */

/**
 * @param {PageModel} model
 * @param {string} [more]
 */
const classes = (model, more = "") => ["jupyter-widgets", more, ...(model.get("_dom_classes") ?? [])].filter(Boolean).join(" ");

/** Whatever the words of the choice area need: the kernel sends divs with a class and escaped text. @param {string} html */
function words(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.children].map((child) => h("div", { class: child.className }, child.textContent ?? ""));
}

export class Controls {
  #models;
  #frontEnd;
  /** @type {(() => void)[]} */
  #undo = [];

  /** @param {Models} models @param {FrontEnd} frontEnd the module that anywidget would load */
  constructor(models, frontEnd) {
    this.#models = models;
    this.#frontEnd = frontEnd;
  }

  /** Stop listening and let the player's view go. */
  end() {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  /** @param {string} reference @returns {HTMLElement} */
  draw(reference) {
    const model = this.#models.find(reference);
    /** @type {Record<string, () => HTMLElement>} */
    const draw = {
      VBoxModel: () => this.#box(model),
      HTMLModel: () => this.#html(model),
      ButtonModel: () => this.#button(model),
      ToggleButtonsModel: () => this.#steps(model),
      AnyModel: () => this.#view(model),
    };
    return draw[model.get("_model_name")]?.() ?? h("div");
  }

  /** @param {PageModel} model @param {string} name @param {() => void} changed */
  #listen(model, name, changed) {
    model.on(name, changed);
    this.#undo.push(() => model.off(name, changed));
  }

  /** @param {PageModel} model */
  #box(model) {
    const box = h("div", { class: classes(model, "widget-box widget-vbox") });
    /** @type {Map<string, HTMLElement>} */
    const drawn = new Map();
    const fill = () => {
      const children = /** @type {string[]} */ (model.get("children"));
      for (const child of children) if (!drawn.has(child)) drawn.set(child, this.draw(child));
      box.replaceChildren(...children.map((child) => /** @type {HTMLElement} */ (drawn.get(child))));
    };
    fill();
    this.#listen(model, "change:children", fill);
    return box;
  }

  /** @param {PageModel} model */
  #html(model) {
    const content = h("div", { class: "widget-html-content" });
    const fill = () => content.replaceChildren(...words(model.get("value")));
    fill();
    this.#listen(model, "change:value", fill);
    return h("div", { class: classes(model, "widget-inline-hbox widget-html") }, content);
  }

  /** @param {PageModel} model */
  #button(model) {
    const button = h("button", { type: "button", onclick: () => model.send({ event: "click" }) });
    const fill = () => {
      button.className = classes(model, "jupyter-button widget-button");
      button.textContent = model.get("description");
    };
    fill();
    this.#listen(model, "change", fill);
    return button;
  }

  /** @param {PageModel} model */
  #steps(model) {
    const inner = h("div");
    const fill = () =>
      inner.replaceChildren(
        .../** @type {string[]} */ (model.get("_options_labels")).map((text, index) => {
          const picked = index === model.get("index");
          const name = `jupyter-widgets jupyter-button widget-toggle-button${picked ? " mod-active" : ""}`;
          return h("button", { type: "button", class: name, onclick: () => model.save({ index }) }, text);
        }),
      );
    fill();
    this.#listen(model, "change", fill);
    return h("div", { class: classes(model, "widget-inline-hbox widget-toggle-buttons") }, inner);
  }

  /** @param {PageModel} model */
  #view(model) {
    const host = h("div", { class: "jupyter-widgets" });
    this.#undo.push(this.#frontEnd.initialize({ model }), this.#frontEnd.render({ model, el: host }));
    return host;
  }
}
