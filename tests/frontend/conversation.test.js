import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { all, one } from "./page.js";
import { entries, rest } from "./sample.js";
import { sampleStage } from "./setup.js";
import { Conversation } from "../../src/safetystring/player/frontend/conversation.js";
import { forget, setPaceOff } from "../../src/safetystring/player/frontend/prefs.js";

/** @import { Traits } from "../../src/safetystring/player/frontend/types.js" */

/** @param {Partial<Traits>} traits */
function make(traits) {
  const page = sampleStage(traits);
  /** @type {string[]} */
  const told = [];
  const conversation = new Conversation(page.stage, { scene: (scene) => told.push(scene.id), playing: (on) => told.push(on ? "play" : "rest"), typing: () => {} });
  page.host.append(conversation.element);
  return { ...page, conversation, told };
}

/** Until the next frame is drawn, and what was put behind it is due; `tick` moves the mocked clock. @param {() => void} [tick] */
async function drawn(tick = () => {}) {
  await new Promise((done) => {
    window.requestAnimationFrame(done);
  });
  tick();
  await new Promise((done) => {
    setImmediate(done);
  });
}
const tick = () => mock.timers.tick(1);

/** @param {HTMLElement} element */
const ids = (element) => all(element, "[data-id]").map((node) => node.dataset["id"]);

test("the log is a region that can take the focus, and is busy on its first painting only", () => {
  const { conversation } = make({});
  conversation.restore(99);
  const { element } = conversation;
  assert.deepEqual(["role", "tabindex", "aria-busy"].map((name) => element.getAttribute(name)), ["region", "0", "false"]);
  const log = one(element, "[role=log]");
  assert.deepEqual(["aria-live", "aria-relevant"].map((name) => log.getAttribute(name)), ["polite", "additions"]);
  assert.ok(element.getAttribute("aria-label"));
  assert.equal(log.contains(one(element, ".sp-dots")), false);
});

test("what was painted before is there at once and unreported; the rest comes in its time and is reported", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  setPaceOff(false);
  const { conversation, model, told } = make({ entries: entries("en").slice(0, 8) });
  conversation.restore(5);
  assert.deepEqual(ids(conversation.element), ["m01", "m2"]);
  assert.deepEqual(model.sent, []);
  assert.equal(told.at(-1), "play");
  mock.timers.tick(20_000);
  assert.deepEqual(model.sent, [], "not before it is on the screen");
  await drawn(tick);
  assert.deepEqual(model.sent, [{ type: "shown", ids: ["m3"] }]);
  mock.timers.tick(20_000);
  mock.timers.tick(20_000);
  assert.deepEqual(ids(conversation.element), ["m01", "m2", "m3", "m4", "m5"]);
  assert.equal(conversation.painted, 8);
  assert.equal(told.at(-1), "rest");
  conversation.end();
  mock.timers.reset();
});

test("skipping reports everything in one message, in order", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  setPaceOff(false);
  const { conversation, model } = make({ entries: entries("en").slice(0, 8) });
  conversation.restore(4);
  conversation.skip();
  await drawn(tick);
  assert.deepEqual(model.sent, [{ type: "shown", ids: ["m2", "m3", "m4", "m5"] }]);
  conversation.skip();
  await drawn(tick);
  assert.equal(model.sent.length, 1);
  mock.timers.reset();
});

test("with the pace off a batch is there at once, and what is there already is not painted again", () => {
  setPaceOff(true);
  const list = entries("en");
  const { conversation, model } = make({ entries: list.slice(0, 6) });
  conversation.restore(6);
  conversation.push(list.slice(4, 8));
  conversation.end(); // what was not reported yet is reported now
  assert.deepEqual(model.sent, [{ type: "shown", ids: ["m4", "m5"] }]);
  assert.deepEqual(ids(conversation.element), ["m01", "m2", "m3", "m4", "m5"]);
  setPaceOff(false);
  forget();
});

test("a ringing phone waits for its answer", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  setPaceOff(false);
  const list = entries("en").filter((entry) => entry.kind !== "option").slice(0, 4);
  const { conversation, model } = make({ entries: list });
  conversation.restore(0);
  await drawn(tick);
  assert.deepEqual(model.sent, [{ type: "shown", ids: ["m01"] }]);
  const buttons = one(conversation.element, ".sp-ringing");
  assert.equal(buttons.hidden, false);
  mock.timers.tick(8000);
  assert.equal(conversation.scene.channel, "ring");
  one(buttons, ".sp-answer").click();
  assert.equal(conversation.scene.channel, "call");
  assert.equal(buttons.hidden, true);
  conversation.end();
  mock.timers.reset();
});

test("while it is lived one screen is shown, with a way back to the others; afterwards everything", () => {
  const { conversation } = make({});
  conversation.restore(99);
  const hidden = () => all(conversation.element, ".sp-scene").map((scene) => scene.hidden);
  assert.deepEqual(hidden(), [true, true, false]);
  const earlier = one(conversation.element, ".sp-earlier");
  assert.equal(earlier.hidden, false);
  earlier.click();
  assert.deepEqual(hidden(), [false, false, false]);
  assert.equal(earlier.hidden, true);
  conversation.setPhase("verdict");
  assert.deepEqual(hidden(), [false, false, false]);
});

test("the rest is set apart, and begins where the kernel says", () => {
  setPaceOff(true);
  const all_ = [...entries("en"), ...rest("en")];
  const from = entries("en").length + 1;
  const { conversation } = make({ phase: "rest", entries: all_, rest_from: from });
  conversation.restore(99);
  const log = one(conversation.element, "[role=log]");
  const after = all(log, ".sp-in-rest [data-id]").map((node) => node.dataset["id"]);
  assert.deepEqual(after, ["m15", "m16"]);
  assert.equal(all(log, ".sp-rest-head").length, 1);
  assert.equal(all(log, ".sp-in-rest .sp-hypothetical").length, 1);
  setPaceOff(false);
});

test("the review counts the marks as they change", () => {
  const { conversation, model } = make({ phase: "review", marks: { m7: "money" } });
  conversation.restore(99);
  assert.equal(one(conversation.element, ".sp-count").textContent, "1 marked");
  model.traits.marks = { m7: "money", m8: "document" };
  conversation.marks();
  assert.equal(one(conversation.element, ".sp-count").textContent, "2 marked");
  assert.equal(all(conversation.element, ".sp-marked").length, 2);
});

test("the review of a drill has nothing to mark with, and counts nothing", () => {
  const sample = make({}).model.get("about");
  const list = entries("en").map((entry) => (entry.kind === "message" ? { ...entry, markable: false } : entry));
  const { conversation } = make({ phase: "review", entries: list, about: { ...sample, families: [] } });
  conversation.restore(99);
  conversation.marks();
  assert.equal(all(conversation.element, ".sp-flag, .sp-count, .sp-marked").length, 0);
});

test("whoever scrolls back right after a message is not pulled to the end again", async () => {
  setPaceOff(true);
  const batch = entries("en").slice(0, 8);
  const { conversation } = make({ entries: batch.slice(0, 5) });
  const { element } = conversation;
  for (const [name, value] of Object.entries({ scrollHeight: 1000, clientHeight: 400 })) Object.defineProperty(element, name, { value });
  /** @type {(number | undefined)[]} */
  const went = [];
  element.scrollTo = (/** @type {any} */ to) => void went.push(to.top);
  conversation.restore(99);
  await drawn();
  const before = went.length;
  assert.ok(before > 0);
  element.dispatchEvent(new window.WheelEvent("wheel", { deltaY: -300 }));
  element.scrollTop = 100;
  element.dispatchEvent(new window.Event("scroll"));
  conversation.push(batch);
  conversation.marks();
  await drawn();
  assert.equal(went.length, before);
  element.scrollTop = 580;
  element.dispatchEvent(new window.Event("scroll"));
  await new Promise((done) => {
    setTimeout(done, 450);
  });
  conversation.marks();
  assert.equal(went.length, before + 1);
  forget();
});

test("marks touch only the messages whose mark is another one", async () => {
  const { conversation, model } = make({ marks: { m01: "money" } });
  conversation.restore(99);
  const [first, second] = all(conversation.element, ".sp-msg[data-id]:has(.sp-flag)");
  assert.ok(first && second);
  assert.ok(first.classList.contains("sp-marked"));
  /** @type {MutationRecord[]} */
  const touched = [];
  const watch = new window.MutationObserver((records) => touched.push(...records));
  watch.observe(one(conversation.element, ".sp-log"), { subtree: true, attributes: true, childList: true });
  conversation.marks();
  touched.push(...watch.takeRecords());
  assert.equal(touched.length, 0);
  model.traits.marks = { [second.dataset["id"] ?? ""]: "money" };
  conversation.marks();
  watch.disconnect();
  assert.deepEqual([first, second].map((node) => node.classList.contains("sp-marked")), [false, true]);
});
