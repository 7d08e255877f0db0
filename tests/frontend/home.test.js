import assert from "node:assert/strict";
import test from "node:test";
import { strings } from "./page.js";
import home, { fill, nextUp, paint } from "../../src/safetystring/player/frontend/home.js";
import { readFileSync } from "node:fs";

const WORDS = JSON.parse(readFileSync(new URL("../../src/safetystring/player/strings/home.json", import.meta.url), "utf8"));

/** @param {("new" | "begun" | "done")[]} states */
const course = (...states) => [
  { title: "One", goals: ["See"], minutes: 25, scenarios: states.map((state, n) => ({ title: `<b>${n}</b>`, minutes: 8, path: `m1/${n}.ipynb`, state })) },
];

/** @param {Record<string, any>} traits */
function fakeModel(traits) {
  const values = { lang: "en", chosen: true, strings: { ...strings("en"), ...WORDS.en }, ...traits };
  return {
    values,
    saved: 0,
    get: (/** @type {string} */ name) => /** @type {Record<string, any>} */ (values)[name],
    set(/** @type {string} */ name, /** @type {unknown} */ value) {
      Object.assign(values, { [name]: value });
    },
    save_changes() {
      this.saved += 1;
    },
    /** @type {any[]} */
    sent: [],
    send(/** @type {any} */ content, /** @type {any} */ _callbacks, /** @type {any} */ buffers) {
      this.sent.push(buffers ? { ...content, bytes: buffers[0].byteLength } : content);
    },
    on() {},
    off() {},
  };
}

test("holes are filled, unknown ones are left", () => {
  assert.equal(fill("about {n} min {x}", { n: 8 }), "about 8 min {x}");
});

test("the next one is what was begun, else the first that is not done", () => {
  assert.equal(nextUp(course("done", "begun", "new"))?.path, "m1/1.ipynb");
  assert.equal(nextUp(course("done", "new", "begun"))?.path, "m1/2.ipynb");
  assert.equal(nextUp(course("done", "done")), undefined);
  assert.equal(nextUp([]), undefined);
});

test("titles are text, links are relative, one of them stands out", () => {
  const root = document.createElement("div");
  paint(fakeModel({ modules: course("done", "begun", "new") }), root);
  const links = [...root.querySelectorAll("a")];
  assert.deepEqual(links.map((link) => link.getAttribute("href")), ["m1/1.ipynb", "m1/0.ipynb", "m1/1.ipynb", "m1/2.ipynb"]);
  assert.deepEqual([...root.querySelectorAll(".sh-go")].map((link) => link.getAttribute("href")), ["m1/1.ipynb"]);
  assert.equal(root.querySelectorAll("b").length, 0);
  assert.equal(root.querySelector("progress")?.getAttribute("aria-label"), "1 of 3 done");
  assert.equal(root.lang, "en");
});

test("choosing a language is saved", () => {
  const model = fakeModel({ modules: course("new") });
  const root = document.createElement("div");
  paint(model, root);
  const french = /** @type {HTMLInputElement} */ (root.querySelector("input[value=fr]"));
  french.checked = true;
  french.dispatchEvent(new Event("change"));
  assert.deepEqual([model.values.lang, model.saved], ["fr", 1]);
});

test("without a choice the page starts in the browser's language", () => {
  const model = fakeModel({ modules: course("new"), lang: "zh", chosen: false, strings: WORDS.zh });
  const stop = home.render({ model, el: document.createElement("div") });
  assert.equal(model.values.lang, document.defaultView?.navigator.language.slice(0, 2));
  stop();
});

test("a finished module says when to come back, quietly, and offers its card", () => {
  const takeaway = { title: "One", remember: ["a", "b", "c"], say: ["No."], dial: [{ id: "x", name: "Police", purpose: "", value: "17", checked_on: "2026-11-23", certain: true, urgent: true }] };
  const [module] = course("done", "done");
  const root = document.createElement("div");
  const strings = { ...WORDS.en, help_checked: "Checked on {date}", takeaway_print: "Print this card", lang_tag: "en" };
  paint(fakeModel({ strings, modules: [{ ...module, takeaway, again: "2999-01-05" }] }), root);
  assert.equal(root.querySelector(".sh-again")?.textContent, "Around January 5, 2999, another go will make it stick.");
  assert.equal(root.querySelector(".sh-takeaway a")?.getAttribute("href"), "tel:17");
  assert.match(root.querySelector(".sh-takeaway")?.textContent ?? "", /Checked on November 23, 2026/);
  paint(fakeModel({ strings, modules: [{ ...module, again: "2020-01-05" }] }), root);
  assert.match(root.querySelector(".sh-again")?.textContent ?? "", /good time for another go/);
  assert.equal(root.querySelector(".sh-takeaway"), null);
  assert.equal(root.querySelector(".sh-go"), null);
});

test("progress goes out by a request and comes back as bytes; a file too large is not even sent", async () => {
  const model = fakeModel({ modules: course("new") });
  const root = document.createElement("div");
  paint(model, root);
  /** @type {HTMLElement | null} */ (root.querySelector(".sh-button"))?.click();
  assert.deepEqual(model.sent, [{ type: "pack" }]);
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
  const give = async (/** @type {number} */ size) => {
    const file = { size, arrayBuffer: async () => new ArrayBuffer(size) };
    Object.defineProperty(field, "files", { value: [file], configurable: true });
    field.dispatchEvent(new Event("change"));
    await new Promise((done) => {
      setTimeout(done, 0);
    });
  };
  await give(12);
  assert.deepEqual(model.sent[1], { type: "restore", bytes: 12 });
  await give(9_000_000);
  assert.equal(model.sent.length, 2);
  assert.match(root.querySelector(".sh-said")?.textContent ?? "", /too large/);
});

const LESSON = {
  minutes: 2,
  points: ["<i>One</i>", "Two"],
  sender: "A call",
  parts: [
    { words: "Good morning.", does: "Anyone says so." },
    { words: "Look at your screen.", does: "It can be faked.", flag: "They steer how you check" },
  ],
  genuine: "It may be checked.",
};
const CARD = { title: "One", remember: ["a", "b", "c"], say: ["d"], dial: [] };

/** @param {("new" | "begun" | "done")[]} states */
const taught = (...states) => course(...states).map((module) => ({ ...module, lesson: LESSON, takeaway: CARD }));

test("a lesson lies open before the first conversation, closed once one was begun, and holds the goals and three lines", () => {
  const root = document.createElement("div");
  paint(fakeModel({ modules: [...taught("new", "new"), ...taught("new")] }), root);
  const lessons = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details.sh-lesson")]);
  assert.deepEqual(lessons.map((lesson) => lesson.open), [true, false]);
  const [first] = lessons;
  assert.deepEqual([...(first?.querySelectorAll(".sh-goals li, .sh-remember li") ?? [])].map((line) => line.textContent), ["See", "a", "b", "c"]);
  assert.deepEqual([...(first?.querySelectorAll(".sh-part") ?? [])].map((part) => part.querySelector("strong")?.textContent), [strings("en")["lesson_harmless"], "They steer how you check"]);
  assert.equal(root.querySelectorAll("i").length, 0);
  assert.equal(root.querySelectorAll(".sh-goals").length, 2);
  const begun = document.createElement("div");
  paint(fakeModel({ modules: taught("begun", "new") }), begun);
  assert.equal(/** @type {HTMLDetailsElement | null} */ (begun.querySelector(".sh-lesson"))?.open, false);
  assert.equal(begun.querySelector(".sh-read"), null);
});

test("the button beside the next conversation opens its lesson, and a repaint leaves it open", () => {
  const root = document.createElement("div");
  root.className = "sh-home";
  document.body.append(root);
  const model = fakeModel({ modules: taught("new") });
  paint(model, root);
  const lesson = () => /** @type {HTMLDetailsElement} */ (root.querySelector(".sh-lesson"));
  lesson().open = false;
  paint(model, root);
  assert.equal(lesson().open, false);
  lesson().scrollIntoView = () => {};
  /** @type {HTMLElement} */ (root.querySelector(".sh-read")).click();
  assert.equal(lesson().open, true);
  paint(model, root);
  assert.equal(lesson().open, true);
  root.remove();
});
