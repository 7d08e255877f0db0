import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "./page.js";
import { sampleStage } from "./setup.js";
import { icon } from "../../src/safetystring/player/frontend/icons.js";
import { introScreen } from "../../src/safetystring/player/frontend/intro.js";

const LESSON = {
  minutes: 2,
  points: ["<b>Stop.</b>", "Tell."],
  sender: "An “adviser”",
  parts: [{ words: "We found it.", does: "A relief.", flag: null }, { words: "Pay first.", does: "A fee.", flag: "Fee before benefit" }],
  genuine: "A real bank promises nothing.",
  goals: ["Know what comes first."],
  remember: ["a", "b", "c"],
};

test("the lesson is folded under its minutes, and holds goals, message and three lines, as text", () => {
  const { stage, model } = sampleStage({ phase: "intro" });
  model.set({ onward: { lesson: LESSON } });
  const screen = introScreen(stage);
  const lesson = /** @type {HTMLDetailsElement} */ (one(screen, "details.sp-lesson"));
  assert.equal(lesson.open, false);
  assert.equal(one(lesson, "summary").textContent, "Read the lesson first (2 min)");
  assert.deepEqual(all(lesson, ".sh-goals li, .sh-remember li").map((line) => line.textContent), ["Know what comes first.", "a", "b", "c"]);
  assert.equal(all(lesson, ".sh-part-flag").length, 1);
  assert.equal(lesson.querySelector("b"), null);
});

test("a drill, which has nothing to mark with, shows no flag before it begins", () => {
  const { stage, model } = sampleStage({ phase: "intro" });
  const shape = () => one(introScreen(stage), ".sp-how path").getAttribute("d");
  const flag = icon("flag").querySelector("path")?.getAttribute("d");
  assert.equal(shape(), flag);
  model.set({ about: { ...model.get("about"), families: [] } });
  assert.notEqual(shape(), flag);
});

test("without a lesson there is nothing to open", () => {
  const { stage, model } = sampleStage({ phase: "intro" });
  model.set({ onward: {} });
  assert.equal(introScreen(stage).querySelector("details"), null);
});
