// A group: a face of its own for each voice, and what others gave a message.
import { avatar } from "../avatars.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../words.js";

/** @import { MessageEntry, Reaction, Strings } from "../types.js" */

/** Grounds that carry white letters at 4.5 : 1, far enough apart to tell neighbours. */
const GROUNDS = ["#2f6690", "#8a4b12", "#7a4b86", "#1f6f63", "#9c2f5f", "#4a5d23", "#34466b", "#a33a22", "#5b5b8f", "#226b3c"];
/** Avatars that say nothing about a person: a letter says more. */
const PLAIN = new Set(["person", "friend", "none", "", null, undefined]);

/**
 * @param {string} sender an id of the cast
 * @returns {number} which of the grounds is theirs, the same every time
 */
export function hue(sender) {
  let sum = 0;
  for (const letter of sender) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (Number(sender.replace(/\D+/gu, "")) || sum) % GROUNDS.length;
}

/**
 * @param {Pick<MessageEntry, "sender" | "name" | "avatar">} person
 * @returns {HTMLElement} their picture: a role's, or the first letter of a name on a ground of their own
 */
export function face({ sender, name, avatar: role }) {
  if (!PLAIN.has(role) || !name) return avatar(role);
  const letters = [...name.replace(/^[^\p{L}\p{N}]+/u, "")];
  return h("span", { class: "sp-avatar sp-face", "aria-hidden": "true", style: `background:${GROUNDS[hue(sender || name)]}` }, (letters[0] ?? "?").toUpperCase());
}

/**
 * @param {Reaction[] | undefined} reactions
 * @param {Strings} strings
 * @returns {HTMLElement | null} the signs under a message, with how many gave each
 */
export function reactions(reactions, strings) {
  if (!reactions || reactions.length === 0) return null;
  const chips = reactions.map(({ sign, count }) =>
    h("li", { class: "sp-reaction", "data-sign": sign }, icon(`sign-${sign}`), h("span", { class: "sp-hidden" }, say(strings, `sign_${sign}`)), h("span", {}, count)),
  );
  return h("ul", { class: "sp-reactions", "aria-label": say(strings, "reactions_label") }, chips);
}
