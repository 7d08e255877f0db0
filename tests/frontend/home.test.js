import assert from "node:assert/strict";
import test from "node:test";
import "./page.js";
import home, { fill, nextUp, paint } from "../../src/safetystring/player/frontend/home.js";
import { readFileSync } from "node:fs";

const WORDS = JSON.parse(readFileSync(new URL("../../src/safetystring/player/strings/home.json", import.meta.url), "utf8"));

/** @param {("new" | "begun" | "done")[]} states */
const course = (...states) => [
  { title: "One", goals: ["See"], minutes: 25, scenarios: states.map((state, n) => ({ title: `<b>${n}</b>`, minutes: 8, path: `m1/${n}.ipynb`, state })) },
];

/** @param {Record<string, any>} traits */
function fakeModel(traits) {
  const values = { lang: "en", chosen: true, strings: WORDS.en, ...traits };
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
    on() {},
    off() {},
  };
}

test("holes are filled, unknown ones are left", () => {
  assert.equal(fill("about {n} min {x}", { n: 8 }), "about 8 min {x}");
});

test("the next one is the first that is not done", () => {
  assert.equal(nextUp(course("done", "begun", "new"))?.path, "m1/1.ipynb");
  assert.equal(nextUp(course("done", "done")), undefined);
  assert.equal(nextUp([]), undefined);
});

test("titles are text, links are relative, one of them stands out", () => {
  const root = document.createElement("div");
  paint(fakeModel({ modules: course("done", "begun", "new") }), root);
  const links = [...root.querySelectorAll("a")];
  assert.deepEqual(links.map((link) => link.getAttribute("href")), ["m1/0.ipynb", "m1/1.ipynb", "m1/2.ipynb"]);
  assert.equal(root.querySelectorAll(".sh-go").length, 1);
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
