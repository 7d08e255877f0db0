// How long a message takes to arrive: as long as somebody needs to type it, or to say it.

/** @import { Channel, Entry } from "./types.js" */

/** Milliseconds. A burst never feels dropped all at once, and nobody waits long for a long message. */
export const SHORTEST = 550;
export const LONGEST = 3400;
const BREATH = 450;
/** Speech is slower to take in than a bubble of the same length. */
const SPOKEN = 1.25;
/** In the rest the learner already knows it ended; it is read, not lived through. */
const REST = 0.45;

/**
 * @param {Entry} entry
 * @param {Entry | null} before what was painted last
 * @param {{ charsPerSecond: number, channel: Channel, rest: boolean }} how
 * @returns {number} milliseconds to wait before painting `entry`
 */
export function delay(entry, before, { charsPerSecond, channel, rest }) {
  if (entry.kind !== "message" || entry.side === "out") return before?.kind === "message" ? BREATH : 0;
  if (channel === "ring") return 0;
  const speed = charsPerSecond > 0 ? charsPerSecond : 12;
  // On a call the caption stands while it is spoken, so the next one waits for the words before it.
  const text = channel === "call" ? spoken(before) : entry.text;
  const raw = (text.length / speed) * 1000 * (channel === "call" ? SPOKEN : 1);
  const whole = Math.min(LONGEST, Math.max(SHORTEST, raw));
  return Math.round(whole * (rest ? REST : 1));
}

/**
 * @param {Entry | null} entry
 * @returns {string}
 */
function spoken(entry) {
  return entry?.kind === "message" && entry.form !== "system" ? entry.text : "";
}
