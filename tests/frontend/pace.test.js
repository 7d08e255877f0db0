import assert from "node:assert/strict";
import test from "node:test";
import { LONGEST, RINGING, SHORTEST, delay } from "../../src/safetystring/player/frontend/pace.js";

/** @import { Entry } from "../../src/safetystring/player/frontend/types.js" */

/** @param {"in" | "out" | "none"} side @param {number} length @returns {Entry} */
const message = (side, length) => ({ seq: 1, kind: "message", id: "m", form: "text", side, text: "x".repeat(length), markable: true });
/** @type {Entry} */
const scene = { seq: 1, kind: "scene", id: "s", channel: "chat", name: "" };
/** @type {Entry} */
const option = { seq: 1, kind: "option", id: "o", option_kind: "say", text: "yes", mine: true };
const how = { charsPerSecond: 10, channel: /** @type {const} */ ("chat"), rest: false };

test("how long each kind of entry takes", () => {
  /** @type {[string, Entry, Entry | null, object, number][]} */
  const rows = [
    ["typed", message("in", 20), null, {}, 2000],
    ["short", message("in", 1), null, {}, SHORTEST],
    ["long", message("in", 900), null, {}, LONGEST],
    ["the learner's own, at the start", message("out", 20), null, {}, 0],
    ["the learner's own waits for what is read", message("out", 20), message("in", 30), {}, 1500],
    ["an option is there at once", option, message("in", 20), {}, 0],
    ["a scene at the start", scene, null, {}, 0],
    ["a scene after a message", scene, message("in", 20), {}, 1200],
    ["a scene after a ringing phone", scene, message("in", 20), { channel: "ring" }, RINGING],
    ["the same in the rest", scene, message("in", 20), { channel: "ring", rest: true }, 1200],
    ["a phone rings at once", message("in", 20), scene, { channel: "ring" }, 0],
    ["the first caption", message("in", 20), scene, { channel: "call" }, SHORTEST],
    ["a caption waits for the words before it", message("in", 1), message("in", 16), { channel: "call" }, 2000],
    ["the rest goes faster", message("in", 20), null, { rest: true }, 900],
    ["at a slower pace", message("in", 20), null, { factor: 0.5 }, 4000],
    ["the longest, slower still", message("in", 900), null, { factor: 0.5 }, 2 * LONGEST],
    ["without a speed", message("in", 24), null, { charsPerSecond: 0 }, 2000],
  ];
  for (const [name, entry, before, more, expected] of rows) assert.equal(delay(entry, before, { ...how, ...more }), expected, name);
});
