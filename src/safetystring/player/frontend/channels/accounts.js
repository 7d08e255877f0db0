// Who in a group works together: asked in the review, answered in the debrief. Never scored.
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../words.js";
import { face } from "./group.js";

/** @import { Account, Entry, Strings } from "../types.js" */
/** @import { Stage } from "../stage.js" */

/**
 * @param {Entry[]} entries
 * @returns {{ id: string, name: string, avatar: string }[]} who spoke in a group, in the order of their first words
 */
export function groupVoices(entries) {
  /** @type {Map<string, { id: string, name: string, avatar: string }>} */
  const found = new Map();
  let group = false;
  for (const entry of entries) {
    if (entry.kind === "scene") group = entry.channel === "group";
    else if (entry.kind === "message" && group && entry.side === "in" && entry.sender && !found.has(entry.sender)) {
      found.set(entry.sender, { id: entry.sender, name: entry.name ?? "", avatar: entry.avatar ?? "none" });
    }
  }
  return [...found.values()];
}

/**
 * @param {Stage} stage
 * @returns {HTMLElement | null} the question, where the conversation had a group
 */
export function accountsQuestion(stage) {
  const { model, strings } = stage;
  const people = groupVoices(model.get("entries") ?? []);
  if (people.length < 2) return null;
  const picked = new Set(model.get("picked") ?? []);
  const fields = h(
    "fieldset",
    { class: "sp-accounts" },
    h("legend", {}, say(strings, "accounts_question")),
    h("p", {}, say(strings, "accounts_lead")),
    people.map(({ id, name, avatar }) => h("label", { class: "sp-account" }, h("input", { type: "checkbox", value: id, checked: picked.has(id) }), face({ sender: id, name, avatar }), h("span", {}, name))),
  );
  fields.addEventListener("change", () => {
    const ids = [...fields.querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value);
    stage.send("pick", { ids });
  });
  return fields;
}

/**
 * @param {Account[] | undefined} accounts
 * @param {Strings} strings
 * @returns {HTMLElement | null} each account, what it was, and what the learner said
 */
export function accountsResult(accounts, strings) {
  if (!accounts || accounts.length < 2) return null;
  const none = !accounts.some(({ together }) => together);
  const rows = accounts.map(({ id, name, avatar, together, picked }) =>
    h(
      "li",
      { class: "sp-account", "data-together": String(together) },
      face({ sender: id, name, avatar }),
      h("span", {}, h("b", {}, name), h("span", { class: "sp-small" }, say(strings, together ? "accounts_together" : "accounts_alone"))),
      picked && h("span", { class: "sp-account-picked" }, icon("check"), say(strings, "accounts_picked")),
    ),
  );
  return h("section", { class: "sp-section sp-accounts" }, h("h2", {}, say(strings, "accounts_title")), none && h("p", {}, say(strings, "accounts_none")), h("ul", {}, rows));
}
