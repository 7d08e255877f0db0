// A payment in an app: to whom, how much, what the bank says of the payee, and whether it went through.
import { attached } from "../cards.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../words.js";

/** @import { MessageEntry, Strings } from "../types.js" */

/** Icon and tone of each answer of the payee check. @type {Record<string, [string, string]>} */
const CHECKS = { match: ["check", "good"], close: ["half", "warn"], no_match: ["stop", "bad"], unavailable: ["info", "plain"] };
/** @type {Record<string, [string, string]>} */
const STATUS = { confirm: ["clock", "plain"], done: ["check", "good"], pending: ["late", "warn"], failed: ["stop", "bad"] };

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function payment(entry, strings) {
  const { payee = "", amount = "", iban = null, check = null, found = null, warning = null, status = "confirm" } = attached(entry);
  const [statusIcon, statusTone] = STATUS[status] ?? ["info", "plain"];
  return h(
    "div",
    { class: "sp-panel sp-payment", "data-status": status },
    h("div", { class: "sp-amount", translate: "no" }, amount),
    h("div", { class: "sp-status", "data-tone": statusTone }, icon(statusIcon), h("span", {}, say(strings, `payment_${status}`))),
    h(
      "dl",
      { class: "sp-rows" },
      h("div", {}, h("dt", {}, say(strings, "payment_payee")), h("dd", {}, payee)),
      iban && h("div", {}, h("dt", {}, say(strings, "payment_account")), h("dd", { class: "sp-iban", translate: "no" }, iban)),
    ),
    check && payeeCheck(check, found, strings),
    warning && h("p", { class: "sp-warning" }, icon("warning"), h("span", {}, warning)),
  );
}

/**
 * @param {string} check
 * @param {string | null} found the name the bank knows, where it is close
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
function payeeCheck(check, found, strings) {
  const [name, tone] = CHECKS[check] ?? ["info", "plain"];
  return h(
    "div",
    { class: "sp-check", "data-tone": tone, "data-check": check },
    icon(name),
    h("div", {}, h("span", { class: "sp-small" }, say(strings, "check_label")), h("b", {}, say(strings, `check_${check}`)), found && h("span", {}, say(strings, "check_found", { name: found }))),
  );
}
