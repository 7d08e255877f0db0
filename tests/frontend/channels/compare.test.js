import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "../page.js";
import { message, shown } from "./messages.js";

test("two papers open side by side, each with its caption and what there is to see", () => {
  const papers = [{ asset: "a.svg", caption: "Left", alt: "One" }, { asset: "b.svg", caption: "Right", alt: "Two" }];
  const { node, host } = shown("chat", message("compare", { papers }, { text: "Look" }), { "a.svg": "<svg/>", "b.svg": "<svg/>" });
  const opener = one(node, ".sp-compare");
  assert.equal(opener.getAttribute("aria-label"), "Compare: Left / Right");
  assert.deepEqual(all(opener, "img").map((image) => image.getAttribute("alt")), ["", ""]);
  opener.click();
  const dialog = one(host, "dialog[open]");
  assert.deepEqual(all(dialog, "figcaption").map((caption) => caption.textContent), ["Left", "Right"]);
  assert.deepEqual(all(dialog, "img").map((image) => image.getAttribute("alt")), ["One", "Two"]);
});
