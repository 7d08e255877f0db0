// What `safetystring check` says of this scenario, with the lines to go to.
import { h } from "../../../player/frontend/dom.js";

/** @import { Finding, Findings } from "./types.js" */

/** @param {number} count @param {string} word */
const number = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** @param {Findings} told @returns {string} in a few words, for the bar */
export function summary(told) {
  const errors = told.findings.filter(({ severity }) => severity === "error").length;
  const warnings = told.findings.length - errors;
  if (!told.checked) return told.stale ? "cannot be played · checking…" : "checking…";
  const counted = [errors && number(errors, "error"), warnings && number(warnings, "warning")].filter(Boolean).join(", ");
  const words = counted || "nothing to mend";
  return told.stale ? `${words} · cannot be played as it stands` : words;
}

/** How many findings of one kind are written out; a new file has a hundred texts still to be written. */
const MOST_ALIKE = 3;

/** @param {Finding[]} findings @returns {{ finding: Finding, alike: Finding[] }[]} the first few of a kind, the last of them with the rest */
function grouped(findings) {
  /** @type {Map<string, { finding: Finding, alike: Finding[] }[]>} */
  const kinds = new Map();
  const items = [];
  for (const finding of findings) {
    const kind = `${finding.code} ${finding.path} ${finding.message}`;
    const same = kinds.get(kind) ?? [];
    kinds.set(kind, same);
    if (same.length === MOST_ALIKE) {
      same.at(-1)?.alike.push(finding);
    } else {
      const made = { finding, alike: [] };
      same.push(made);
      items.push(made);
    }
  }
  return items;
}

/**
 * @param {{ finding: Finding, alike: Finding[] }} group
 * @param {string} path the scenario's own file, which needs no naming
 */
function item({ finding, alike }, path) {
  const file = finding.path === path ? "" : `${finding.path.split("/").slice(-2).join("/")} `;
  const place = finding.line > 0 ? `${file}line ${finding.line}, column ${finding.column}` : file || "the file";
  return h(
    "li",
    { class: "finding", "data-severity": finding.severity },
    h("p", {}, h("b", {}, place), " ", h("span", { class: "code" }, `${finding.code} ${finding.severity}`)),
    h("p", {}, finding.message),
    finding.hint && h("p", { class: "hint" }, finding.hint),
    alike.length > 0 && h("p", { class: "hint" }, `and ${alike.length} more like this, at lines ${alike.map(({ line }) => line).join(", ")}`),
  );
}

/** @param {HTMLElement} section @param {Findings} told */
export function showFindings(section, told) {
  section.hidden = told.findings.length === 0 && !told.stale && (told.checked || section.childElementCount === 0);
  section.classList.toggle("waiting", !told.checked);
  if (!told.checked && !told.stale) return; // what was found before stands until the checks are through
  const lead = told.stale
    ? h("p", { class: "stale" }, told.playable ? "The file cannot be played as it stands. What you see is the last version that could be." : "The file cannot be played yet.")
    : null;
  section.replaceChildren(h("h2", {}, "To mend"));
  if (lead) section.append(lead);
  section.append(h("ol", {}, grouped(told.findings).map((group) => item(group, told.path))));
}
