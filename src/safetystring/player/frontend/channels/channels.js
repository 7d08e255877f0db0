// What each channel's screen is: its header, its way out, whether it is spoken, typed, or a screen to read.
import { say } from "../words.js";

/** @import { Channel, SceneEntry, Strings } from "../types.js" */

/**
 * @typedef {object} Look
 * @property {"spoken" | "typed" | "screen"} kind spoken on a dark screen, typed in bubbles, or a screen to read
 * @property {string} icon
 * @property {"none" | "back" | "hangup"} way how it is left
 * @property {(scene: SceneEntry, strings: Strings) => string} title
 * @property {(scene: SceneEntry, strings: Strings) => string} below
 */

/** @param {SceneEntry} scene */
const name = (scene) => scene.name;
/** @param {SceneEntry} scene */
const about = (scene) => scene.about ?? "";
/** @param {SceneEntry} scene */
const sender = (scene) => [scene.number === scene.name ? "" : scene.number, scene.about].filter(Boolean).join(" · ");
/** @param {SceneEntry} scene @param {Strings} strings */
const members = (scene, strings) => (scene.members ? say(strings, "group_members", { n: scene.members }) : about(scene));

/** @type {Record<Channel, Look>} */
export const CHANNELS = {
  ring: { kind: "spoken", icon: "phone", way: "none", title: (_, strings) => say(strings, "incoming"), below: () => "" },
  call: { kind: "spoken", icon: "phone", way: "hangup", title: name, below: (_, strings) => say(strings, "in_call") },
  video: { kind: "spoken", icon: "video", way: "hangup", title: name, below: (_, strings) => say(strings, "in_video") },
  chat: { kind: "typed", icon: "chat", way: "back", title: name, below: about },
  group: { kind: "typed", icon: "people", way: "back", title: name, below: members },
  sms: { kind: "typed", icon: "sms", way: "back", title: name, below: sender },
  mail: { kind: "screen", icon: "mail", way: "back", title: name, below: about },
  app: { kind: "screen", icon: "app", way: "back", title: name, below: about },
  web: { kind: "screen", icon: "globe", way: "back", title: name, below: about },
};

/** @param {Channel} channel */
export const spoken = (channel) => CHANNELS[channel].kind === "spoken";
/** @param {Channel} channel */
export const typed = (channel) => CHANNELS[channel].kind === "typed";
/** @param {Channel} channel */
export const screen = (channel) => CHANNELS[channel].kind === "screen";

/**
 * @param {SceneEntry} scene
 * @param {SceneEntry | undefined} before
 * @returns {boolean} whether a call goes on with somebody else: it was handed over
 */
export function handedOver(scene, before) {
  return before !== undefined && scene.channel !== "ring" && spoken(scene.channel) && before.channel === scene.channel && before.name !== scene.name;
}
