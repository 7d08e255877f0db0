// How long a message takes to arrive: as long as somebody needs to type it, or to say it.

import { typed } from "./channels/channels.js";

/** @import { Channel, Entry, MessageEntry } from "./types.js" */

/** How much faster than usual, by the speed the learner chose. */
export const FACTORS = { slow: 0.6, normal: 1, fast: 1.7, off: 1 };
/** Milliseconds. A burst never feels dropped all at once, and nobody waits long for a long message. */
export const SHORTEST = 550;
export const LONGEST = 4800;
/** A phone that nobody picks up is picked up in the end; before that the learner may look, mark, answer, decline. */
export const RINGING = 12_000;
const CHANGE = 1200;
/** Speech is slower to take in than a bubble of the same length. */
const SPOKEN = 1.25;
/** Of the time to take a message in, what is left before the learner's own words appear. */
const OWN = 0.5;
/** In the rest the learner already knows it ended; it is read, not lived through. */
const REST = 0.45;

/**
 * @param {Entry} entry
 * @param {Entry | null} before what was painted last
 * @param {{ charsPerSecond: number, channel: Channel, rest: boolean, factor?: number }} how `channel` is where `before` stands
 * @returns {number} milliseconds to wait before painting `entry`
 */
export function delay(entry, before, { charsPerSecond, channel, rest, factor = 1 }) {
  const earlier = before?.kind === "message" ? before : null;
  if (entry.kind === "option") return 0;
  if (entry.kind === "scene") {
    if (earlier === null) return 0;
    return channel === "ring" && !rest ? RINGING : CHANGE;
  }
  const speed = charsPerSecond > 0 ? charsPerSecond : 12;
  return Math.round((share(entry, earlier, channel, speed) * (rest ? REST : 1)) / factor);
}

/**
 * @param {MessageEntry} entry
 * @param {MessageEntry | null} earlier
 * @param {Channel} channel
 * @param {number} speed
 * @returns {number}
 */
function share(entry, earlier, channel, speed) {
  // A caption stands while it is spoken, a page or a line of the story while it is read: the next one waits for it.
  if (!typed(channel)) return earlier === null ? (channel === "ring" ? 0 : SHORTEST) : time(earlier, speed / SPOKEN);
  if (entry.side === "in") return time(entry, speed);
  return earlier === null ? 0 : Math.max(SHORTEST, OWN * time(earlier, speed));
}

/**
 * @param {MessageEntry} message
 * @param {number} speed
 * @returns {number}
 */
function time(message, speed) {
  return Math.min(LONGEST, Math.max(SHORTEST, (message.text.length / speed) * 1000));
}
