import assert from "node:assert/strict";
import test from "node:test";
import { all, one, press } from "../page.js";
import { message, shown } from "./messages.js";
import { addressParts, paragraphs } from "../../../src/safetystring/player/frontend/channels/page.js";

const PAGE = { address: "https://pay.example/a/b?c=1", title: "Pay", fields: [{ label: "Card", kind: "card" }, { label: "Name", kind: "text" }], button: "Go" };

test("the host of an address stands out, and nothing of it is left out", () => {
  for (const [address, host] of [["https://pay.example/a/b?c=1", "pay.example"], ["pay.example", "pay.example"], ["http://a.b.test:8080/", "a.b.test:8080"]]) {
    const box = document.createElement("div");
    box.append(...addressParts(address ?? ""));
    assert.equal(box.textContent, address);
    assert.equal(one(box, "b").textContent, host);
  }
});

test("empty lines part paragraphs", () => {
  assert.deepEqual(paragraphs("a\nb\n\n \n c \n").map((part) => part.textContent), ["a\nb", "c"]);
  assert.deepEqual(paragraphs(""), []);
});

test("nothing can be typed into a form, and whoever tries is told", () => {
  const { node, model } = shown("web", message("page", PAGE, { text: "Please.\n\nThank you." }));
  const [card] = /** @type {HTMLInputElement[]} */ (all(node, "input"));
  const note = one(node, ".sp-page-note");
  assert.equal(card?.readOnly, true);
  assert.equal(card?.getAttribute("aria-describedby"), note.id);
  assert.equal(all(node, "form").length, 0);
  assert.equal(note.classList.contains("sp-told"), false);
  press(/** @type {Element} */ (card), "Tab");
  assert.equal(note.classList.contains("sp-told"), false);
  press(/** @type {Element} */ (card), "4");
  assert.equal(note.classList.contains("sp-told"), true);
  assert.equal(card?.value, "");
  one(node, ".sp-page-button").click();
  assert.equal(model.sent.length, 0);
});

test("in a chat a page is a card that opens it, and the focus comes back", () => {
  const { node, host } = shown("chat", message("page", PAGE));
  assert.equal(node.querySelector(".sp-page"), null);
  const card = one(node, ".sp-page-card");
  card.focus();
  card.click();
  const dialog = one(host, "dialog[open]");
  assert.equal(all(dialog, "input").length, 2);
  one(dialog, ".sp-round").click();
  assert.equal(document.activeElement, card);
});

test("a page without a form explains nothing", () => {
  const { node } = shown("web", message("page", { address: "a.example", title: "T" }));
  assert.equal(node.querySelector(".sp-page-note"), null);
});
