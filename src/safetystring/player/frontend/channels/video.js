// A video call's picture: a schematic figure before a schematic place. No face, no uniform, no sign of any office.
import { attached } from "../cards.js";
import { h, svg } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../words.js";

/** @import { MessageEntry, Strings } from "../types.js" */
/** @import { Shapes } from "../avatars.js" */

const LINE = { fill: "none", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" };

/** What stands behind the figure, 320 × 180. @type {Record<string, Shapes>} */
const PLACES = {
  office: [
    ["rect", { width: 320, height: 180, fill: "#5d6b7d" }],
    ["path", { d: "M18 26h84v62H18zM18 46h84M18 67h84M60 26v62", ...LINE, stroke: "#7e8c9d" }],
    ["path", { d: "M232 20h70v74h-70zM232 38h70M232 56h70M232 74h70", ...LINE, stroke: "#8d9bab" }],
    ["rect", { y: 150, width: 320, height: 30, fill: "#47525f" }],
  ],
  home: [
    ["rect", { width: 320, height: 180, fill: "#7c6a5c" }],
    ["path", { d: "M24 30h62v48H24zM30 72l16-20 12 12 10-8 14 16", ...LINE, stroke: "#a08d7d" }],
    ["path", { d: "M254 150V66m-26 0h52l-11-32h-30z", ...LINE, stroke: "#b49f8c" }],
    ["rect", { y: 140, width: 320, height: 40, fill: "#62534a" }],
  ],
  street: [
    ["rect", { width: 320, height: 180, fill: "#6a7f8f" }],
    ["path", { d: "M0 150V74h52v76M60 150V40h58v110M214 150V58h46v92M268 150V84h52v66", fill: "#566977" }],
    ["path", { d: "M14 92h10m12 0h10M72 60h10m12 0h10M72 82h10m12 0h10M226 76h8m10 0h8M280 102h10m10 0h10", ...LINE, stroke: "#8ba0af" }],
    ["rect", { y: 150, width: 320, height: 30, fill: "#4c5a66" }],
  ],
  blank: [["rect", { width: 320, height: 180, fill: "#55606d" }]],
};

/** @type {Shapes} */
const FIGURE = [
  ["path", { d: "M86 182c2-48 30-66 74-66s72 18 74 66z", fill: "#232c38" }],
  ["path", { d: "M146 96h28v24c0 9-28 9-28 0z", fill: "#c9d0d8" }],
  ["ellipse", { cx: 160, cy: 76, rx: 30, ry: 36, fill: "#dde2e8" }],
];

/** A torn picture: bands that were not sent again. @type {Shapes} */
const TORN = [
  ["rect", { x: 0, y: 60, width: 320, height: 9, fill: "#fff", opacity: 0.2 }],
  ["rect", { x: 112, y: 84, width: 74, height: 26, fill: "#8d99a7" }],
  ["rect", { x: 148, y: 104, width: 60, height: 16, fill: "#717d8b" }],
  ["rect", { x: 40, y: 132, width: 180, height: 7, fill: "#fff", opacity: 0.16 }],
];

/**
 * @param {string} backdrop
 * @param {boolean} frozen
 * @param {string} className
 * @returns {SVGElement}
 */
function drawn(backdrop, frozen, className) {
  const drawing = svg("0 0 320 180", [...(PLACES[backdrop] ?? PLACES["blank"] ?? []), ...FIGURE, ...(frozen ? TORN : [])], className);
  drawing.setAttribute("preserveAspectRatio", "xMidYMid slice");
  return drawing;
}

/**
 * The large picture above the captions. What it shows is told in the log, so it is hidden from screen readers.
 *
 * @param {Strings} strings
 */
export function videoPicture(strings) {
  const element = h("div", { class: "sp-video", "aria-hidden": "true" });
  /** @param {import("../types.js").Attachment | null | undefined} frame */
  const show = (frame) => {
    const { backdrop = "blank", frozen = false } = frame ?? { is: "" };
    element.replaceChildren(drawn(backdrop, frozen, "sp-video-pic"), ...(frozen ? [h("span", { class: "sp-video-frozen" }, icon("signal"), say(strings, "video_frozen"))] : []));
  };
  show(null);
  return { element, show };
}

/**
 * @param {MessageEntry} entry
 * @param {Strings} strings
 * @returns {HTMLElement} the change of picture as the log tells it
 */
export function frameCard(entry, strings) {
  const { backdrop = "blank", frozen = false, alt = "" } = attached(entry);
  return h(
    "div",
    { class: "sp-bubble sp-frame" },
    drawn(backdrop, frozen, "sp-frame-pic"),
    h("span", {}, h("span", { class: "sp-small" }, say(strings, frozen ? "video_frozen" : "video_shows")), h("span", {}, alt)),
  );
}
