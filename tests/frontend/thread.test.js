import assert from "node:assert/strict";
import test from "node:test";
import { threads } from "../../src/safetystring/player/frontend/thread.js";

/** @param {string} line @returns {any} */
const scene = (line) => {
  const [channel, name] = line.split(" ");
  return { seq: 0, kind: "scene", id: "s", channel, name };
};

test("which scenes share a screen", () => {
  const rows = [
    [["ring a", "call a", "call b"], [0, 1, 1]],
    [["chat a", "call a", "chat a"], [0, 1, 0]],
    [["chat a", "chat b"], [0, 1]],
    [["call a", "chat a", "call a"], [0, 1, 2]],
  ];
  for (const [scenes, expected] of rows) {
    const names = threads(/** @type {string[]} */ (scenes).map(scene));
    assert.deepEqual(names.map((name) => [...new Set(names)].indexOf(name)), expected, String(scenes));
  }
});
