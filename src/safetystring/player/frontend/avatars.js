// Pictures of the people in a conversation: roles only, no uniform, seal or crest.
import { h, svg } from "./dom.js";

/** @typedef {Array<[string, Record<string, string | number>]>} Shapes */

/** Background by avatar; the drawings share one quiet palette and a white glyph.
 * @type {Record<string, string>} */
const GROUND = {
  person: "#5b6b82",
  desk: "#2f6690",
  official: "#34466b",
  courier: "#9a5b1e",
  friend: "#7a4b86",
  bank: "#1f6f63",
  school: "#8a3f4a",
  group: "#4a5a8c",
  trade: "#243b6b",
  me: "#0b6b5d",
  none: "#6d7683",
};

/** @type {Shapes} */
const HEAD = [
  ["circle", { cx: 20, cy: 15.5, r: 6.5, fill: "#fff" }],
  ["path", { d: "M7.5 38c0-9 5.5-13.5 12.5-13.5S32.5 29 32.5 38v2h-25z", fill: "#fff" }],
];

/** @type {Record<string, Shapes>} */
const GLYPH = {
  desk: [
    ["path", { d: "M9.5 27a10.5 10.5 0 0 1 21 0z", fill: "#fff" }],
    ["path", { d: "M8 29h24v2.6H8z", fill: "#fff" }],
    ["circle", { cx: 20, cy: 13.6, r: 2.4, fill: "#fff" }],
  ],
  courier: [
    ["path", { d: "m20 9 11 5v12l-11 5-11-5V14z", fill: "#fff" }],
    ["path", { d: "m9.5 14.3 10.5 4.7 10.5-4.7M20 19v11.5M14.5 11.5l10.5 5", fill: "none", stroke: "#9a5b1e", "stroke-width": 1.6 }],
  ],
  group: [
    ["circle", { cx: 15, cy: 15, r: 4.6, fill: "#fff" }],
    ["path", { d: "M6 29c0-6 3.8-9 9-9s9 3 9 9z", fill: "#fff" }],
    ["circle", { cx: 26.5, cy: 16, r: 3.7, fill: "#fff", opacity: 0.75 }],
    ["path", { d: "M25.8 29h7.7c0-5-2.8-7.6-7-7.6-.9 0-1.8.1-2.5.4 1.2 1.8 1.8 4.2 1.8 7.2z", fill: "#fff", opacity: 0.75 }],
  ],
  trade: [
    ["path", { d: "m9 27 7-8 5 4.5L31 13", fill: "none", stroke: "#fff", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" }],
    ["path", { d: "M24.5 12.5H31V19", fill: "none", stroke: "#fff", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" }],
  ],
  bank: [["path", { d: "M20 9 31 15v2.5H9V15zM12 19.5h3V28h-3zm6.5 0h3V28h-3zm6.5 0h3V28h-3zM9.5 29.5h21v2.5h-21z", fill: "#fff" }]],
  school: [
    ["path", { d: "m20 11 14 6.5L20 24 6 17.5z", fill: "#fff" }],
    ["path", { d: "M12 22v5.5c4.5 3.5 11.5 3.5 16 0V22l-8 3.7zM32 19v8", fill: "#fff", stroke: "#fff", "stroke-width": 1.2 }],
  ],
};

/** Every picture that was made, to be copied. @type {Map<string, HTMLElement>} */
const pictures = new Map();

/**
 * @param {string | null | undefined} name one of the format's avatars, or `me`
 * @param {string} [className]
 * @returns {HTMLElement}
 */
export function avatar(name, className = "sp-avatar") {
  const known = name && name in GROUND ? name : "none";
  const key = `${known}/${className}`;
  const made = pictures.get(key) ?? picture(known, className);
  pictures.set(key, made);
  return /** @type {HTMLElement} */ (made.cloneNode(true));
}

/** @type {(known: string, className: string) => HTMLElement} */
function picture(known, className) {
  return h("span", { class: className, "aria-hidden": "true", style: `background:${GROUND[known]}` }, svg("0 0 40 40", GLYPH[known] ?? HEAD, ""));
}
