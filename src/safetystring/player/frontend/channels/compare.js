// Two papers side by side; on a phone one above the other.
import { attached } from "../cards.js";
import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { drawing } from "../paper.js";
import { say, tag } from "../words.js";

/** @import { MessageEntry } from "../types.js" */
/** @import { Stage } from "../stage.js" */

/**
 * @param {MessageEntry} entry
 * @param {Stage} stage
 * @returns {HTMLElement}
 */
export function compare(entry, stage) {
  const { strings } = stage;
  /** @type {{ asset: string, caption: string, alt: string }[]} */
  const papers = attached(entry)["papers"] ?? [];
  const sources = papers.map(({ asset }) => stage.model.get("assets")[asset] ?? "");
  const names = papers.map(({ caption }) => caption).join(" / ");
  const open = () =>
    openDialog({
      host: stage.host,
      title: say(strings, "compare_title"),
      close: say(strings, "document_close"),
      className: "sp-compare-large",
      lang: tag(strings),
      content: [h("div", { class: "sp-compare-papers" }, papers.map(({ caption, alt }, index) => h("figure", {}, h("figcaption", {}, caption), drawing(sources[index] ?? "", alt || caption))))],
    });
  return h(
    "button",
    { type: "button", class: "sp-paper sp-compare", "aria-haspopup": "dialog", "aria-label": say(strings, "compare_open", { captions: names }), onclick: open },
    h("span", { class: "sp-compare-pics" }, papers.map(({ caption }, index) => h("span", { class: "sp-compare-one" }, h("span", { class: "sp-paper-pic" }, drawing(sources[index] ?? "", "")), h("span", { class: "sp-small" }, caption)))),
    h("span", { class: "sp-paper-caption" }, h("span", {}, say(strings, "compare_title")), icon("zoom")),
  );
}
