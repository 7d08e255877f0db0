// Which scenes share a screen: one per chat, group, mailbox, app or site, and one call from ring to hang-up.
import { spoken } from "./channels/channels.js";

/** @import { SceneEntry } from "./types.js" */

/**
 * @param {SceneEntry[]} scenes in order
 * @returns {string[]} for each scene the name of the screen it is on
 */
export function threads(scenes) {
  let calls = 0;
  return scenes.map((scene, index) => {
    if (!spoken(scene.channel)) return `${scene.channel} ${scene.name}`;
    if (scenes[index - 1]?.channel !== scene.channel) calls += 1;
    return `${scene.channel} ${calls}`;
  });
}
