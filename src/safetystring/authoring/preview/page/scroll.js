// Keeps what was in sight in sight while the page below is drawn anew.

/** @param {Element} element */
const depth = (element) => element.scrollHeight - element.clientHeight;

/**
 * @param {HTMLElement} root
 * @returns {(root: HTMLElement) => void} puts a root that looks alike where this one was
 */
export function keepScroll(root) {
  const kept = [...root.querySelectorAll("*")]
    .filter((element) => element.scrollTop > 0)
    .map((element) => ({ name: element.className, top: element.scrollTop, end: depth(element) - element.scrollTop < 4 }));
  return (later) => {
    for (const { name, top, end } of kept) {
      const same = name === "" ? null : later.getElementsByClassName(name)[0];
      // Somebody who was at the end stays there, with whatever the file has more.
      if (same) same.scrollTop = end ? depth(same) : top;
    }
  };
}
