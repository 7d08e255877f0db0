// A dialog over the whole page: papers and help lines. Escape and the backdrop close it.
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {string} parts.title
 * @param {string} parts.close
 * @param {Node[]} parts.content
 * @param {string} parts.className
 * @param {string} parts.lang
 * @returns {HTMLDialogElement}
 */
export function openDialog({ host, title, close, content, className, lang }) {
  const opener = document.activeElement;
  const heading = h("h2", { class: "sp-dialog-title", id: uid("dialog"), tabindex: "-1" }, title);
  const dialog = h(
    "dialog",
    { class: `sp-dialog ${className}`, "aria-labelledby": heading.id, lang },
    h(
      "div",
      { class: "sp-dialog-head" },
      heading,
      h("button", { type: "button", class: "sp-round", "aria-label": close, onclick: () => dialog.close() }, icon("close")),
    ),
    // It scrolls, and need not hold anything else that takes the focus: the arrow keys must reach it.
    h("div", { class: "sp-dialog-body", tabindex: "0", role: "group", "aria-labelledby": heading.id }, content),
  );
  // A click on the dialog itself is one on its backdrop: its content fills it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  });
  host.append(dialog);
  dialog.showModal();
  heading.focus({ preventScroll: true });
  return dialog;
}
