import assert from "node:assert/strict";
import test from "node:test";
import { strings } from "./page.js";
import { copyButton } from "../../src/safetystring/player/frontend/copy.js";

/** @param {unknown} clipboard */
const browser = (clipboard) => Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });

/** @param {HTMLElement} button */
async function press(button) {
  document.body.append(button);
  button.click();
  await new Promise((done) => {
    setTimeout(done, 0);
  });
  return button.textContent;
}

test("the sentence is put on the clipboard, and the button says so", async () => {
  /** @type {string[]} */
  const copied = [];
  browser({ writeText: async (/** @type {string} */ text) => copied.push(text) });
  assert.equal(await press(copyButton("Thank you, I’ll ring myself.", strings("en"))), "Copied");
  assert.deepEqual(copied, ["Thank you, I’ll ring myself."]);
});

test("where the clipboard is closed the old way is tried, and a failure is said", async () => {
  browser(undefined);
  Object.assign(document, { execCommand: () => true });
  assert.equal(await press(copyButton("x", strings("en"))), "Copied");
  Object.assign(document, {
    execCommand() {
      throw new Error("forbidden");
    },
  });
  assert.match((await press(copyButton("x", strings("en")))) ?? "", /Couldn’t copy/);
  assert.equal(document.querySelector("textarea"), null);
});
