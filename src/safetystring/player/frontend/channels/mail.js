// An e-mail: who it says it is from, what its headers hold, and where its link really leads.
import { avatar } from "../avatars.js";
import { attached } from "../cards.js";
import { h, uid } from "../dom.js";
import { icon } from "../icons.js";
import { date, say } from "../words.js";
import { addressParts, paragraphs } from "./page.js";

/** @import { MessageEntry, Strings } from "../types.js" */

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement[]}
 */
export function mail(entry, strings) {
  const { subject = "", address = "", reply_to: replyTo = "", date: day = "", link = null } = attached(entry);
  const sent = [day && date(strings, day), entry.time].filter(Boolean).join(" · ");
  const rows = [
    ["mail_from", `${entry.name ?? ""} <${address}>`],
    ["mail_reply", replyTo],
    ["mail_date", sent],
    ["mail_subject", subject],
  ].filter(([, value]) => value);
  const headers = h(
    "details",
    { class: "sp-mail-headers" },
    h("summary", {}, say(strings, "mail_details"), icon("down")),
    h("dl", {}, rows.flatMap(([key, value]) => [h("dt", {}, say(strings, key ?? "")), h("dd", key === "mail_subject" || key === "mail_date" ? {} : { translate: "no" }, value)])),
  );
  return [
    h(
      "div",
      { class: "sp-panel sp-mail" },
      h("h3", { class: "sp-mail-subject" }, subject),
      h("div", { class: "sp-mail-from" }, avatar(entry.avatar), h("div", {}, h("b", {}, entry.name), h("span", { class: "sp-small" }, sent))),
      headers,
      h("div", { class: "sp-prose" }, paragraphs(entry.text), link && mailLink(link, strings)),
    ),
  ];
}

/**
 * A link that leads nowhere. Its true target stands in a line below while it is looked at, and stays once it was pressed.
 *
 * @param {{ label: string, target: string }} link
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
function mailLink({ label, target }, strings) {
  const id = uid("target");
  const button = h("button", { type: "button", class: "sp-mail-link", "aria-describedby": id }, label);
  const line = h(
    "div",
    { class: "sp-mail-target", id, hidden: true },
    h("span", { class: "sp-small" }, say(strings, "link_target")),
    h("span", { class: "sp-url", translate: "no" }, ...addressParts(target)),
    h("span", { class: "sp-small" }, say(strings, "link_note")),
  );
  let kept = false;
  /** @param {boolean} on */
  const show = (on) => (line.hidden = !(on || kept));
  for (const [event, on] of /** @type {[string, boolean][]} */ ([["focus", true], ["blur", false], ["pointerenter", true], ["pointerleave", false]])) {
    button.addEventListener(event, () => show(on || document.activeElement === button));
  }
  // A long press is a finger's way to look at a link; it must not open the browser's own menu instead.
  button.addEventListener("contextmenu", (event) => (event.preventDefault(), (kept = true), show(true)));
  button.addEventListener("click", () => ((kept = true), show(true)));
  return h("div", { class: "sp-mail-link-box" }, button, line);
}
