// The box around the view. It is the kernel's, and not there yet while render() runs.

/** How long to look for it, in animation frames: about five seconds. */
const PATIENCE = 300;

/**
 * Call back once the view hangs in the player's box.
 *
 * @param {HTMLElement} el
 * @param {(player: HTMLElement) => void} found
 * @returns {() => void} stops looking
 */
export function whenAttached(el, found) {
  let left = PATIENCE;
  let frame = 0;
  const look = () => {
    const player = el.closest(".sp-player");
    if (player instanceof HTMLElement) found(player);
    else if (left-- > 0) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/**
 * Bring the player onto the screen where it appears below the button that was pressed, once the page has laid it out.
 *
 * @param {HTMLElement} player
 */
export function bringIntoSight(player) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { bottom } = player.getBoundingClientRect();
      if (bottom > window.innerHeight) player.scrollIntoView({ block: "nearest" });
    }),
  );
}

/**
 * @param {HTMLElement} player
 * @param {Record<string, string | boolean>} attributes `data-…` and `lang`; true sets an empty one, false takes it away
 */
export function label(player, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) player.removeAttribute(name);
    else if (player.getAttribute(name) !== (value === true ? "" : value)) player.setAttribute(name, value === true ? "" : value);
  }
}
