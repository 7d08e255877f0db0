// Which scenes share a screen: one chat per person, one call from ring to hang-up.

/** @import { SceneEntry } from "./types.js" */

/**
 * @param {SceneEntry[]} scenes in order
 * @returns {string[]} for each scene the name of the screen it is on
 */
export function threads(scenes) {
  let calls = 0;
  return scenes.map((scene, index) => {
    if (scene.channel === "chat") return `chat ${scene.name}`;
    if (scenes[index - 1]?.channel !== scene.channel) calls += 1;
    return `${scene.channel} ${calls}`;
  });
}
