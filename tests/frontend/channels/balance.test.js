import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "../page.js";
import { message, shown } from "./messages.js";
import { curve } from "../../../src/safetystring/player/frontend/channels/balance.js";

test("the curve runs over the whole width, the lowest at the bottom, the highest at the top", () => {
  assert.equal(curve([10, 20, 15]), "M5 67L150 5L295 36");
  assert.equal(curve([7, 7]), "M5 67L295 67");
  assert.equal(curve([0, 10_000_000]), "M5 67L295 5");
});

test("growth is told without colour: by a sign, an arrow and words", () => {
  for (const [change, trend, tone, words] of /** @type {[string, number[], string, string][]} */ ([
    ["+ 24,8 %", [1, 3], "up", "Chart: rising"],
    ["− 3 %", [3, 1], "down", "Chart: falling"],
    ["-3 %", [3, 1], "down", "Chart: falling"],
  ])) {
    const { node } = shown("app", message("balance", { amount: "1 €", change, trend }));
    assert.equal(one(node, ".sp-change").getAttribute("data-tone"), tone);
    assert.equal(one(node, ".sp-change").textContent, change);
    assert.equal(one(node, ".sp-trend").getAttribute("aria-label"), words);
  }
});

test("one height is no curve; lines keep their order", () => {
  const { node } = shown("app", message("balance", { amount: "1 €", trend: [5], rows: [{ label: "In", value: "1 €", tone: "flat" }, { label: "Gain", value: "+ 2 €", tone: "up" }] }));
  assert.equal(node.querySelector(".sp-trend"), null);
  assert.deepEqual(all(node, "dt").map((label) => label.textContent), ["In", "Gain"]);
});
