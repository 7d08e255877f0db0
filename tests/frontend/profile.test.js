import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "./page.js";
import { debrief } from "./sample.js";
import { place, profileSection, sharpness, suspicion } from "../../src/safetystring/player/frontend/profile.js";

const EN = strings("en");
const PROFILE = /** @type {import("../../src/safetystring/player/frontend/types.js").Profile} */ (debrief("en", EN).profile);

test("a value stands on its scale and never off it", () => {
  const rows = /** @type {[number, number][]} */ ([[0, 50], [-9, 0], [9, 100], [1, 75]]);
  for (const [value, percent] of rows) assert.equal(place(value, [-2, 2]), percent);
});

test("numbers become plain words, leaning only where the whole interval leans", () => {
  assert.deepEqual([-1, 0.5, 1.5, 3].map(sharpness), ["profile_sharp_0", "profile_sharp_1", "profile_sharp_2", "profile_sharp_3"]);
  const rows = /** @type {[number, number, number, string][]} */ ([
    [-0.8, -1.2, -0.4, "profile_suspicious"],
    [-0.8, -1.7, 0.1, "profile_balanced"],
    [0.8, 0.4, 1.2, "profile_trusting"],
    [0.2, 0.1, 0.3, "profile_balanced"],
  ]);
  for (const [value, low, high, key] of rows) assert.equal(suspicion({ value, low, high }), key);
});

test("every drawing has its words beside it and is hidden from screen readers", () => {
  const section = profileSection(PROFILE, EN);
  assert.ok(section);
  const [track] = all(section, ".sp-gauge-track");
  assert.equal(track?.getAttribute("aria-hidden"), "true");
  assert.equal(all(section, ".sp-gauge p").length, 2);
  assert.deepEqual(all(section, ".sp-bar-row").map((row) => one(row, ".sp-bar-words").textContent).slice(0, 2), ["caught 4 of 5", "caught 2 of 4fine ones flagged: 2"]);
  assert.match(section.textContent ?? "", /sharper.*suspicious.*On the phone/s);
});

test("too few are called too few, and nothing is shown before anything is finished", () => {
  const few = profileSection({ ...PROFILE, sharpness: null, suspicion: null, trend: null }, EN);
  assert.equal(few?.querySelector(".sp-gauge"), null);
  assert.match(few?.textContent ?? "", /Too few yet.*at least 8/s);
  assert.equal(profileSection({ ...PROFILE, runs: 0 }, EN), null);
  assert.equal(profileSection(undefined, EN), null);
});
