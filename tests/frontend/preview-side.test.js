import { all, one } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { showFindings, summary } from "../../src/safetystring/authoring/preview/page/findings.js";
import { showKey, showPlace, styleKey } from "../../src/safetystring/authoring/preview/page/key.js";
import { keepScroll } from "../../src/safetystring/authoring/preview/page/scroll.js";

/** @import { Finding, Findings, Key } from "../../src/safetystring/authoring/preview/page/types.js" */

/** @type {Finding} */
const FINDING = { code: "SS011", severity: "error", path: "scenarios/a/scenario.yaml", line: 4, column: 2, message: "`minuts` is no <b>field</b>", hint: "minutes?", title: "" };
/** @type {Findings} */
const TOLD = { do: "findings", path: FINDING.path, stale: false, playable: true, checked: true, findings: [] };

/** @type {[Partial<Findings>, string][]} */
const SUMMARIES = [
  [{}, "nothing to mend"],
  [{ findings: [FINDING] }, "1 error"],
  [{ findings: [FINDING, FINDING, { ...FINDING, severity: "warning" }] }, "2 errors, 1 warning"],
  [{ checked: false }, "checking…"],
  [{ stale: true, findings: [FINDING] }, "1 error · cannot be played as it stands"],
];
for (const [told, expected] of SUMMARIES) {
  test(`in the bar: ${expected}`, () => assert.equal(summary({ ...TOLD, ...told }), expected));
}

test("findings name line and column, and another file by its name", () => {
  const section = document.createElement("section");
  const other = { ...FINDING, path: "scenarios/a/documents/x.svg", line: 0 };
  showFindings(section, { ...TOLD, stale: true, findings: [FINDING, other] });
  const [first, second] = all(section, ".finding");
  assert.match(first?.textContent ?? "", /line 4, column 2.*SS011 error.*<b>field/s);
  assert.match(second?.textContent ?? "", /documents\/x\.svg/);
  assert.match(one(section, ".stale").textContent ?? "", /last version/);
  showFindings(section, { ...TOLD, checked: false });
  assert.equal(all(section, ".finding").length, 2, "they stand until the checks are through");
  showFindings(section, TOLD);
  assert.equal(section.hidden, true);
});

test("many findings of one kind take little room, and no line is left out", () => {
  const section = document.createElement("section");
  showFindings(section, { ...TOLD, findings: [...Array(9).keys()].map((line) => ({ ...FINDING, line: line + 20 })) });
  assert.equal(all(section, ".finding").length, 3);
  assert.match(section.textContent ?? "", /and 6 more like this, at lines 23, 24, 25, 26, 27, 28/);
});

/** @type {Key} */
const KEY = {
  lang: "en",
  truth: "scam",
  title: "T",
  leave: "e01",
  first_sign: "m01",
  scenes: [
    {
      id: "s01",
      line: 3,
      channel: "chat",
      spine: true,
      goes: null,
      messages: [
        { id: "m01", line: 5, text: "Hi", markable: true, kind: "cue", family: 'Fake "id"', red_flag: "x", decisive: true, why: "Why", source: "A1" },
        { id: "m02", line: 6, text: "Odd", markable: true, kind: "lookalike", why: "In order" },
        { id: "m03", line: 7, text: "Me", markable: false, kind: "none" },
      ],
      choice: { id: "c01", line: 8, prompt: "?", options: [{ id: "o01", line: 9, text: "Yes", rating: "harmful", consequence: "C", goes: "e01", replies: [] }] },
    },
  ],
  endings: [{ id: "e01", line: 20, outcome: "safe", title: "Out", text: "E", paid: 5 }],
};

test("the key says what each thing is, and where one is", () => {
  const section = document.createElement("section");
  section.scrollIntoView = () => {};
  window.HTMLElement.prototype.scrollIntoView ??= () => {};
  showKey(section, KEY);
  assert.match(one(section, "[data-message=m01]").textContent ?? "", /⚑ Fake "id" · x ★ · first sign/);
  assert.match(one(section, "[data-option=o01]").textContent ?? "", /▲ harmful → e01/);
  assert.match(section.textContent ?? "", /● safe · €5 paid · leaving early/);
  showPlace(section, { do: "at", langs: ["en"], phase: "play", choice: "c01", shown: ["m01"], chosen: ["o01"], lost: null });
  assert.equal(all(section, ".seen").length, 1);
  assert.equal(all(section, ".taken").length, 1);
  assert.equal(all(section, ".here").length, 1);
});

test("on the conversation the key is style alone, and its words cannot end their string", () => {
  let css = "";
  styleKey(/** @type {any} */ ({ replaceSync: (/** @type {string} */ text) => (css = text) }), KEY);
  assert.match(css, /\[data-id="m01"\].*content: "⚑ Fake \\22 id\\22 {2}· x ★"/);
  assert.match(css, /\[data-id="m02"\].*≈ lookalike/);
  assert.doesNotMatch(css, /m03/);
});

test("what was in sight stays in sight", () => {
  const before = document.createElement("div");
  const after = document.createElement("div");
  for (const root of [before, after]) {
    for (const [name, height] of /** @type {[string, number][]} */ ([["log", 500], ["side", 300]])) {
      const part = document.createElement("div");
      part.className = name;
      Object.defineProperties(part, { scrollHeight: { value: root === after ? height + 100 : height }, clientHeight: { value: 100 } });
      root.append(part);
    }
  }
  one(before, ".log").scrollTop = 120;
  one(before, ".side").scrollTop = 200;
  keepScroll(before)(after);
  assert.deepEqual([one(after, ".log").scrollTop, one(after, ".side").scrollTop], [120, 300]);
});
