import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "./page.js";
import { sampleStage } from "./setup.js";
import { practiceScreen } from "../../src/safetystring/player/frontend/practice.js";

/** @param {number} index of the message @param {string} family */
function marked(index, family) {
  const page = sampleStage({ phase: "practice" });
  const screen = practiceScreen(page.stage);
  page.host.append(screen);
  all(screen, ".sp-flag")[index]?.click();
  one(page.host, `input[value=${family}]`).click();
  return { ...page, screen, says: all(screen, ".sp-feedback").map((box) => (box.hidden ? "" : (box.textContent ?? ""))) };
}

test("feedback comes at once, and nothing is sent to the kernel", () => {
  const { says, model } = marked(0, "technology");
  assert.match(says[0] ?? "", /^That’s it\. A code/);
  assert.match(says[1] ?? "", /^This one is fine\. It asks/);
  assert.deepEqual(model.sent, []);
});

test("another family is told the right one", () => {
  assert.match(marked(0, "pressure").says[0] ?? "", /closer to “Technology”/);
});

test("the clean one, marked, is explained, and the other gives nothing away", () => {
  const { says, screen, host } = marked(1, "pressure");
  assert.equal(says[0], "");
  assert.match(says[1] ?? "", /This one is fine/);
  all(screen, ".sp-flag")[1]?.click();
  one(host, ".sp-takeback").click();
  assert.deepEqual(all(screen, ".sp-feedback").map((box) => box.hidden), [true, true]);
});
