// Documents and pictures: a thumbnail that opens large.
import { attached } from "./cards.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say, tag } from "./words.js";

/** @import { MessageEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * A drawing is shown as an image: no script can run in it, and its ids cannot clash with ours.
 *
 * @param {string} source
 * @param {string} alt
 * @returns {HTMLImageElement}
 */
export function drawing(source, alt) {
  return h("img", { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`, alt, draggable: "false" });
}

/**
 * @param {MessageEntry} entry
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function paper(entry, stage) {
  const { asset = "", caption = "", alt = "" } = attached(entry);
  const source = stage.model.get("assets")[asset] ?? "";
  const { strings } = stage;
  const open = () =>
    openDialog({
      host: stage.host,
      title: caption,
      close: say(strings, "document_close"),
      className: "sp-paper-large",
      lang: tag(strings),
      content: [drawing(source, alt || caption)],
    });
  return h(
    "button",
    { type: "button", class: "sp-paper", "aria-label": say(strings, "document_open", { caption }), onclick: open },
    h("span", { class: "sp-paper-pic" }, drawing(source, "")),
    h("span", { class: "sp-paper-caption" }, h("span", {}, caption), icon("zoom")),
  );
}
