import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "./page.js";
import { contactList } from "../../src/safetystring/player/frontend/contacts.js";

/** @param {string} value @param {object} [more] */
const contact = (value, more = {}) => ({ id: value, name: value, purpose: "help", value, hours: null, checked_on: "2026-11-20", certain: true, urgent: false, ...more });

test("only what can be dialled is a link, and it dials", () => {
  /** @type {[string, string | null][]} */
  const rows = [
    ["17", "tel:17"],
    ["+86 10 12308", "tel:+861012308"],
    ["01 99 00 (12) 34", "tel:0199001234"],
    ["www.help.example", null],
    ["javascript:alert(1)", null],
    ["https://help.example/17", null],
  ];
  for (const [value, href] of rows) {
    const list = contactList([contact(value)], strings("en"));
    assert.equal(list.querySelector("a")?.getAttribute("href") ?? null, href, value);
    assert.ok(list.textContent?.includes(value));
  }
});

test("the urgent come first, the others as they were; an uncertain one says so", () => {
  const list = contactList([contact("1"), contact("2", { urgent: true, certain: false }), contact("3")], strings("fr"));
  assert.deepEqual(all(list, ".sp-contact-name").map((name) => name.textContent), ["2", "1", "3"]);
  assert.equal(all(list, ".sp-unsure").length, 1);
  assert.match(one(list, ".sp-contact-small").textContent ?? "", /20 novembre 2026/);
});
