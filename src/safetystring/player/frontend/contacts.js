// Help lines: what each is for, its number large, and when it was checked.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { date, say, tag } from "./words.js";

/** @import { Contact, Strings } from "./types.js" */

/** What a telephone can dial: digits, spaces, dots, hyphens, brackets and a leading plus. */
const DIALLABLE = /^\+?[\d\s().-]{2,24}$/;

/**
 * @param {Contact} contact
 * @returns {HTMLElement} a link that dials, or the plain text of a site
 */
function value(contact) {
  if (!DIALLABLE.test(contact.value)) return h("span", { class: "sp-contact-site", translate: "no" }, contact.value);
  return h("a", { class: "sp-contact-number", href: `tel:${contact.value.replace(/[^\d+]/g, "")}`, translate: "no" }, icon("phone"), contact.value);
}

/**
 * @param {Contact[]} contacts
 * @param {Strings} strings
 * @returns {HTMLElement} the urgent ones first, otherwise in the order given
 */
export function contactList(contacts, strings) {
  const ordered = [...contacts].sort((a, b) => Number(b.urgent) - Number(a.urgent));
  return h(
    "ul",
    { class: "sp-contacts", lang: tag(strings) },
    ordered.map((contact) =>
      h(
        "li",
        { class: `sp-contact${contact.urgent ? " sp-urgent" : ""}` },
        h(
          "div",
          { class: "sp-contact-head" },
          h("span", { class: "sp-contact-name" }, contact.name),
          contact.urgent && h("span", { class: "sp-pill" }, say(strings, "help_urgent")),
        ),
        h("div", { class: "sp-contact-for" }, contact.purpose),
        value(contact),
        h(
          "div",
          { class: "sp-contact-small" },
          contact.hours && h("span", {}, say(strings, "help_hours", { hours: contact.hours })),
          contact.checked_on && h("span", {}, say(strings, "help_checked", { date: date(strings, contact.checked_on) })),
          !contact.certain && h("span", { class: "sp-unsure" }, icon("info"), say(strings, "help_uncertain")),
        ),
      ),
    ),
  );
}
