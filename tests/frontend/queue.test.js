import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { Queue } from "../../src/safetystring/player/frontend/queue.js";

/** @param {number} seq @returns {any} */
const entry = (seq) => ({ seq, kind: "message", id: `m${seq}` });

/** @param {(seq: number) => number} wait */
function watched(wait) {
  /** @type {string[]} */
  const seen = [];
  const queue = new Queue({
    wait: (next) => wait(next.seq),
    expect: (next) => seen.push(`expect ${next.seq}`),
    paint: (next) => seen.push(`paint ${next.seq}`),
    settle: () => seen.push("settle"),
    playing: (playing) => seen.push(playing ? "play" : "rest"),
  });
  return { queue, seen };
}

test("entries appear in order, each after its time", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { queue, seen } = watched((seq) => seq * 100);
  queue.push([entry(1), entry(2)]);
  assert.deepEqual(seen, ["play", "settle", "expect 1"]);
  mock.timers.tick(100);
  assert.deepEqual(seen.slice(3), ["paint 1", "settle", "expect 2"]);
  assert.equal(queue.playing, true);
  mock.timers.tick(200);
  assert.deepEqual(seen.slice(6), ["paint 2", "settle", "rest"]);
  assert.equal(queue.playing, false);
  mock.timers.reset();
});

test("entries that take no time come together, and how long the next takes is asked only then", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const asked = [];
  const { queue, seen } = watched((seq) => (asked.push(`${seq} after ${seen.filter((line) => line.startsWith("paint")).length}`), seq === 3 ? 50 : 0));
  queue.push([entry(1), entry(2), entry(3)]);
  assert.deepEqual(seen, ["play", "paint 1", "paint 2", "settle", "expect 3"]);
  assert.deepEqual(asked, ["1 after 0", "2 after 1", "3 after 2"]);
  mock.timers.reset();
});

test("skipping paints all at once, and nothing comes twice", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { queue, seen } = watched(() => 100);
  queue.push([entry(1), entry(2), entry(3)]);
  seen.length = 0;
  queue.skip();
  mock.timers.tick(1000);
  assert.deepEqual(seen, ["paint 1", "paint 2", "paint 3", "settle", "rest"]);
  queue.skip();
  assert.equal(seen.length, 5);
  mock.timers.reset();
});

test("hurrying paints what is expected and goes on with the rest", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { queue, seen } = watched(() => 100);
  queue.push([entry(1), entry(2)]);
  seen.length = 0;
  queue.hurry();
  assert.deepEqual(seen, ["paint 1", "settle", "expect 2"]);
  mock.timers.tick(100);
  assert.deepEqual(seen.slice(3), ["paint 2", "settle", "rest"]);
  queue.hurry();
  assert.equal(seen.length, 6);
  mock.timers.reset();
});

test("clearing forgets what waits, in silence", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { queue, seen } = watched(() => 100);
  queue.push([entry(1)]);
  seen.length = 0;
  queue.clear();
  mock.timers.tick(1000);
  assert.deepEqual(seen, []);
  queue.push([entry(2)]);
  assert.deepEqual(seen, ["play", "settle", "expect 2"]);
  mock.timers.reset();
});

test("paused, nothing moves; going on, everything does", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { queue, seen } = watched(() => 100);
  queue.push([entry(1), entry(2)]);
  queue.pause();
  mock.timers.tick(100_000);
  assert.equal(seen.includes("paint 1"), false);
  queue.resume();
  queue.resume();
  mock.timers.tick(300);
  mock.timers.tick(300);
  assert.deepEqual(seen.filter((line) => line.startsWith("paint")), ["paint 1", "paint 2"]);
  queue.push([entry(3)]);
  queue.pause();
  queue.skip();
  assert.equal(seen.at(-1), "rest");
  queue.resume();
  mock.timers.reset();
});

test("what is still being said is heard out", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let speaking = true;
  /** @type {number[]} */
  const painted = [];
  const queue = new Queue({ wait: () => 100, expect() {}, paint: ({ seq }) => painted.push(seq), settle() {}, playing() {}, held: () => speaking });
  queue.push([entry(1)]);
  for (let n = 0; n < 5; n += 1) mock.timers.tick(300);
  assert.deepEqual(painted, []);
  speaking = false;
  mock.timers.tick(300);
  assert.deepEqual(painted, [1]);
  mock.timers.reset();
});
