// Between a press and its answer. On a slow link a second passes, and without a connection none comes: the screen says so.

/** Milliseconds after which somebody wonders whether the press was seen, and after which the connection is in doubt. */
export const WONDERS = 500;
export const DOUBTS = 7000;

/**
 * @param {(state: "no" | "sending" | "unanswered") => void} tell
 */
export function makeWaiting(tell) {
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  return {
    /** Something was pressed that the kernel answers. */
    pressed() {
      if (timers.length > 0) return;
      timers = [setTimeout(() => tell("sending"), WONDERS), setTimeout(() => tell("unanswered"), DOUBTS)];
    },

    /** The kernel said something, or never will. */
    answered() {
      if (timers.length === 0) return;
      stop();
      tell("no");
    },

    stop,
  };
}
