// The notebook's command mode deletes cells on plain letters; those keys stop at the player's edge.

/**
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 * @returns {boolean} whether the notebook may see it: Ctrl+S and the like, and "run this cell"
 */
export function passes(event) {
  return event.ctrlKey || event.metaKey || event.altKey || (event.key === "Enter" && event.shiftKey);
}

/** @param {KeyboardEvent} event */
function guard(event) {
  if (!passes(event)) event.stopPropagation();
}

/**
 * @param {HTMLElement} player
 * @returns {() => void} takes the guard away
 */
export function guardKeys(player) {
  player.addEventListener("keydown", guard);
  return () => player.removeEventListener("keydown", guard);
}
