import assert from "node:assert/strict";
import test from "node:test";
import { all, one, press } from "./page.js";
import { sampleStage } from "./setup.js";
import { flagButton, quoted, showMark } from "../../src/safetystring/player/frontend/flag.js";

/** @import { MessageEntry, Traits } from "../../src/safetystring/player/frontend/types.js" */

/** @type {MessageEntry} */
const entry = { seq: 2, kind: "message", id: "m7", form: "text", side: "in", name: "Lin", text: "I believe you", markable: true };

/** @param {Partial<Traits>} [traits] */
function open(traits = {}) {
  const page = sampleStage(traits);
  const button = flagButton(entry, null, page.stage);
  page.host.append(button);
  button.focus();
  button.click();
  return { ...page, button };
}

test("the panel quotes the message and offers every family as a radio button", () => {
  const { host, choices } = open();
  assert.equal(one(host, ".sp-quote").textContent, "I believe you");
  const radios = all(host, "fieldset input[type=radio]");
  assert.equal(radios.length, 10);
  assert.equal(new Set(radios.map((radio) => radio.getAttribute("name"))).size, 1);
  for (const radio of radios) {
    assert.ok(document.getElementById(radio.getAttribute("aria-labelledby") ?? "")?.textContent);
    assert.ok(document.getElementById(radio.getAttribute("aria-describedby") ?? "")?.textContent);
  }
  assert.ok(choices.hasAttribute("inert"));
  assert.equal(document.activeElement, radios[0]);
  assert.equal(one(host, ".sp-takeback").hidden, true);
});

test("choosing marks at once, closes, and gives the focus back", () => {
  const { host, model, button, choices } = open();
  all(host, "fieldset input")[4]?.click();
  assert.deepEqual(model.sent, [{ type: "mark", id: "m7", family: "isolation" }]);
  assert.equal(host.querySelector(".sp-sheet"), null);
  assert.equal(document.activeElement, button);
  assert.equal(choices.hasAttribute("inert"), false);
});

test("arrow keys choose and keep the panel open; Enter closes it and says nothing twice", () => {
  const { host, model } = open();
  const radios = all(host, "fieldset input");
  press(one(host, "fieldset input"), "ArrowDown");
  radios[1]?.click();
  assert.ok(host.querySelector(".sp-sheet"));
  assert.equal(one(host, ".sp-takeback").hidden, false);
  press(/** @type {HTMLElement} */ (radios[1]), "Enter");
  assert.deepEqual(model.sent, [{ type: "mark", id: "m7", family: "channel" }]);
  assert.equal(host.querySelector(".sp-sheet"), null);
});

test("Escape and the scrim close without marking", () => {
  for (const leave of [(/** @type {HTMLElement} */ host) => press(one(host, ".sp-sheet"), "Escape"), (/** @type {HTMLElement} */ host) => one(host, ".sp-scrim").click()]) {
    const { host, model, button } = open();
    leave(host);
    assert.deepEqual(model.sent, []);
    assert.equal(host.querySelector(".sp-sheet"), null);
    assert.equal(document.activeElement, button);
  }
});

test("a mark can be taken back; pressing the same family again only closes", () => {
  const first = open({ marks: { m7: "money" } });
  const checked = first.host.querySelector("input:checked");
  assert.equal(checked?.getAttribute("value"), "money");
  /** @type {HTMLElement} */ (checked).click();
  assert.deepEqual(first.model.sent, []);
  assert.equal(first.host.querySelector(".sp-sheet"), null);
  const second = open({ marks: { m7: "money" } });
  one(second.host, ".sp-takeback").click();
  assert.deepEqual(second.model.sent, [{ type: "unmark", id: "m7" }]);
});

test("a marked message says so in words, to eyes and to screen readers", () => {
  const { stage, host } = sampleStage();
  const node = document.createElement("article");
  const column = document.createElement("div");
  column.className = "sp-column";
  node.append(column, flagButton(entry, null, stage));
  host.append(node);
  const flag = one(node, ".sp-flag");
  showMark(node, "money", stage);
  assert.equal(flag.getAttribute("aria-pressed"), "true");
  assert.equal(flag.getAttribute("aria-label"), "Marked as “Money”, change: I believe you");
  assert.equal(one(node, ".sp-mark-label").textContent, "Marked: Money");
  showMark(node, "pressure", stage);
  assert.equal(all(node, ".sp-mark-label").length, 1);
  showMark(node, null, stage);
  assert.equal(flag.getAttribute("aria-pressed"), "false");
  assert.equal(flag.getAttribute("aria-label"), "Mark as a red flag: I believe you");
  assert.equal(node.querySelector(".sp-mark-label"), null);
});

test("a message without words is quoted by what it carries", () => {
  const bare = { ...entry, text: "" };
  assert.equal(quoted({ ...bare, attachment: { is: "FileCard", name: "a.apk" } }, null), "a.apk");
  assert.equal(quoted({ ...bare, attachment: { is: "Transfer", amount: "9 €" } }, null), "9 €");
  assert.equal(quoted(bare, { seq: 1, kind: "scene", id: "s", channel: "ring", name: "Desk", number: "17" }), "Desk 17");
});
