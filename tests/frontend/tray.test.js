import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { all, one } from "./page.js";
import { sampleStage } from "./setup.js";
import { makeTray } from "../../src/safetystring/player/frontend/tray.js";

function open() {
  const page = sampleStage({ phase: "play" });
  /** @type {string[]} */
  const told = [];
  const tray = makeTray(page.stage, { skip: () => told.push("skip"), pause: (on) => told.push(on ? "pause" : "go on"), moves: () => told.push("moves") });
  page.host.append(tray.element);
  tray.show(true, true);
  return { ...page, tray, told };
}

test("a pause lasts until one goes on, and the button says which of the two comes next", () => {
  const { tray, told } = open();
  const pause = one(tray.element, ".sp-pause");
  pause.click();
  assert.equal(pause.textContent, "Go on");
  assert.match(one(tray.element, ".sp-tray-note").textContent ?? "", /Take as long/);
  pause.click();
  assert.equal(one(tray.element, ".sp-tray-note").textContent, "");
  assert.deepEqual(told, ["pause", "go on"]);
});

test("skipping ends a pause, and so does the end of the conversation, without another word", () => {
  const { tray, told } = open();
  one(tray.element, ".sp-pause").click();
  one(tray.element, ".sp-skip").click();
  one(tray.element, ".sp-pause").click();
  tray.show(false, false);
  assert.deepEqual(told, ["pause", "skip", "pause"]);
  assert.equal(one(tray.element, ".sp-pause").textContent, "Let me think");
  assert.equal(tray.element.hidden, true);
});

test("the moves belong to the conversation, skipping to whatever plays", () => {
  const { tray } = open();
  const seen = () => all(tray.element, "button").filter((button) => !button.hidden).length;
  assert.equal(seen(), 3);
  tray.show(true, false);
  assert.equal(seen(), 2);
  tray.show(false, true);
  assert.equal(seen(), 1);
});

test("who waits is said again, and nothing follows", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { tray, told } = open();
  const note = () => one(tray.element, ".sp-tray-note").textContent;
  tray.waiting(true);
  mock.timers.tick(1);
  assert.match(note() ?? "", /waiting for your answer/);
  mock.timers.tick(600_000);
  assert.match(note() ?? "", /when you’re ready/);
  one(tray.element, ".sp-pause").click();
  assert.equal(tray.element.classList.contains("sp-waiting"), false);
  tray.waiting(true);
  assert.match(note() ?? "", /Take as long/);
  assert.deepEqual(told, ["pause"]);
  mock.timers.reset();
});
