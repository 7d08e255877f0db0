// Where the learner's hand is. Only then may the player move the focus.

/**
 * @param {HTMLElement} player
 * @param {(inside: boolean) => void} tell called at each press or key, with whether it was in the player
 * @returns {() => void} stops watching
 */
export function watchPresses(player, tell) {
  /** @param {Event} event */
  const pressed = (event) => tell(event.target instanceof Node && player.contains(event.target));
  document.addEventListener("pointerdown", pressed, true);
  document.addEventListener("keydown", pressed, true);
  return () => {
    document.removeEventListener("pointerdown", pressed, true);
    document.removeEventListener("keydown", pressed, true);
  };
}
