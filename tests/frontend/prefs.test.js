import assert from "node:assert/strict";
import test from "node:test";
import "./page.js";
import { forget, paceOff, setPaceOff, setSpeed, speed, switchOn, switchedOn } from "../../src/safetystring/player/frontend/prefs.js";

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

test("the speed is one of four, and normal where anything else is kept", () => {
  for (const [kept, expected] of [["slow", "slow"], ["fast", "fast"], ["off", "off"], ["on", "normal"], ["warp", "normal"]]) {
    window.localStorage.setItem("safetystring.pace", kept ?? "");
    forget();
    assert.equal(speed(), expected);
  }
  setSpeed("slow");
  forget();
  assert.equal(speed(), "slow");
  setPaceOff(false);
});

test("voice and pressure are off until they are switched on", () => {
  for (const name of /** @type {const} */ (["voice", "pressure"])) {
    assert.equal(switchedOn(name), false);
    switchOn(name, true);
    forget();
    assert.equal(switchedOn(name), true);
    switchOn(name, false);
  }
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
