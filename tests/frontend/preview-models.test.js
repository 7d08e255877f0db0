import assert from "node:assert/strict";
import { test } from "node:test";
import { Models } from "../../src/safetystring/authoring/preview/page/models.js";

test("a model takes over what the widget says, all of it before the first listener hears", () => {
  const models = new Models(() => {});
  models.open("a", { x: 1, y: 1 });
  const model = models.find("IPY_MODEL_a");
  /** @type {unknown[]} */
  const heard = [];
  const listener = () => heard.push([model.get("x"), model.get("y")]);
  model.on("change:x", listener);
  model.on("msg:custom", (content) => heard.push(content));
  models.update("a", { x: 2, y: 3 });
  models.custom("a", { type: "append" });
  model.off("change:x", listener);
  models.update("a", { x: 4 });
  models.update("nobody", { x: 4 });
  models.custom("nobody", {});
  assert.deepEqual(heard, [[2, 3], { type: "append" }]);
  assert.throws(() => models.find("nobody"));
});

test("what a model sends names its widget", () => {
  /** @type {unknown[]} */
  const sent = [];
  const models = new Models((message) => sent.push(message));
  models.open("a", { index: null });
  models.find("a").send({ type: "ready" });
  models.find("a").save({ index: 3 });
  assert.equal(models.find("a").get("index"), 3);
  assert.deepEqual(sent, [
    { do: "widget", id: "a", data: { method: "custom", content: { type: "ready" } } },
    { do: "widget", id: "a", data: { method: "update", state: { index: 3 } } },
  ]);
});
