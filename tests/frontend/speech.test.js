import assert from "node:assert/strict";
import test from "node:test";
import "./page.js";
import { Speech, localVoices, onVoices } from "../../src/safetystring/player/frontend/speech.js";

/** @param {string} name @param {string} lang @param {boolean} [localService] @returns {any} */
const voice = (name, lang, localService = true) => ({ name, lang, localService, voiceURI: name, default: false });
const VOICES = [voice("far", "zh-CN", false), voice("tw", "zh-TW"), voice("cn", "zh_CN"), voice("hk", "zh-HK"), voice("uk", "en-GB"), voice("fr", "fr-FR"), voice("odd", "fr-FR", /** @type {any} */ ("yes"))];

test("only voices of this machine speak, Cantonese is not read as Mandarin", () => {
  const names = (/** @type {string} */ tag) => localVoices(tag, VOICES).map(({ name }) => name);
  assert.deepEqual(names("zh-CN"), ["cn", "tw"]);
  assert.deepEqual(names("fr"), ["fr"]);
  assert.deepEqual(names("en"), ["uk"]);
  assert.deepEqual(names("de"), []);
});

/** @param {any[]} voices */
function pretend(voices) {
  /** @type {any[]} */
  const said = [];
  let cancelled = 0;
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: class {
      /** @param {string} text */
      constructor(text) {
        this.text = text;
      }
    },
  });
  Object.assign(window, { speechSynthesis: { getVoices: () => voices, speak: (/** @type {any} */ one) => said.push(one), cancel: () => (cancelled += 1), addEventListener() {}, removeEventListener() {} } });
  return { said, cancelled: () => cancelled };
}

test("each speaker keeps a voice of their own, and who must share one has another pitch", () => {
  const { said } = pretend([voice("a", "en"), voice("b", "en-GB")]);
  const speech = new Speech();
  for (const who of ["Ann", "Bob", "Cem", "Ann"]) speech.speak(`I am ${who}`, who, "en");
  assert.deepEqual(said.map((one) => one.voice.name), ["a", "b", "a", "a"]);
  assert.notEqual(said[2].pitch, said[0].pitch);
  assert.equal(said[3].pitch, said[0].pitch);
});

test("it is waited for until it ends or is stopped", () => {
  const { said, cancelled } = pretend([voice("a", "en")]);
  const speech = new Speech();
  assert.equal(speech.speaking, false);
  speech.speak("Hello", "Ann", "en");
  assert.equal(speech.speaking, true);
  said[0].onend();
  assert.equal(speech.speaking, false);
  speech.speak("Hello", "Ann", "en");
  const before = cancelled();
  speech.stop();
  assert.deepEqual([speech.speaking, cancelled()], [false, before + 1]);
});

test("without a voice of this machine nothing is said, and nothing waited for", () => {
  const { said } = pretend([voice("far", "en", false)]);
  const speech = new Speech();
  speech.speak("Hello", "Ann", "en");
  assert.deepEqual([said.length, speech.speaking], [0, false]);
  delete (/** @type {any} */ (window).speechSynthesis);
  speech.speak("Hello", "Ann", "en");
  speech.stop();
  onVoices(() => {})();
  assert.equal(speech.speaking, false);
});
