// Our own line icons, 24 × 24.
import { svg } from "./dom.js";

const LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.9, "stroke-linecap": "round", "stroke-linejoin": "round" };

/** @type {Record<string, Array<[string, Record<string, string | number>]>>} */
const SHAPES = {
  flag: [["path", { d: "M5.5 21V4.2m0 .6c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2", ...LINE }]],
  flagged: [
    ["path", { d: "M5.5 21V4.2", ...LINE }],
    ["path", { d: "M5.5 4.8c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2z", ...LINE, fill: "currentColor" }],
  ],
  back: [["path", { d: "M14.5 4.5 7 12l7.5 7.5", ...LINE, "stroke-width": 2.2 }]],
  more: [
    ["circle", { cx: 5, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 12, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 19, cy: 12, r: 1.9, fill: "currentColor" }],
  ],
  close: [["path", { d: "M6 6l12 12M18 6 6 18", ...LINE, "stroke-width": 2.1 }]],
  skip: [["path", { d: "M5 5.5 12 12l-7 6.5zM13 5.5 20 12l-7 6.5z", ...LINE }]],
  help: [
    ["path", { d: "M12 20.5C6.5 16.6 3.5 13.4 3.5 9.6 3.5 6.9 5.5 5 8 5c1.7 0 3.2.9 4 2.3C12.8 5.9 14.3 5 16 5c2.5 0 4.5 1.9 4.5 4.6 0 3.8-3 7-8.5 10.9z", ...LINE }],
  ],
  phone: [
    ["path", { d: "M7.8 4.5 9.6 8.3 7.8 10c1 2.7 3.5 5.2 6.2 6.2l1.7-1.8 3.8 1.8c.1 2-1.1 3.6-3 3.3C9.6 18.7 5.3 14.4 4.5 7.5c-.3-1.9 1.3-3.1 3.3-3z", ...LINE }],
  ],
  hangup: [
    ["path", { d: "M3.6 14.6c-.9-1.3-.6-3 .6-4C8.5 7.2 15.5 7.2 19.8 10.6c1.2 1 1.5 2.7.6 4l-.4.6-4-1.4-.3-2.6c-2.4-.8-5-.8-7.4 0L8 13.8l-4 1.4z", fill: "currentColor" }],
  ],
  chat: [["path", { d: "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z", ...LINE }]],
  play: [["path", { d: "M8 5.5v13l10.5-6.5z", fill: "currentColor" }]],
  pause: [["path", { d: "M8 5.5v13M16 5.5v13", ...LINE, "stroke-width": 3 }]],
  file: [["path", { d: "M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4", ...LINE }]],
  link: [["path", { d: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1", ...LINE }]],
  transfer: [["path", { d: "M5 9h13l-3.5-3.5M19 15H6l3.5 3.5", ...LINE }]],
  zoom: [["path", { d: "M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5", ...LINE }]],
  check: [["path", { d: "M4.5 12.5 10 18 19.5 6.5", ...LINE, "stroke-width": 2.4 }]],
  late: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }],
  ],
  half: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 3.5a8.5 8.5 0 0 1 0 17z", fill: "currentColor" }],
  ],
  miss: [["circle", { cx: 12, cy: 12, r: 8, ...LINE, "stroke-dasharray": "3.2 3.2" }]],
  info: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 11v5.5M12 7.6v.2", ...LINE, "stroke-width": 2.2 }],
  ],
  clock: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }],
  ],
  download: [["path", { d: "M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M5 19.5h14", ...LINE }]],
  restart: [["path", { d: "M5 12a7.2 7.2 0 1 0 2.3-5.3M5 4v4h4", ...LINE }]],
  quote: [["path", { d: "M5 17c3-1 4-3.5 4-6V7H5v4h3M14 17c3-1 4-3.5 4-6V7h-4v4h3", ...LINE }]],
  globe: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17", ...LINE }],
  ],
  star: [["path", { d: "m12 4 2.5 5.2 5.6.8-4 4 .9 5.7-5-2.7-5 2.7.9-5.7-4-4 5.6-.8z", fill: "currentColor" }]],
  hand: [["path", { d: "M8 12.5V6.2a1.5 1.5 0 0 1 3 0v5-6.7a1.5 1.5 0 0 1 3 0v6.7-5a1.5 1.5 0 0 1 3 0v7.3c0 4-2.2 7-5.6 7-2.9 0-4.4-1.6-5.8-4.2l-1.9-3.6c-.9-1.7 1.4-2.9 2.4-1.5z", ...LINE }]],
  book: [["path", { d: "M5 5.5A2 2 0 0 1 7 3.5h12v14H7a2 2 0 0 0-2 2zM5 19.5a1.5 1.5 0 0 0 1.5 1.5H19v-3.5M9 8h6", ...LINE }]],
  people: [
    ["circle", { cx: 9, cy: 8.5, r: 3.3, ...LINE }],
    ["path", { d: "M3 19.5c0-3.4 2.6-5.5 6-5.5s6 2.1 6 5.5M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.5c2.2.6 3.5 2.4 3.5 5", ...LINE }],
  ],
  report: [["path", { d: "M4 10.5v4l2.5.5 1 4.5h2.3L9 15.5l9 3V5.5l-10 4H5.5A1.5 1.5 0 0 0 4 10.5zM20.5 10v4", ...LINE }]],
  copy: [["path", { d: "M9 9h10.5v11.5H9zM15 9V3.5H4.5V15H9", ...LINE }]],
  voice: [["path", { d: "M5 9.5v5h3.5L13 18.5v-13L8.500 9.500zM16.500 9a4.500 4.500 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11", ...LINE }]],
  print: [["path", { d: "M7 9V3.500h10V9M7 17H4.500V9h15v8H17M7 14h10v6.500H7z", ...LINE }]],
  down: [["path", { d: "M6 9.5 12 15.5l6-6", ...LINE, "stroke-width": 2.2 }]],
  up: [["path", { d: "M6 14.5 12 8.5l6 6", ...LINE, "stroke-width": 2.2 }]],
  video: [["path", { d: "M4 7.5A1.5 1.5 0 0 1 5.5 6h8A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 4 16.5zM15 10.5l5-3v9l-5-3", ...LINE }]],
  sms: [
    ["path", { d: "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z", ...LINE }],
    ["path", { d: "M8.2 10h.1M12 10h.1M15.8 10h.1", ...LINE, "stroke-width": 2.4 }],
  ],
  mail: [["path", { d: "M4 6.5h16v11H4zM4 7l8 6 8-6", ...LINE }]],
  app: [["path", { d: "M7.5 3.5h9A1.5 1.5 0 0 1 18 5v14a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1.5-1.5zM10.5 17.5h3", ...LINE }]],
  bell: [["path", { d: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5h4", ...LINE }]],
  forward: [["path", { d: "M13.5 5.5 19 11l-5.5 5.5M19 11H9.5A4.5 4.5 0 0 0 5 15.5V19", ...LINE, "stroke-width": 2.1 }]],
  signal: [["path", { d: "M5 18.5v-3M10 18.5v-6", ...LINE, "stroke-width": 2.6 }], ["path", { d: "M15 18.5v-9M20 18.5V5.5", ...LINE, "stroke-width": 2.6, opacity: 0.35 }]],
  stop: [["path", { d: "M8.5 3.8h7L20.2 8.5v7l-4.7 4.7h-7L3.8 15.5v-7zM9 9l6 6M15 9l-6 6", ...LINE }]],
  warning: [["path", { d: "M12 4.5 21 19.5H3zM12 10v4.5M12 17v.1", ...LINE, "stroke-width": 2.1 }]],
  rise: [["path", { d: "M12 18.5v-13m-5.5 5.5L12 5.5l5.5 5.5", ...LINE, "stroke-width": 2.4 }]],
  fall: [["path", { d: "M12 5.5v13m-5.5-5.5 5.5 5.5 5.5-5.5", ...LINE, "stroke-width": 2.4 }]],
  "sign-like": [["path", { d: "M8 20V10.5L12 3.8c1.6 0 2.4 1 2.1 2.6L13.5 9.5h4.7c1.3 0 2.1 1.1 1.8 2.4l-1.4 6.2c-.3 1.2-1.2 1.9-2.4 1.9zM4.5 10.5H8V20H4.5z", ...LINE }]],
  "sign-heart": [["path", { d: "M12 20C6.5 16.2 3.5 13 3.5 9.4 3.5 6.8 5.5 5 8 5c1.7 0 3.2.9 4 2.3C12.8 5.9 14.3 5 16 5c2.5 0 4.5 1.8 4.5 4.4 0 3.6-3 6.8-8.5 10.6z", fill: "currentColor" }]],
  "sign-fire": [["path", { d: "M12.5 3c.6 3.6 5.5 6 5.5 11a6 6 0 0 1-12 .3c0-2.4 1.2-4 2.4-5.3.3 1.4 1 2.2 1.9 2.6C10.4 8.8 11 5.5 12.5 3z", fill: "currentColor" }]],
  "sign-clap": [["path", { d: "M7 12.5 4.8 8.9a1.2 1.2 0 0 1 2-1.2l3 4.3M9 10.5 6.9 6.7a1.2 1.2 0 0 1 2.1-1.2l3.4 5.6M12 8.8l-1.3-2.6a1.2 1.2 0 0 1 2.1-1.1l4.4 8c1.5 3-.2 6.4-3.2 7.2-2.3.6-4.5-.3-5.8-2.5L6 14.6M16 4.5l1-1.5M19 6.5l1.6-.8M19.6 10h1.7", ...LINE, "stroke-width": 1.6 }]],
  "sign-laugh": [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M7.5 13.5h9a4.5 4.5 0 0 1-9 0z", fill: "currentColor" }],
    ["path", { d: "m7.5 9.8 1.3-1.2 1.3 1.2M13.9 9.8l1.3-1.2 1.3 1.2", ...LINE, "stroke-width": 1.6 }],
  ],
  arrow: [["path", { d: "M5 12h14m-5.5-5.5L19 12l-5.5 5.5", ...LINE }]],
};

/**
 * @param {string} name
 * @param {string} [className]
 * @returns {SVGElement}
 */
export function icon(name, className = "sp-icon") {
  return svg("0 0 24 24", SHAPES[name] ?? [], className);
}
