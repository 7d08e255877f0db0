// What else a chat can carry: links that lead nowhere, files, payments, call cards.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** @import { Attachment, MessageEntry, Strings } from "./types.js" */

/**
 * @param {MessageEntry} entry
 * @returns {Attachment} what the message carries, or something empty
 */
export function attached(entry) {
  return entry.attachment ?? { is: "" };
}

/** @type {Record<string, (entry: MessageEntry, strings: Strings) => HTMLElement>} */
export const CARDS = {
  link: (entry, strings) => {
    const { title = "", url = "", site = "" } = attached(entry);
    return h(
      "div",
      { class: "sp-bubble sp-card sp-card-link", title: say(strings, "link_note") },
      h("div", { class: "sp-card-row" }, h("span", { class: "sp-card-title" }, title), h("span", { class: "sp-card-thumb" }, icon("globe"))),
      site && h("div", { class: "sp-card-site" }, site),
      h("div", { class: "sp-card-foot" }, icon("link"), h("span", { class: "sp-url", translate: "no" }, url)),
    );
  },
  file: (entry, strings) => {
    const { name = "", size = "" } = attached(entry);
    const extension = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? "";
    return h(
      "div",
      { class: "sp-bubble sp-card sp-card-file", title: say(strings, "file_note") },
      h(
        "div",
        { class: "sp-card-row" },
        h("span", {}, h("span", { class: "sp-card-title" }, name), h("span", { class: "sp-card-site" }, size)),
        h("span", { class: "sp-file-thumb", "aria-hidden": "true" }, icon("file"), h("b", {}, extension.toUpperCase())),
      ),
    );
  },
  transfer: (entry, strings) => {
    const { amount = "", payee = "" } = attached(entry);
    return h(
      "div",
      { class: "sp-bubble sp-card-transfer" },
      h("span", { class: "sp-transfer-icon" }, icon("transfer")),
      h("span", {}, h("b", {}, amount), h("span", {}, say(strings, "transfer_to", { payee }))),
    );
  },
  call: (entry, strings) =>
    h(
      "div",
      { class: "sp-bubble sp-card-call" },
      icon("phone"),
      h("span", {}, h("span", { class: "sp-small" }, say(strings, "call_card")), h("span", {}, entry.text)),
    ),
};
