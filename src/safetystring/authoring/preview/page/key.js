// The key: what each message is, what each option is worth and leads to, and the endings.
import { h } from "../../../player/frontend/dom.js";

/** @import { At, Key, KeyMessage, KeyOption, KeyScene } from "./types.js" */

/** Rating and outcome are told by a sign and a word, not by colour alone. */
export const SIGNS = { safe: "●", cautious: "◐", harmful: "▲" };

/** @param {number | null} line */
const place = (line) => h("span", { class: "line" }, line === null ? "" : `line ${line}`);

/** @param {KeyMessage} message */
function badge(message) {
  if (message.kind === "cue") return `⚑ ${message.family} · ${message.red_flag}${message.decisive ? " ★" : ""}`;
  return message.kind === "lookalike" ? "≈ lookalike" : "";
}

/** @param {KeyMessage} message @param {Key} key */
function messageItem(message, key) {
  return h(
    "li",
    { class: "key-message", "data-kind": message.kind, "data-message": message.id },
    h("p", {}, h("code", {}, message.id), " ", message.text, " ", place(message.line)),
    message.kind !== "none" && h("p", { class: "badge" }, badge(message), message.id === key.first_sign && " · first sign"),
    message.why && h("p", { class: "why" }, message.why),
    message.say && h("p", { class: "why" }, `“${message.say}”`),
    message.source && h("p", { class: "source" }, message.source),
  );
}

/** @param {KeyOption} option @param {Key} key */
function optionItem(option, key) {
  return h(
    "li",
    { class: "key-option", "data-rating": option.rating, "data-option": option.id },
    h("p", {}, h("code", {}, option.id), " ", option.text, " ", place(option.line)),
    h("p", { class: "badge" }, `${SIGNS[option.rating]} ${option.rating} → ${option.goes ?? "?"}`),
    h("p", { class: "why" }, option.consequence),
    option.replies.length > 0 && h("ul", {}, option.replies.map((message) => messageItem(message, key))),
  );
}

/** @param {KeyScene} scene @param {Key} key */
function sceneItem(scene, key) {
  const { choice } = scene;
  return h(
    "section",
    { class: "key-scene", "data-scene": scene.id },
    h("h3", {}, h("code", {}, scene.id), ` ${scene.channel}${scene.spine ? " · spine" : " · branch"} `, place(scene.line)),
    h("ul", {}, scene.messages.map((message) => messageItem(message, key))),
    choice && h("p", { class: "prompt", "data-choice": choice.id }, h("code", {}, choice.id), " ", choice.prompt),
    choice && h("ul", {}, choice.options.map((option) => optionItem(option, key))),
    !choice && h("p", { class: "badge" }, `→ ${scene.goes ?? "?"}`),
  );
}

/** @param {HTMLElement} section @param {Key} key */
export function showKey(section, key) {
  section.replaceChildren(
    h("h2", {}, "Key ", h("span", { class: "truth" }, key.truth)),
    ...key.scenes.map((scene) => sceneItem(scene, key)),
    h("h3", {}, "Endings"),
    h(
      "ul",
      {},
      key.endings.map((ending) =>
        h(
          "li",
          { class: "key-option", "data-rating": ending.outcome },
          h("p", {}, h("code", {}, ending.id), " ", ending.title, " ", place(ending.line)),
          h("p", { class: "badge" }, `${SIGNS[ending.outcome]} ${ending.outcome}`, ending.paid > 0 && ` · €${ending.paid} paid`, ending.id === key.leave && " · leaving early"),
          h("p", { class: "why" }, ending.text),
        ),
      ),
    ),
  );
}

/** Mark where the author is. @param {HTMLElement} section @param {At} at */
export function showPlace(section, at) {
  for (const item of section.querySelectorAll("[data-message]")) {
    item.classList.toggle("seen", at.shown.includes(item.getAttribute("data-message") ?? ""));
  }
  for (const item of section.querySelectorAll("[data-option]")) {
    item.classList.toggle("taken", at.chosen.includes(item.getAttribute("data-option") ?? ""));
  }
  const latest = at.shown.at(-1) ?? "";
  const here = section.querySelector(at.choice ? `[data-choice="${CSS.escape(at.choice)}"]` : `[data-message="${CSS.escape(latest)}"]`);
  for (const scene of section.querySelectorAll(".key-scene")) scene.classList.toggle("here", here !== null && scene.contains(here));
  here?.scrollIntoView({ block: "center" });
}

/**
 * The same on the conversation itself, as rules of style: the player's own elements are left alone.
 *
 * @param {CSSStyleSheet} sheet
 * @param {Key} key
 */
export function styleKey(sheet, key) {
  const messages = key.scenes.flatMap((scene) => [...scene.messages, ...(scene.choice?.options ?? []).flatMap((option) => option.replies)]);
  const rules = messages
    .filter(({ kind }) => kind !== "none")
    .map((message) => {
      const article = `.keyed .sp-msg[data-id="${CSS.escape(message.id)}"]`;
      return `${article} .sp-column::after { content: ${text(badge(message))}; } ${article} { --key: var(--${message.kind}); }`;
    });
  sheet.replaceSync(rules.join("\n"));
}

/** @param {string} words @returns {string} a string of CSS */
const text = (words) => `"${words.replace(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
