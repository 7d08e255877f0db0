// A module's take-away card: one page with three lines, words to say and numbers to dial; and printing nothing but it.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { date, say, tag } from "./words.js";

/** @import { Contact, Strings, Takeaway } from "./types.js" */

/** What the printed page looks like: black on white, on one sheet. */
const PRINT = `
  @page { size: A4; margin: 18mm; }
  body { margin: 0; font: 12pt/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", sans-serif; color: #000; }
  h3 { margin: 0 0 6mm; font-size: 20pt; line-height: 1.25; }
  h4 { margin: 7mm 0 2mm; font-size: 11pt; font-weight: 600; color: #444; }
  ol, ul { padding: 0; margin: 0; list-style: none; }
  .sp-card-remember { counter-reset: line; }
  .sp-card-remember li { padding: 0 0 3mm 11mm; position: relative; font-size: 14pt; counter-increment: line; break-inside: avoid; }
  .sp-card-remember li::before { content: counter(line); position: absolute; left: 0; top: 0.5mm; width: 7mm; height: 7mm; border: 0.5mm solid #000; border-radius: 50%; font-size: 11pt; line-height: 6.4mm; text-align: center; }
  .sp-card-say li { padding: 2.5mm 4mm; margin-bottom: 2.5mm; border-left: 1mm solid #000; font-size: 13pt; break-inside: avoid; }
  .sp-card-dial li { display: flex; gap: 6mm; justify-content: space-between; padding: 2mm 0; border-top: 0.2mm solid #999; break-inside: avoid; }
  .sp-card-number { font-size: 14pt; font-weight: 700; color: #000; text-decoration: none; white-space: nowrap; }
  .sp-small { display: block; font-size: 9pt; color: #444; }
  .sp-card-foot { margin-top: 7mm; font-size: 9pt; color: #444; }
`;
const DIALLABLE = /^\+?[\d\s().-]{2,24}$/;

/**
 * @param {Contact} contact
 * @param {Strings} strings
 */
function line(contact, strings) {
  const checked = [say(strings, "help_checked", { date: date(strings, contact.checked_on) }), contact.certain ? "" : say(strings, "help_uncertain")].filter(Boolean).join(" · ");
  const number = DIALLABLE.test(contact.value)
    ? h("a", { class: "sp-card-number", href: `tel:${contact.value.replace(/[^\d+]/g, "")}`, translate: "no" }, contact.value)
    : h("span", { class: "sp-card-number", translate: "no" }, contact.value);
  return h("li", {}, h("span", {}, contact.name, h("span", { class: "sp-small" }, checked)), number);
}

/**
 * @param {Takeaway} takeaway
 * @param {Strings} strings
 * @returns {HTMLElement} the card, with a button that prints it
 */
export function takeawayCard(takeaway, strings) {
  const card = h(
    "div",
    { class: "sp-card-page", lang: tag(strings) },
    h("h3", {}, takeaway.title),
    h("h4", {}, say(strings, "takeaway_remember")),
    h("ol", { class: "sp-card-remember" }, takeaway.remember.map((text) => h("li", {}, text))),
    h("h4", {}, say(strings, "takeaway_say")),
    h("ul", { class: "sp-card-say" }, takeaway.say.map((text) => h("li", {}, text))),
    h("h4", {}, say(strings, "takeaway_dial")),
    h("ul", { class: "sp-card-dial" }, takeaway.dial.map((contact) => line(contact, strings))),
    h("div", { class: "sp-card-foot" }, say(strings, "takeaway_foot")),
  );
  const print = h("button", { type: "button", class: "sp-card-print", onclick: () => printAlone(card, takeaway.title) }, icon("print"), h("span", {}, say(strings, "takeaway_print")));
  return h("div", { class: "sp-takeaway" }, card, print);
}

/**
 * Print one element and nothing of the notebook around it.
 *
 * @param {HTMLElement} element
 * @param {string} title
 */
export function printAlone(element, title) {
  const frame = h("iframe", { class: "sp-hidden", "aria-hidden": "true", tabindex: "-1", title });
  element.ownerDocument.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) {
    frame.remove();
    return;
  }
  page.documentElement.lang = element.lang;
  page.title = title;
  const style = page.createElement("style");
  style.textContent = PRINT;
  page.head.append(style);
  page.body.append(page.importNode(element, true));
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}
