import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "./page.js";
import { sampleStage } from "./setup.js";
import { messageNode, optionNode } from "../../src/safetystring/player/frontend/message.js";

/** @import { MessageEntry, SceneEntry } from "../../src/safetystring/player/frontend/types.js" */

/** @type {SceneEntry} */
const scene = { seq: 1, kind: "scene", id: "s", channel: "chat", name: "Lin", number: "+33 1 99 00 00 00", about: "far" };
/** @param {Partial<MessageEntry>} more @returns {MessageEntry} */
const message = (more) => ({ seq: 2, kind: "message", id: "m1", form: "text", side: "in", name: "Lin", text: "hello", time: "10:41", markable: true, ...more });

test("a message is an article with sender, time and language, and a flag to press", () => {
  const { stage } = sampleStage();
  const node = messageNode(message({}), scene, stage);
  assert.equal(node.tagName, "ARTICLE");
  assert.equal(node.getAttribute("aria-label"), "Lin, 10:41");
  assert.equal(node.getAttribute("lang"), "en");
  assert.equal(one(node, ".sp-bubble").textContent, "hello");
  assert.equal(one(node, ".sp-flag").tagName, "BUTTON");
});

test("what cannot be marked has no flag", () => {
  const { stage } = sampleStage();
  for (const more of [{ side: /** @type {const} */ ("out"), markable: false }, { side: /** @type {const} */ ("none"), form: /** @type {const} */ ("narration"), markable: false }]) {
    assert.equal(messageNode(message(more), scene, stage).querySelector(".sp-flag"), null);
  }
});

test("no form lets a text become markup, or an address become a link", () => {
  const { stage } = sampleStage();
  const evil = '<img src=x onerror="alert(1)">';
  /** @type {[MessageEntry["form"], any][]} */
  const rows = [
    ["text", null],
    ["call", null],
    ["voice", { is: "Voice", seconds: 3 }],
    ["link", { is: "LinkCard", title: evil, url: "javascript:alert(1)", site: evil }],
    ["file", { is: "FileCard", name: evil, size: evil }],
    ["transfer", { is: "Transfer", amount: evil, payee: evil }],
    ["system", null],
    ["narration", null],
  ];
  for (const [form, attachment] of rows) {
    const side = form === "system" || form === "narration" ? "none" : "in";
    const node = messageNode(message({ form, attachment, side, text: evil, name: evil }), scene, stage);
    assert.equal(all(node, "img, a, script").length, 0, form);
    assert.ok(node.textContent?.includes(evil), form);
  }
});

test("a document is an image that opens large, in which no script can run", () => {
  const { stage, host } = sampleStage({ assets: { "p.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>" } });
  const node = messageNode(message({ form: "document", text: "", attachment: { is: "Document", asset: "p.svg", caption: "Paper", alt: "A paper" } }), scene, stage);
  host.append(node);
  const opener = one(node, ".sp-paper");
  assert.equal(opener.getAttribute("aria-label"), "Enlarge: Paper");
  opener.focus();
  opener.click();
  const dialog = one(host, "dialog[open]");
  const image = one(dialog, "img");
  assert.equal(image.getAttribute("alt"), "A paper");
  assert.match(image.getAttribute("src") ?? "", /^data:image\/svg\+xml;/);
  assert.equal(all(dialog, "script").length, 0);
  one(dialog, "button").click();
  assert.equal(host.querySelector("dialog"), null);
  assert.equal(document.activeElement, opener);
});

test("the caller display names who calls, and is marked like any message", () => {
  const { stage } = sampleStage();
  const node = messageNode(message({ form: "call", text: "From the number you know" }), { ...scene, channel: "ring" }, stage);
  assert.equal(one(node, ".sp-caller-name").textContent, "Lin");
  assert.equal(one(node, ".sp-caller-number").textContent, "+33 1 99 00 00 00");
  assert.equal(one(node, ".sp-caller-text").textContent, "From the number you know");
  assert.ok(node.querySelector(".sp-flag"));
});

test("what the learner said is a bubble, what they did a line; what another would have said is set apart", () => {
  const { stage } = sampleStage();
  const rows = /** @type {const} */ ([
    ["say", true, "ARTICLE", false],
    ["do", true, "P", false],
    ["say", false, "ARTICLE", true],
    ["do", false, "P", true],
  ]);
  for (const [option_kind, mine, tagName, apart] of rows) {
    const node = optionNode({ seq: 3, kind: "option", id: "o", option_kind, text: "yes", mine }, stage);
    assert.equal(node.tagName, tagName);
    assert.equal(node.classList.contains("sp-hypothetical"), apart);
    assert.equal(node.textContent?.includes("Someone who stayed"), apart);
  }
});
