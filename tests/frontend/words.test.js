import assert from "node:assert/strict";
import test from "node:test";
import { date, euros, messageLabel, number, say, shorten, tag } from "../../src/safetystring/player/frontend/words.js";

test("say fills the blanks it is given and leaves the others", () => {
  const rows = /** @type {const} */ ([
    [{ a: "x {n} y" }, { n: 3 }, "x 3 y"],
    [{ a: "x {n} {m}" }, { n: "<b>" }, "x <b> {m}"],
    [{ a: 7 }, {}, ""],
    [{}, {}, ""],
  ]);
  for (const [strings, blanks, expected] of rows) assert.equal(say(strings, "a", blanks), expected);
});

test("a message without a time is called by its sender alone", () => {
  const strings = { message_from: "{name}, {time}" };
  assert.equal(messageLabel(strings, "Lin", ""), "Lin");
  assert.equal(messageLabel(strings, "Lin", "10:41"), "Lin, 10:41");
});

test("shorten counts letters, not code units, and keeps what fits", () => {
  assert.equal(shorten("你好", 2), "你好");
  assert.equal(shorten("你好吗", 2), "你…");
  assert.equal(shorten("😀😀😀", 2), "😀…");
  assert.equal(shorten("a  b\n c", 10), "a b c");
});

test("money, numbers and dates are written as the language writes them", () => {
  const [zh, en, fr] = [{ lang_tag: "zh-CN" }, { lang_tag: "en" }, { lang_tag: "fr" }];
  assert.equal(euros(en, 28000), "€28,000");
  assert.match(euros(fr, 28000), /^28[\u202f\u00a0]000\u00a0€$/);
  assert.equal(number(fr, 24.55), "24,6");
  assert.equal(date(zh, "2026-11-20"), "2026年11月20日");
  assert.equal(date(fr, "2022-09"), "septembre 2022");
  assert.equal(date(en, "soon"), "soon");
  assert.equal(tag({}), "zh-CN");
});
