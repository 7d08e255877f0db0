import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "./page.js";
import { sampleStage } from "./setup.js";
import { openMoves } from "../../src/safetystring/player/frontend/moves.js";

/** @type {import("../../src/safetystring/player/frontend/types.js").SceneEntry} */
const CALL = { seq: 1, kind: "scene", id: "s", channel: "call", name: "Desk", number: "+33 1 99 00 47 10", about: "published" };

/** @param {number} move @param {object} [scene] */
function open(move, scene = {}) {
  const page = sampleStage({ phase: "play" });
  openMoves(page.stage, { ...CALL, ...scene });
  all(page.host, ".sp-move")[move]?.click();
  return page;
}

/** @param {{ model: { sent: any[] } }} page */
const sent = ({ model }) => model.sent.map(({ type, act, by }) => [type, act ?? by].filter(Boolean).join(" "));

test("looking a number up is noted, dials nothing, and leads on to checking", () => {
  const page = open(0);
  assert.deepEqual(sent(page), ["act look_up"]);
  const sheet = one(page.host, ".sp-sheet-look");
  assert.equal(sheet.querySelector("a"), null);
  assert.match(one(sheet, ".sp-look-screen").textContent ?? "", /\+33 1 99 00 47 10.*proves nothing/s);
  one(sheet, ".sp-strong").click();
  one(page.host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(sent(page), ["act look_up", "leave check"]);
});

test("where no number is shown, the directory says so", () => {
  assert.match(one(open(0, { number: "", about: "" }).host, ".sp-look-screen").textContent ?? "", /No number is shown/);
});

test("checking is asked first", () => {
  const page = open(1);
  assert.deepEqual(sent(page), []);
  one(page.host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(sent(page), ["leave check"]);
});

for (const [move, way] of /** @type {const} */ ([[2, "tell"], [3, "report"]])) {
  test(`${way}: once while staying, or as a way out`, () => {
    const stays = open(move);
    const [stay] = all(stays.host, ".sp-pair .sp-button");
    stay?.click();
    assert.deepEqual(sent(stays), [`act ${way}`]);
    assert.notEqual(one(stays.host, ".sp-reach-answer").textContent, "");
    stay?.click();
    assert.deepEqual(sent(stays), [`act ${way}`]);
    assert.equal(stays.host.querySelector(".sp-sheet"), null);
    const leaves = open(move);
    one(leaves.host, ".sp-pair .sp-strong").click();
    assert.deepEqual(sent(leaves), [`leave ${way}`]);
  });
}

test("hanging up asks as it always did", () => {
  const page = open(4);
  one(page.host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(sent(page), ["leave"]);
});
