// What the screen says between a press and its answer.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { DOUBTS, WONDERS, makeWaiting } from "../../src/safetystring/player/frontend/waiting.js";

test("a quick answer is passed over in silence, a slow one is told, a missing one too", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const told = [];
  const waiting = makeWaiting((state) => told.push(state));
  waiting.answered();
  assert.deepEqual(told, []);
  waiting.pressed();
  mock.timers.tick(WONDERS - 1);
  waiting.answered();
  assert.deepEqual(told, ["no"]);
  waiting.pressed();
  waiting.pressed();
  mock.timers.tick(WONDERS);
  assert.deepEqual(told, ["no", "sending"]);
  mock.timers.tick(DOUBTS);
  assert.deepEqual(told, ["no", "sending", "unanswered"]);
  waiting.answered();
  mock.timers.tick(2 * DOUBTS);
  assert.deepEqual(told, ["no", "sending", "unanswered", "no"]);
  waiting.pressed();
  waiting.stop();
  mock.timers.tick(2 * DOUBTS);
  assert.equal(told.length, 4);
  mock.timers.reset();
});
