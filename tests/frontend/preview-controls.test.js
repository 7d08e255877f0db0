import { all, one } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Controls } from "../../src/safetystring/authoring/preview/page/controls.js";
import { Models } from "../../src/safetystring/authoring/preview/page/models.js";

/** @type {any[]} */
const sent = [];

function player() {
  const models = new Models((message) => sent.push(message));
  sent.length = 0;
  models.open("box", { _model_name: "VBoxModel", _dom_classes: ["sp-player"], children: ["IPY_MODEL_view", "IPY_MODEL_choices"] });
  models.open("view", { _model_name: "AnyModel" });
  models.open("choices", { _model_name: "VBoxModel", _dom_classes: ["sp-choices"], children: ["IPY_MODEL_prompt", "IPY_MODEL_b1"] });
  models.open("prompt", { _model_name: "HTMLModel", _dom_classes: ["sp-prompt"], value: '<div class="sp-ask">A &lt;b&gt; &amp; <img src=x onerror=alert(1)></div>' });
  models.open("b1", { _model_name: "ButtonModel", _dom_classes: ["sp-option"], description: "<i>One</i>" });
  models.open("steps", { _model_name: "ToggleButtonsModel", _dom_classes: ["sp-verdict"], _options_labels: ["low", "high"], index: null });
  /** @type {string[]} */
  const ended = [];
  const frontEnd = {
    initialize: () => () => ended.push("initialize"),
    /** @param {{ el: HTMLElement }} context */
    render: ({ el }) => {
      el.append("the view");
      return () => ended.push("render");
    },
  };
  const controls = new Controls(models, frontEnd);
  return { models, controls, ended, element: controls.draw("box") };
}

test("a player looks as ipywidgets would draw it, and its words stay words", () => {
  const { element } = player();
  assert.equal(element.className, "jupyter-widgets widget-box widget-vbox sp-player");
  assert.equal(element.firstElementChild?.textContent, "the view");
  assert.equal(one(element, ".sp-prompt .sp-ask").textContent, "A <b> & ");
  assert.equal(all(element, "img, b, i").length, 0);
  assert.equal(one(element, "button.jupyter-button.sp-option").textContent, "<i>One</i>");
});

test("a press is told to the widget, and what it says is drawn", () => {
  const { models, element } = player();
  one(element, ".sp-option").click();
  assert.deepEqual(sent.at(-1), { do: "widget", id: "b1", data: { method: "custom", content: { event: "click" } } });
  models.update("b1", { description: "Two", _dom_classes: ["sp-go"] });
  assert.equal(one(element, ".sp-go").textContent, "Two");
  models.update("prompt", { value: "" });
  assert.equal(one(element, ".sp-prompt").textContent, "");
});

test("other children come and go; one that stays keeps its element", () => {
  const { models, element } = player();
  const button = one(element, ".sp-option");
  models.update("choices", { children: ["IPY_MODEL_prompt", "IPY_MODEL_steps", "IPY_MODEL_b1"] });
  assert.equal(one(element, ".sp-option"), button);
  const [, high] = all(element, ".widget-toggle-button");
  high?.click();
  assert.equal(sent.at(-1).data.state.index, 1);
  assert.equal(one(element, ".mod-active").textContent, "high");
});

test("at its end it lets everything go", () => {
  const { models, controls, ended, element } = player();
  controls.end();
  models.update("b1", { description: "Late" });
  assert.notEqual(one(element, ".sp-option").textContent, "Late");
  assert.deepEqual(ended.sort(), ["initialize", "render"]);
});
