import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "./page.js";
import { debrief, entries, rest } from "./sample.js";
import { sampleStage } from "./setup.js";
import { replay } from "../../src/safetystring/player/frontend/replay.js";

/** @param {object} [changes] @param {object} [traits] */
function show(changes = {}, traits = {}) {
  const page = sampleStage({ phase: "debrief", entries: [...entries("en"), ...rest("en")], rest_from: entries("en").length + 1, ...traits });
  return replay({ ...debrief("en", strings("en")), ...changes }, page.stage);
}

test("what there is to say stands under its message, which cannot be marked any more", () => {
  const section = show();
  assert.ok(section);
  for (const card of all(section, ".sp-in-place[data-message]")) {
    const row = card.closest("li");
    assert.equal(row?.querySelector(".sp-msg")?.getAttribute("data-id"), card.dataset["message"]);
    assert.equal(card.querySelector(".sp-quote"), null);
  }
  assert.equal(section.querySelector(".sp-flag"), null);
  assert.equal(all(section, ".sp-first-here").length, 1);
});

test("a mark on a message in order is said there too", () => {
  const section = show({ items: [], other_marks: [{ message: "m13", quote: "x" }] });
  assert.ok(section);
  assert.equal(one(section, "li[data-result=false_alarm] [data-id]").dataset["id"], "m13");
});

test("long stretches with nothing to say are folded, and nothing is left out", () => {
  const section = show({ items: [], other_marks: [{ message: "m13", quote: "x" }] });
  assert.ok(section);
  assert.ok(all(section, "details").length > 0);
  const shown = all(section, "[data-id]").map((node) => node.dataset["id"]);
  const sent = [...entries("en"), ...rest("en")].flatMap((entry) => (entry.kind === "message" ? [entry.id] : []));
  assert.deepEqual(shown, sent);
});

test("the part seen afterwards is set apart; a sign without its message stands at the end", () => {
  const [item] = debrief("en", strings("en")).items ?? [];
  const section = show({ items: [{ .../** @type {any} */ (item), message: "gone" }] });
  assert.ok(section);
  assert.equal(all(section, ".sp-replay-rest").length, 1);
  assert.ok(section.querySelector(".sp-item-card:not(.sp-in-place) .sp-quote"));
  assert.equal(show({ items: [], other_marks: [] }), null);
});
