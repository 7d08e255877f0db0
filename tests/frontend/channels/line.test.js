import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "../page.js";
import { message, scene } from "./messages.js";
import { sampleStage } from "../setup.js";
import { handover, hold, keyTile } from "../../../src/safetystring/player/frontend/channels/line.js";
import { Log } from "../../../src/safetystring/player/frontend/log.js";

test("hold and handover are lines in words; what moves is decoration", () => {
  const line = hold(message("hold", null, { side: "none", text: "One moment" }), strings("en"));
  assert.match(line.textContent ?? "", /On hold.*One moment/);
  assert.equal(one(line, ".sp-hold-bars").getAttribute("aria-hidden"), "true");
  assert.equal(handover(scene("call", { name: "Police" }), strings("en")).textContent, "Transferred to: Police");
  assert.equal(keyTile("9").getAttribute("aria-hidden"), "true");
});

test("a call that goes on with another says so once, and stays one conversation", () => {
  const { stage } = sampleStage();
  const log = new Log(stage);
  log.add(scene("call", { seq: 1, id: "s1" }), 0);
  log.add({ ...message("text", null, { text: "hello" }), seq: 2 }, 0);
  log.add(scene("call", { seq: 3, id: "s2", name: "Police" }), 0);
  log.focus(true);
  assert.equal(all(log.element, ".sp-handover").length, 1);
  assert.deepEqual(all(log.element, ".sp-scene").map((section) => section.hidden), [false, false]);
  assert.equal(log.scene.name, "Police");
});
