import assert from "node:assert/strict";
import test from "node:test";
import { carries, deliver } from "../../src/safetystring/player/frontend/carried.js";
import { FakeModel } from "./model.js";

/** @import { Model } from "../../src/safetystring/player/frontend/types.js" */

/** @returns {{ model: Model, told: [string, object][] }} a model whose page has other widgets */
function among() {
  /** @type {[string, object][]} */
  const told = [];
  const manager = { get_model: async (/** @type {string} */ id) => ({ set_state: (/** @type {object} */ state) => void told.push([id, state]) }) };
  return { model: Object.assign(new FakeModel({}), { widget_manager: manager }), told };
}

test("a page that lets no widget reach another says so", () => {
  assert.equal(carries(new FakeModel({})), false);
  assert.equal(carries(among().model), true);
});

test("what a message brings for other widgets reaches each of them, in order", async () => {
  const { model, told } = among();
  await deliver(model, { a: { description: "Yes" }, b: { description: "No" } });
  assert.deepEqual(told, [
    ["a", { description: "Yes" }],
    ["b", { description: "No" }],
  ]);
});

test("a message that brings nothing asks for no widget", async () => {
  const { model, told } = among();
  await deliver(model, undefined);
  await deliver(new FakeModel({}), { a: { description: "Yes" } });
  assert.deepEqual(told, []);
});
