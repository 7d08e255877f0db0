import assert from "node:assert/strict";
import test from "node:test";
import { box, drawn, one } from "./page.js";
import { question, watchChoices } from "../../src/safetystring/player/frontend/choices.js";

test("the choice area becomes a named group, and its toggles say whether they are pressed", async () => {
  const { player, choices, prompt, buttons } = box();
  const toggle = document.createElement("button");
  toggle.className = "jupyter-button widget-toggle-button";
  buttons.append(toggle);
  let changed = 0;
  const undo = watchChoices(player, { changed: () => (changed += 1), pressed: () => {}, lost: () => {} });
  assert.equal(choices.getAttribute("role"), "group");
  assert.equal(choices.getAttribute("aria-labelledby"), prompt.id);
  assert.equal(toggle.getAttribute("aria-pressed"), "false");
  toggle.classList.add("mod-active");
  await drawn();
  assert.equal(toggle.getAttribute("aria-pressed"), "true");
  assert.equal(changed, 0);
  buttons.append(document.createElement("button"));
  await drawn();
  assert.equal(changed, 1);
  assert.equal(question(player), prompt);
  prompt.textContent = "";
  await drawn();
  assert.equal(choices.hasAttribute("aria-labelledby"), false);
  undo();
  toggle.classList.remove("mod-active");
  await drawn();
  assert.equal(toggle.getAttribute("aria-pressed"), "true");
});

test("a lost kernel is told once, and so is its return", async () => {
  const { player } = box();
  /** @type {boolean[]} */
  const told = [];
  const undo = watchChoices(player, { changed: () => {}, pressed: () => {}, lost: (lost) => told.push(lost) });
  const button = one(player, ".sp-option");
  button.classList.add("jupyter-widgets-disconnected");
  await drawn();
  button.classList.add("something-else");
  await drawn();
  button.classList.remove("jupyter-widgets-disconnected");
  await drawn();
  assert.deepEqual(told, [true, false]);
  undo();
});

test("the second half of a double click goes no further", () => {
  const { player, buttons } = box();
  const heard = { area: 0, button: 0 };
  const button = one(buttons, ".sp-option");
  button.addEventListener("click", () => (heard.button += 1));
  const undo = watchChoices(player, { changed: () => {}, pressed: () => (heard.area += 1), lost: () => {} });
  for (const detail of [1, 2, 3]) button.dispatchEvent(new window.MouseEvent("click", { bubbles: true, detail }));
  assert.deepEqual(heard, { area: 1, button: 1 });
  button.click(); // by key
  assert.deepEqual(heard, { area: 2, button: 2 });
  undo();
  button.dispatchEvent(new window.MouseEvent("click", { bubbles: true, detail: 2 }));
  assert.deepEqual(heard, { area: 2, button: 3 });
});
