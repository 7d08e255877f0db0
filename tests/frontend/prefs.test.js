import assert from "node:assert/strict";
import test from "node:test";
import "./page.js";
import { forget, paceOff, setPaceOff } from "../../src/safetystring/player/frontend/prefs.js";

test("pace off is remembered by the browser", () => {
  forget();
  assert.equal(paceOff(), false);
  setPaceOff(true);
  forget();
  assert.equal(paceOff(), true);
  setPaceOff(false);
  forget();
  assert.equal(paceOff(), false);
});

test("where storage is forbidden it lasts as long as the page", () => {
  const own = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new Error("forbidden");
    },
  });
  forget();
  assert.equal(paceOff(), false);
  setPaceOff(true);
  assert.equal(paceOff(), true);
  if (own) Object.defineProperty(window, "localStorage", own);
  else delete (/** @type {any} */ (window).localStorage);
  forget();
});
