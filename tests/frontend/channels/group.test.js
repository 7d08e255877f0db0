import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "../page.js";
import { message, shown } from "./messages.js";
import { face, hue, reactions } from "../../../src/safetystring/player/frontend/channels/group.js";

test("whoever has no role gets a letter on a ground of their own, the same every time", () => {
  const person = face({ sender: "p05", name: "“周老师", avatar: "person" });
  assert.equal(person.textContent, "周");
  assert.equal(person.getAttribute("style"), face({ sender: "p05", name: "x", avatar: "friend" }).getAttribute("style"));
  assert.equal(new Set(["p05", "p06", "p07", "p08", "p09"].map(hue)).size, 5);
  assert.equal(face({ sender: "p05", name: "Bank", avatar: "bank" }).querySelector("svg")?.tagName, "svg");
  assert.equal(face({ sender: "p05", name: "", avatar: "person" }).textContent, "");
});

test("the letter is decoration: the name stands in the message's label", () => {
  const { node } = shown("group", message("text", null, { text: "hi", name: "Ah He", avatar: "person" }));
  assert.equal(one(node, ".sp-face").getAttribute("aria-hidden"), "true");
  assert.equal(node.getAttribute("aria-label"), "Ah He, 10:41");
});

test("reactions are a list, each named and counted", () => {
  const list = reactions([{ sign: "fire", count: 17 }, { sign: "like", count: 4 }], strings("en"));
  assert.equal(list?.getAttribute("aria-label"), "Reactions");
  assert.deepEqual(all(/** @type {HTMLElement} */ (list), "li").map((chip) => chip.textContent), ["Fire17", "Like4"]);
  assert.equal(reactions([], strings("en")), null);
  assert.equal(reactions(undefined, strings("en")), null);
});
