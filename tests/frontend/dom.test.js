import assert from "node:assert/strict";
import test from "node:test";
import "./page.js";
import { append, h, uid } from "../../src/safetystring/player/frontend/dom.js";
import { icon } from "../../src/safetystring/player/frontend/icons.js";

test("text stays text", () => {
  const element = h("p", { title: '"><img>' }, "<img src=x onerror=alert(1)>", 3, null, false, undefined, ["a", h("b", {}, "c")]);
  assert.equal(element.children.length, 1);
  assert.equal(element.textContent, "<img src=x onerror=alert(1)>3ac");
  assert.equal(element.getAttribute("title"), '"><img>');
});

test("attributes that are nothing are left out, true ones are empty, listeners listen", () => {
  let pressed = 0;
  const button = h("button", { type: "button", hidden: true, disabled: false, lang: null, id: undefined, onclick: () => (pressed += 1) });
  assert.deepEqual(button.getAttributeNames().sort(), ["hidden", "type"]);
  button.click();
  assert.equal(pressed, 1);
});

test("append leaves out what is empty", () => {
  const list = h("ul");
  append(list, null, "", false, h("li"));
  assert.equal(list.childNodes.length, 1);
});

test("ids differ, icons are decoration", () => {
  assert.notEqual(uid("x"), uid("x"));
  assert.equal(icon("flag").getAttribute("aria-hidden"), "true");
  assert.ok(icon("flag").children.length > 0);
  assert.equal(icon("no such icon").children.length, 0);
});

test("a drawing that was made before is copied: changing one leaves the next as it was", () => {
  const first = icon("flag", "sp-icon sp-flag-off");
  first.setAttribute("class", "changed");
  first.replaceChildren();
  const second = icon("flag", "sp-icon sp-flag-off");
  assert.equal(second.getAttribute("class"), "sp-icon sp-flag-off");
  assert.ok(second.children.length > 0);
  assert.equal(icon("flag").getAttribute("class"), "sp-icon");
});
