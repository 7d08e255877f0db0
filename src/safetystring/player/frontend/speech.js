// Reading aloud by a voice that lives on the learner's own machine. A voice that would send text away is never used.

/** Seconds after which a voice that never ends is no longer waited for. */
const LONGEST = 30;
/** Pitches for speakers who must share a voice. */
const PITCHES = [1, 0.86, 1.14, 0.94, 1.06];

/** @returns {SpeechSynthesis | null} */
const engine = () => (typeof window !== "undefined" && "speechSynthesis" in window ? window.speechSynthesis : null);

/** @param {SpeechSynthesisVoice} voice */
const region = (voice) => voice.lang.toLowerCase().replace("_", "-");

/**
 * @param {string} tag BCP 47 tag of the texts
 * @param {SpeechSynthesisVoice[]} [voices]
 * @returns {SpeechSynthesisVoice[]} the voices of this machine that speak it, the nearest region first
 */
export function localVoices(tag, voices = engine()?.getVoices() ?? []) {
  const wanted = tag.toLowerCase();
  const language = wanted.split("-")[0] ?? "";
  const spoken = voices.filter((voice) => {
    const its = region(voice);
    // Hong Kong's voices read Chinese as Cantonese, which is another language to the ear.
    return voice.localService === true && its.split("-")[0] === language && its !== "zh-hk";
  });
  return spoken.sort((a, b) => Number(region(b) === wanted) - Number(region(a) === wanted));
}

/** @param {() => void} call @returns {() => void} when the machine's voices become known; call the result to stop */
export function onVoices(call) {
  const found = engine();
  found?.addEventListener?.("voiceschanged", call);
  return () => found?.removeEventListener?.("voiceschanged", call);
}

export class Speech {
  /** Speakers in the order in which they were first heard. @type {string[]} */
  #speakers = [];
  #since = 0;
  #speaking = false;

  get speaking() {
    return this.#speaking && performance.now() - this.#since < LONGEST * 1000;
  }

  /**
   * @param {string} text
   * @param {string} who
   * @param {string} tag
   * @param {number} [rate]
   */
  speak(text, who, tag, rate = 1) {
    const voices = localVoices(tag);
    const found = engine();
    if (!found || voices.length === 0 || text === "") return;
    if (!this.#speakers.includes(who)) this.#speakers.push(who);
    const place = this.#speakers.indexOf(who);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voices[place % voices.length] ?? null;
    utterance.lang = tag;
    utterance.rate = rate;
    utterance.pitch = PITCHES[Math.floor(place / voices.length) % PITCHES.length] ?? 1;
    utterance.onend = utterance.onerror = () => (this.#speaking = false);
    found.cancel();
    this.#speaking = true;
    this.#since = performance.now();
    found.speak(utterance);
  }

  stop() {
    if (!this.#speaking) return;
    this.#speaking = false;
    engine()?.cancel();
  }
}
