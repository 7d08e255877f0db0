import assert from "node:assert/strict";
import test from "node:test";
import { all, one, strings } from "./page.js";
import { debrief } from "./sample.js";
import { sampleStage } from "./setup.js";
import { debriefScreen } from "../../src/safetystring/player/frontend/debrief.js";
import { safeUrl } from "../../src/safetystring/player/frontend/item.js";

/** @param {object} [changes] */
function show(changes = {}) {
  const page = sampleStage({ phase: "debrief", debrief: { ...debrief("en", strings("en")), ...changes } });
  const screen = debriefScreen(page.stage);
  page.host.append(screen);
  return { ...page, screen };
}

test("every result is said in words beside its icon", () => {
  const { screen } = show();
  const results = all(screen, ".sp-item-card .sp-result").map((chip) => [chip.dataset["result"], chip.textContent, chip.querySelectorAll("svg").length]);
  assert.deepEqual(results, [
    ["hit", "You caught it", 1],
    ["false_alarm", "This one was fine", 1],
    ["late", "Caught in the review", 1],
    ["wrong_family", "Caught, for another reason", 1],
    ["correct", "Rightly left alone", 1],
    ["miss", "This one slipped by", 1],
    ["false_alarm", "This one was fine", 1],
  ]);
});

test("a sign of another family shows both", () => {
  const { screen } = show();
  assert.deepEqual(all(screen, ".sp-item-families span").map((span) => span.textContent), ["You said: Pressure", "A closer match: Identity"]);
});

test("money, verdict and ending stand first", () => {
  const opening = one(show().screen, ".sp-verdict-card").textContent ?? "";
  for (const words of ["This was a scam.", "85%", "€28,000", "€0"]) assert.ok(opening.includes(words), words);
});

test("a genuine conversation asks for no money and says why it was real", () => {
  const { screen } = show({ truth: "genuine", asked: 0, items: [], other_marks: [] });
  assert.equal(screen.querySelector(".sp-money"), null);
  assert.equal(all(screen, ".sp-items").length, 0);
  assert.equal(one(screen, ".sp-real h2").textContent, "Why this one was real");
});

test("what is missing leaves no empty part behind", () => {
  const { screen } = show({ truth: "drill", verdict: null, summary: "", first_sign: null, real: "", say: [], do: [], contacts: [], items: [], other_marks: [], decisions: [], score: null, ending: null, asked: 0, moves: undefined, profile: undefined, noticed: null });
  assert.equal(all(screen, ".sp-section").length, 0);
  assert.ok(screen.textContent?.includes("This was a drill."));
});

test("in an exam, or without its file, the debrief comes later and nothing is told as read", () => {
  for (const [answer, words] of /** @type {const} */ ([[{ later: true }, "will come with"], [{ missing: true }, "file is missing"], [{}, "will come with"]])) {
    const page = sampleStage({ phase: "debrief", debrief: answer });
    const screen = debriefScreen(page.stage);
    assert.ok(screen.textContent?.includes(words));
    assert.equal(screen.querySelector(".sp-read"), null);
  }
});

test("saying that it was read is told once", () => {
  const { screen, model } = show();
  one(screen, ".sp-read button").click();
  assert.deepEqual(model.sent, [{ type: "read" }]);
  assert.equal(screen.querySelector(".sp-read button"), null);
  assert.match(one(screen, ".sp-done").textContent ?? "", /All done/);
});

test("only an address of the plain web is linked", () => {
  for (const [url, expected] of [["https://a.example/x", "https://a.example/x"], ["http://a.example", null], ["javascript:alert(1)", null], ["https://a b", null], [null, null]]) {
    assert.equal(safeUrl(url), expected);
  }
  const links = all(show().screen, ".sp-item-source a");
  assert.deepEqual(links.map((link) => [link.getAttribute("href"), link.getAttribute("rel")]), [["https://notice.example/2022", "noopener noreferrer"]]);
});
