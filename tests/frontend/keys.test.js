import assert from "node:assert/strict";
import test from "node:test";
import { box, one, press } from "./page.js";
import { guardKeys } from "../../src/safetystring/player/frontend/keys.js";

test("plain keys stop at the player's edge; shortcuts of the page pass", () => {
  const { player } = box();
  const button = one(player, ".sp-option");
  const undo = guardKeys(player);
  /** @type {string[]} */
  const outside = [];
  const listen = (/** @type {any} */ event) => outside.push(event.key);
  document.body.addEventListener("keydown", listen);
  for (const key of ["x", "d", "a", "b", "Escape", "ArrowDown", "Enter", " "]) press(button, key);
  press(button, "M", { shiftKey: true });
  assert.deepEqual(outside, []);
  press(button, "s", { ctrlKey: true });
  press(button, "s", { metaKey: true });
  press(button, "Enter", { shiftKey: true });
  assert.deepEqual(outside, ["s", "s", "Enter"]);
  undo();
  press(button, "x");
  assert.deepEqual(outside, ["s", "s", "Enter", "x"]);
  document.body.removeEventListener("keydown", listen);
});
