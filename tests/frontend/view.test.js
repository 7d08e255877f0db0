import assert from "node:assert/strict";
import test from "node:test";
import { all, box, drawn, one, press, strings } from "./page.js";
import { about, debrief, entries, rest } from "./sample.js";
import { sampleModel } from "./setup.js";
import player from "../../src/safetystring/player/frontend/index.js";
import { setPaceOff } from "../../src/safetystring/player/frontend/prefs.js";

/** @import { Traits } from "../../src/safetystring/player/frontend/types.js" */

/** @param {Partial<Traits>} traits */
async function open(traits) {
  setPaceOff(true);
  const model = sampleModel(traits);
  const page = box();
  const forget = player.initialize({ model });
  const end = player.render({ model, el: page.host });
  await drawn();
  return { ...page, model, end, forget };
}

test("the first sign of life comes before anything is reported as painted", async () => {
  const { model } = await open({ phase: "play", shown: 0 });
  assert.equal(model.sent[0].type, "ready");
  assert.equal(model.sent[1].type, "shown");
  assert.equal(model.sent.length, 2);
});

test("the player carries its language, phase and channel", async () => {
  const { player: element } = await open({ phase: "play", lang: "fr", strings: strings("fr"), about: about("fr", strings("fr")) });
  assert.equal(element.getAttribute("lang"), "fr");
  assert.equal(element.dataset["phase"], "play");
  assert.equal(element.dataset["channel"], "chat");
  assert.equal(element.hasAttribute("data-playing"), false);
});

test("help and the reminder that this is practice are on every screen", async () => {
  for (const phase of /** @type {const} */ (["intro", "practice", "play", "verdict", "rest", "review", "debrief", "skipped"])) {
    const { host, model } = await open({ phase, debrief: phase === "debrief" ? debrief("en", strings("en")) : {} });
    assert.ok(one(host, ".sp-simulation").textContent, phase);
    one(host, ".sp-help-button").click();
    assert.equal(model.sent.at(-1)?.type, "help", phase);
    assert.ok(host.querySelector("dialog.sp-help[open] a[href='tel:17']"), phase);
  }
});

test("what arrives is added to the model once, and painted", async () => {
  const list = entries("en");
  const { host, model } = await open({ phase: "play", entries: list.slice(0, 10), shown: 10 });
  model.emit("msg:custom", { type: "append", entries: list.slice(10, 14) });
  model.emit("msg:custom", { type: "append", entries: list.slice(10, 14) });
  await drawn();
  assert.deepEqual(model.get("entries").map((entry) => entry.seq), list.slice(0, 14).map((entry) => entry.seq));
  assert.equal(all(host, "[data-id=m9]").length, 1);
});

test("a change of language keeps the place and tells everything anew", async () => {
  const { host, model } = await open({ phase: "play" });
  model.set({ lang: "fr", strings: strings("fr"), about: about("fr", strings("fr")) });
  await drawn();
  model.set({ entries: entries("fr") });
  await drawn();
  const bubbles = all(host, "article[data-id]");
  assert.ok(bubbles.length > 10);
  assert.ok(bubbles.every((bubble) => bubble.getAttribute("lang") === "fr"));
  assert.match(host.textContent ?? "", /couvre-toi|Écoute, Xiao Lin/);
  assert.deepEqual(model.sent.filter(({ type }) => type === "shown"), []);
});

test("another attempt begins with an empty screen", async () => {
  const { host, model } = await open({ phase: "debrief", debrief: debrief("en", strings("en")) });
  model.set({ phase: "play", entries: entries("en").slice(0, 2), shown: 0, marks: {}, debrief: {} });
  await drawn();
  assert.deepEqual(all(host, "[data-id]").map((node) => node.dataset["id"]), ["m01"]);
  assert.deepEqual(model.sent.at(-1), { type: "shown", ids: ["m01"] });
});

test("play, verdict, rest and review go on in one log, and no screen loses a message", async () => {
  const list = entries("en");
  const { host, model, player: element } = await open({ phase: "play" });
  model.set({ phase: "verdict" });
  await drawn();
  assert.equal(element.dataset["phase"], "verdict");
  model.set({ phase: "rest", rest_from: list.length + 1 });
  model.emit("msg:custom", { type: "append", entries: rest("en") });
  await drawn();
  assert.deepEqual(model.sent.at(-1), { type: "shown", ids: ["m15", "m16"] });
  model.set({ phase: "review" });
  await drawn();
  assert.equal(all(host, "article[data-id]").length, 14);
  assert.ok(host.querySelector(".sp-lead:not([hidden])"));
});

test("leaving is asked first", async () => {
  const { host, model } = await open({ phase: "play" });
  one(host, ".sp-back").click();
  assert.equal(model.sent.some(({ type }) => type === "leave"), false);
  one(host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(model.sent.at(-1), { type: "leave" });
});

test("after a press the focus goes to the question, never to the page", async () => {
  const { buttons, prompt, model } = await open({ phase: "play" });
  const option = one(buttons, ".sp-option");
  option.dispatchEvent(new window.Event("pointerdown", { bubbles: true }));
  option.focus();
  option.remove();
  const next = document.createElement("button");
  next.className = "jupyter-button sp-option";
  buttons.append(next);
  model.emit("msg:custom", { type: "append", entries: [{ ...rest("en")[2], seq: 90 }] });
  await drawn();
  assert.equal(document.activeElement, prompt);
});

test("without a press in the player the focus is left alone", async () => {
  const { model } = await open({ phase: "play" });
  const elsewhere = document.createElement("input");
  document.body.append(elsewhere);
  elsewhere.dispatchEvent(new window.Event("pointerdown", { bubbles: true }));
  model.emit("msg:custom", { type: "append", entries: [{ ...rest("en")[2], seq: 90 }] });
  await drawn();
  assert.equal(document.activeElement, document.body);
});

test("a notice stays, and goes when the kernel takes it back", async () => {
  const { host, model } = await open({ phase: "play", notice: { kind: "unsaved", text: "Not saved" } });
  assert.equal(one(host, ".sp-banner").textContent, "Not saved");
  model.set({ notice: {} });
  assert.equal(host.querySelector(".sp-banner"), null);
});

test("a lost kernel says what to do", async () => {
  const { host, player: element, buttons } = await open({ phase: "play" });
  one(buttons, ".sp-option").classList.add("jupyter-widgets-disconnected");
  await drawn();
  assert.match(one(host, ".sp-banner").textContent ?? "", /Run the cell above again/);
  assert.ok(element.hasAttribute("data-lost"));
});

test("with a lost kernel nothing more appears, nothing throws, and on its return the conversation goes on", async () => {
  // So short that each would come within the time waited for below.
  const list = entries("en").map((entry) => (entry.kind === "message" ? { ...entry, text: "x" } : entry));
  const { host, model, buttons, end } = await open({ phase: "play", entries: list.slice(0, 5), shown: 5 });
  setPaceOff(false);
  model.kernel = () => {
    throw new Error("Cannot send");
  };
  model.emit("msg:custom", { type: "append", entries: list.slice(5, 8) });
  const option = one(buttons, ".sp-option");
  option.classList.add("jupyter-widgets-disconnected");
  await drawn();
  one(host, ".sp-help-button").click();
  assert.ok(host.querySelector("dialog.sp-help[open]"));
  await new Promise((done) => {
    setTimeout(done, 700);
  });
  assert.equal(host.querySelector("[data-id=m3]"), null);
  setPaceOff(true);
  option.classList.remove("jupyter-widgets-disconnected");
  await drawn();
  assert.ok(host.querySelector("[data-id=m5]"));
  assert.equal(host.querySelector(".sp-banner"), null);
  end();
});

test("an answer that could not be packed is said", async () => {
  const { host, model } = await open({ phase: "play" });
  model.set({ download: { failed: true } });
  assert.match(one(host, ".sp-banner").textContent ?? "", /try again/);
});

test("the menu switches the pace, and asks before starting over", async () => {
  const { host, model } = await open({ phase: "play" });
  one(host, ".sp-more").click();
  assert.equal(/** @type {HTMLInputElement} */ (one(host, ".sp-speed input[value=off]")).checked, true);
  one(host, ".sp-speed input[value=slow]").click();
  assert.equal(window.localStorage.getItem("safetystring.pace"), "slow");
  one(host, ".sp-segment input[value=zh]").click();
  assert.deepEqual(model.sent.at(-1), { type: "language", lang: "zh" });
  all(host, ".sp-item").find((item) => item.textContent === "Start over")?.click();
  assert.equal(model.sent.some(({ type }) => type === "restart"), false);
  one(host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(model.sent.at(-1), { type: "restart" });
});

test("skipping a theme is asked first, and can be taken back", async () => {
  const { host, model } = await open({ phase: "intro" });
  one(host, ".sp-quiet-button").click();
  one(host, ".sp-sheet .sp-strong").click();
  assert.deepEqual(model.sent.at(-1), { type: "skip_theme" });
  model.set({ phase: "skipped" });
  await drawn();
  one(host, ".sp-skipped .sp-button").click();
  assert.deepEqual(model.sent.at(-1), { type: "restart" });
});

test("nothing listens any more once the view is gone", async () => {
  const { model, end, forget, player: element, host } = await open({ phase: "play" });
  end();
  forget();
  assert.equal(model.listening, 0);
  assert.equal(host.childElementCount, 0);
  let reached = false;
  document.body.addEventListener("keydown", () => (reached = true), { once: true });
  press(one(element, ".sp-option"), "x");
  assert.equal(reached, true);
});
