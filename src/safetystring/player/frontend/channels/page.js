// A web page in a frame. Nothing can be typed, nothing is sent, and it says so.
import { attached } from "../cards.js";
import { openDialog } from "../dialog.js";
import { h, uid } from "../dom.js";
import { icon } from "../icons.js";
import { say, tag } from "../words.js";

/** @import { MessageEntry, Strings } from "../types.js" */
/** @import { Stage } from "../stage.js" */

/** What an empty field hints at, by kind. @type {Record<string, string>} */
const EMPTY = { card: "•••• •••• •••• ••••", code: "••••••", secret: "••••••••", date: "•• / ••", text: "" };

/**
 * @param {string} text
 * @returns {HTMLElement[]} its paragraphs, which empty lines part
 */
export function paragraphs(text) {
  return text
    .split(/\n\s*\n/u)
    .filter((part) => part.trim())
    .map((part) => h("p", {}, part.trim()));
}

/**
 * @param {string} address
 * @returns {(HTMLElement | string)[]} an address whose host stands out: it is what tells whose page it is. It may break
 * behind a slash and the like, so that it is read whole on a narrow screen.
 */
export function addressParts(address) {
  const parts = /^([a-z]+:\/\/)?([^/?#]+)(.*)$/iu.exec(address);
  if (!parts) return [address];
  const [, scheme = "", host = "", rest = ""] = parts;
  const path = rest.split(/(?<=[/?&=])/u).flatMap((part) => [part, h("wbr")]);
  return [scheme, h("b", {}, host), h("wbr"), ...path].filter((part) => part !== "");
}

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function page(entry, strings) {
  const { address = "", title = "", fields = [], button = null } = attached(entry);
  const inert = fields.length > 0 || button;
  const note = h("p", { class: "sp-page-note", id: uid("note"), role: "status" }, icon("info"), h("span", {}, say(strings, "page_note")));
  /** Whoever tries is told, and only then is it loud. */
  const tell = () => {
    note.classList.add("sp-told");
    const words = note.querySelector("span");
    if (words) words.textContent = say(strings, "page_told");
  };
  return h(
    "div",
    { class: "sp-panel sp-page" },
    h("div", { class: "sp-address" }, icon("globe"), h("span", { class: "sp-hidden" }, say(strings, "page_address")), h("span", { class: "sp-url", translate: "no" }, ...addressParts(address))),
    h(
      "div",
      { class: "sp-page-body" },
      h("h3", {}, title),
      h("div", { class: "sp-prose" }, paragraphs(entry.text)),
      inert &&
        h(
          "div",
          { class: "sp-page-form", role: "group", "aria-label": title },
          fields.map((/** @type {{ label: string, kind: string }} */ field) => inputField(field, note.id, tell)),
          button && h("button", { type: "button", class: "sp-page-button", "aria-disabled": "true", "aria-describedby": note.id, onclick: tell }, button),
          note,
        ),
    ),
  );
}

/**
 * @param {{ label: string, kind: string }} field
 * @param {string} note id of the explanation
 * @param {() => void} tell
 * @returns {HTMLElement}
 */
function inputField({ label, kind }, note, tell) {
  const input = h("input", { type: "text", readonly: true, autocomplete: "off", placeholder: EMPTY[kind] ?? "", "aria-describedby": note });
  input.addEventListener("keydown", (event) => event.key.length === 1 && tell());
  input.addEventListener("pointerdown", tell);
  return h("label", { class: "sp-page-field" }, h("span", {}, label), input);
}

/**
 * @param {MessageEntry} entry
 * @param {Stage} stage
 * @returns {HTMLElement} the page as a chat shows it: a card that opens it
 */
export function pageCard(entry, stage) {
  const { address = "", title = "" } = attached(entry);
  const { strings } = stage;
  const open = () =>
    openDialog({ host: stage.host, title, close: say(strings, "close"), className: "sp-page-large", lang: tag(strings), content: [page(entry, strings)] });
  return h(
    "button",
    { type: "button", class: "sp-bubble sp-card sp-page-card", "aria-haspopup": "dialog", onclick: open },
    h("span", { class: "sp-card-row" }, h("span", { class: "sp-card-title" }, title), h("span", { class: "sp-card-thumb" }, icon("globe"))),
    h("span", { class: "sp-card-foot" }, icon("zoom"), h("span", { class: "sp-url", translate: "no" }, ...addressParts(address))),
  );
}
