import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "./page.js";
import { about } from "./sample.js";
import { printAlone, takeawayCard } from "../../src/safetystring/player/frontend/takeaway.js";

for (const lang of /** @type {const} */ (["zh", "en", "fr"])) {
  test(`the card in ${lang}: lines, words, numbers to dial with the day they were checked on`, () => {
    const words = strings(lang);
    const card = takeawayCard({ title: "<b>One</b>", remember: ["a", "b", "c"], say: ["No."], dial: about(lang, words).help }, words);
    assert.equal(all(card, ".sp-card-remember li").length, 3);
    assert.equal(card.querySelector("b"), null);
    assert.equal(one(card, "[lang]").lang, words.lang_tag);
    assert.ok(all(card, ".sp-card-dial a[href^='tel:']").length > 0);
    assert.ok(all(card, ".sp-card-dial .sp-small").every((line) => /2026/.test(line.textContent ?? "")));
  });
}

test("printing takes the card alone, and leaves nothing behind", () => {
  const words = strings("en");
  const card = takeawayCard({ title: "One", remember: ["a", "b", "c"], say: ["No."], dial: [] }, words);
  document.body.append(card);
  let printed = "";
  const native = document.body.append;
  document.body.append = function append(/** @type {any[]} */ ...nodes) {
    native.apply(this, nodes);
    const [frame] = nodes;
    frame.contentWindow.print = () => {
      printed = frame.contentDocument.body.textContent;
      frame.contentWindow.dispatchEvent(new frame.contentWindow.Event("afterprint"));
    };
    frame.contentWindow.focus = () => {};
  };
  printAlone(one(card, ".sp-card-page"), "One");
  document.body.append = native;
  assert.match(printed, /^OneThree lines to remember/);
  assert.equal(printed.includes("Print this card"), false);
  assert.equal(document.querySelector("iframe"), null);
});
