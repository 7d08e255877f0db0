import assert from "node:assert/strict";
import test from "node:test";
import { all, one } from "../page.js";
import { message, shown } from "./messages.js";

const MAIL = { subject: "Your file", address: "desk@uni.example", reply_to: "x@other.invalid", date: "2026-09-14", link: { label: "www.uni.example", target: "https://other.invalid/login" } };

/** @param {object} [more] */
const open = (more = {}) => shown("mail", message("mail", { ...MAIL, ...more }, { text: "Hello,\n\nplease come.\n\nBye" }));

test("an e-mail shows its subject, sender and paragraphs; the headers on demand", () => {
  const { node } = open();
  assert.equal(one(node, "h3").textContent, "Your file");
  assert.deepEqual(all(node, ".sp-prose > p").map((part) => part.textContent), ["Hello,", "please come.", "Bye"]);
  const headers = one(node, "details");
  assert.equal(headers.hasAttribute("open"), false);
  const values = all(headers, "dd").map((value) => value.textContent ?? "");
  assert.deepEqual([values[0], values[1], values[3]], ["Desk <desk@uni.example>", "x@other.invalid", "Your file"]);
  assert.match(values[2] ?? "", /2026.*10:41/);
});

test("where the link leads is seen on focus and hover, stays after a press, and is read with it", () => {
  const { node } = open();
  const [link, target] = [one(node, ".sp-mail-link"), one(node, ".sp-mail-target")];
  assert.equal(link.getAttribute("aria-describedby"), target.id);
  assert.equal(target.querySelector(".sp-url")?.textContent, "https://other.invalid/login");
  assert.equal(target.hidden, true);
  link.focus();
  assert.equal(target.hidden, false);
  link.blur();
  assert.equal(target.hidden, true);
  link.dispatchEvent(new Event("pointerenter"));
  assert.equal(target.hidden, false);
  link.dispatchEvent(new Event("pointerleave"));
  assert.equal(target.hidden, true);
  const press = new Event("contextmenu", { cancelable: true });
  link.dispatchEvent(press);
  assert.deepEqual([press.defaultPrevented, target.hidden], [true, false]);
  link.dispatchEvent(new Event("pointerleave"));
  assert.equal(target.hidden, false);
  assert.equal(all(node, "a").length, 0);
});

test("what an e-mail lacks leaves no empty line", () => {
  const { node } = open({ reply_to: null, date: null, link: null });
  assert.equal(all(node, "dd").length, 3);
  assert.equal(node.querySelector(".sp-mail-link"), null);
});
