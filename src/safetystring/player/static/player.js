/* Built by `npm run build` from player/frontend. Do not edit. */

// src/safetystring/player/frontend/carried.js
var carries = (model) => typeof model.widget_manager?.get_model === "function";
async function deliver(model, widgets) {
  for (const [id, traits] of Object.entries(widgets ?? {})) (await model.widget_manager?.get_model(id))?.set_state(traits);
}

// src/safetystring/player/frontend/words.js
function say(strings, key, blanks = {}) {
  const text = strings[key];
  if (typeof text !== "string") return "";
  return text.replace(/\{(\w+)\}/g, (whole, name2) => blanks[name2] === void 0 || blanks[name2] === null ? whole : String(blanks[name2]));
}
function tag(strings) {
  return typeof strings["lang_tag"] === "string" ? strings["lang_tag"] : "zh-CN";
}
function messageLabel(strings, name2, time2) {
  return time2 ? say(strings, "message_from", { name: name2, time: time2 }) : name2;
}
function shorten(text, limit = 48) {
  const letters = [...text.replace(/\s+/gu, " ").trim()];
  return letters.length <= limit ? letters.join("") : `${letters.slice(0, limit - 1).join("").trimEnd()}…`;
}
function euros(strings, euros2) {
  return new Intl.NumberFormat(tag(strings), { style: "currency", currency: "EUR", maximumFractionDigits: 0 }).format(euros2);
}
function number(strings, value2) {
  return new Intl.NumberFormat(tag(strings), { maximumFractionDigits: 1 }).format(value2);
}
function date(strings, iso) {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts.map(Number);
  const when = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day || 1));
  const form = { timeZone: "UTC", year: "numeric", month: "long", ...day ? { day: "numeric" } : {} };
  return new Intl.DateTimeFormat(tag(strings), form).format(when);
}

// src/safetystring/player/frontend/channels/channels.js
var name = (scene2) => scene2.name;
var about = (scene2) => scene2.about ?? "";
var sender = (scene2) => [scene2.number === scene2.name ? "" : scene2.number, scene2.about].filter(Boolean).join(" · ");
var members = (scene2, strings) => scene2.members ? say(strings, "group_members", { n: scene2.members }) : about(scene2);
var CHANNELS = {
  ring: { kind: "spoken", icon: "phone", way: "none", title: (_, strings) => say(strings, "incoming"), below: () => "" },
  call: { kind: "spoken", icon: "phone", way: "hangup", title: name, below: (_, strings) => say(strings, "in_call") },
  video: { kind: "spoken", icon: "video", way: "hangup", title: name, below: (_, strings) => say(strings, "in_video") },
  chat: { kind: "typed", icon: "chat", way: "back", title: name, below: about },
  group: { kind: "typed", icon: "people", way: "back", title: name, below: members },
  sms: { kind: "typed", icon: "sms", way: "back", title: name, below: sender },
  mail: { kind: "screen", icon: "mail", way: "back", title: name, below: about },
  app: { kind: "screen", icon: "app", way: "back", title: name, below: about },
  web: { kind: "screen", icon: "globe", way: "back", title: name, below: about }
};
var spoken = (channel) => CHANNELS[channel].kind === "spoken";
var typed = (channel) => CHANNELS[channel].kind === "typed";
var screen = (channel) => CHANNELS[channel].kind === "screen";
function handedOver(scene2, before) {
  return before !== void 0 && scene2.channel !== "ring" && spoken(scene2.channel) && before.channel === scene2.channel && before.name !== scene2.name;
}

// src/safetystring/player/frontend/dom.js
function h(tag2, attrs = {}, ...children) {
  const element = document.createElement(tag2);
  for (const [name2, value2] of Object.entries(attrs)) {
    if (value2 === null || value2 === void 0 || value2 === false) continue;
    if (typeof value2 === "function") element.addEventListener(name2.slice(2), value2);
    else element.setAttribute(name2 === "class" ? "class" : name2, value2 === true ? "" : String(value2));
  }
  append(element, ...children);
  return element;
}
function append(element, ...children) {
  for (const child of children.flat()) {
    if (child === null || child === void 0 || child === false || child === "") continue;
    element.append(typeof child === "number" ? String(child) : child);
  }
}
var SVG = "http://www.w3.org/2000/svg";
var drawn = /* @__PURE__ */ new WeakMap();
function svg(viewBox, shapes, className = "sp-icon") {
  const key = `${viewBox}/${className}`;
  let made = drawn.get(shapes)?.get(key);
  if (!made) {
    made = draw(viewBox, shapes, className);
    drawn.set(shapes, (drawn.get(shapes) ?? /* @__PURE__ */ new Map()).set(key, made));
  }
  return (
    /** @type {SVGElement} */
    made.cloneNode(true)
  );
}
function draw(viewBox, shapes, className = "") {
  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("viewBox", viewBox);
  root.setAttribute("aria-hidden", "true");
  root.setAttribute("focusable", "false");
  root.setAttribute("class", className);
  for (const [tag2, attrs] of shapes) {
    const shape = document.createElementNS(SVG, tag2);
    for (const [name2, value2] of Object.entries(attrs)) shape.setAttribute(name2, String(value2));
    root.append(shape);
  }
  return root;
}
var counter = 0;
function uid(stem) {
  counter += 1;
  return `sp-${stem}-${counter}-${Math.random().toString(36).slice(2, 7)}`;
}

// src/safetystring/player/frontend/choices.js
function repair(player) {
  const area = player.querySelector(".sp-choices");
  const prompt = area?.querySelector(".sp-prompt");
  if (!area || !prompt) return;
  if (!prompt.id) prompt.id = uid("prompt");
  set(area, "role", "group");
  if (prompt.textContent?.trim()) set(area, "aria-labelledby", prompt.id);
  else area.removeAttribute("aria-labelledby");
  set(prompt, "tabindex", "-1");
  for (const toggle2 of area.querySelectorAll(".widget-toggle-button")) {
    set(toggle2, "aria-pressed", String(toggle2.classList.contains("mod-active")));
  }
  for (const group of area.querySelectorAll(".widget-toggle-buttons, .widget-inline-hbox")) {
    set(group, "role", "group");
    set(group, "aria-labelledby", prompt.id);
  }
}
function set(element, name2, value2) {
  if (element.getAttribute(name2) !== value2) element.setAttribute(name2, value2);
}
function watchChoices(player, hooks) {
  let lost = false;
  const look = () => {
    repair(player);
    const now = player.querySelector(".sp-choices .jupyter-widgets-disconnected") !== null;
    if (now !== lost) hooks.lost(lost = now);
  };
  look();
  const observer = new MutationObserver((records) => {
    look();
    if (records.some((record) => record.type === "childList" && record.addedNodes.length > 0)) hooks.changed();
  });
  const area = (
    /** @type {HTMLElement | null} */
    player.querySelector(".sp-choices")
  );
  if (area) observer.observe(area, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  const pressed = (event) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest(".jupyter-button:not(.widget-toggle-button)")) return;
    if (event.detail > 1 && event.pointerType !== "touch") event.stopImmediatePropagation();
    else hooks.pressed();
  };
  area?.addEventListener("click", pressed, true);
  return () => {
    observer.disconnect();
    area?.removeEventListener("click", pressed, true);
  };
}
function question(player) {
  return player.querySelector(".sp-choices .sp-prompt");
}

// src/safetystring/player/frontend/icons.js
var LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.9, "stroke-linecap": "round", "stroke-linejoin": "round" };
var SHAPES = {
  flag: [["path", { d: "M5.5 21V4.2m0 .6c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2", ...LINE }]],
  flagged: [
    ["path", { d: "M5.5 21V4.2", ...LINE }],
    ["path", { d: "M5.5 4.8c4.4-2.6 7.6 2.4 13 .2v9c-5.4 2.2-8.6-2.8-13-.2z", ...LINE, fill: "currentColor" }]
  ],
  back: [["path", { d: "M14.5 4.5 7 12l7.5 7.5", ...LINE, "stroke-width": 2.2 }]],
  more: [
    ["circle", { cx: 5, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 12, cy: 12, r: 1.9, fill: "currentColor" }],
    ["circle", { cx: 19, cy: 12, r: 1.9, fill: "currentColor" }]
  ],
  close: [["path", { d: "M6 6l12 12M18 6 6 18", ...LINE, "stroke-width": 2.1 }]],
  skip: [["path", { d: "M5 5.5 12 12l-7 6.5zM13 5.5 20 12l-7 6.5z", ...LINE }]],
  help: [
    ["path", { d: "M12 20.5C6.5 16.6 3.5 13.4 3.5 9.6 3.5 6.9 5.5 5 8 5c1.7 0 3.2.9 4 2.3C12.8 5.9 14.3 5 16 5c2.5 0 4.5 1.9 4.5 4.6 0 3.8-3 7-8.5 10.9z", ...LINE }]
  ],
  phone: [
    ["path", { d: "M7.8 4.5 9.6 8.3 7.8 10c1 2.7 3.5 5.2 6.2 6.2l1.7-1.8 3.8 1.8c.1 2-1.1 3.6-3 3.3C9.6 18.7 5.3 14.4 4.5 7.5c-.3-1.9 1.3-3.1 3.3-3z", ...LINE }]
  ],
  hangup: [
    ["path", { d: "M3.6 14.6c-.9-1.3-.6-3 .6-4C8.5 7.2 15.5 7.2 19.8 10.6c1.2 1 1.5 2.7.6 4l-.4.6-4-1.4-.3-2.6c-2.4-.8-5-.8-7.4 0L8 13.8l-4 1.4z", fill: "currentColor" }]
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
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }]
  ],
  half: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 3.5a8.5 8.5 0 0 1 0 17z", fill: "currentColor" }]
  ],
  miss: [["circle", { cx: 12, cy: 12, r: 8, ...LINE, "stroke-dasharray": "3.2 3.2" }]],
  info: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 11v5.5M12 7.6v.2", ...LINE, "stroke-width": 2.2 }]
  ],
  clock: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M12 7v5.2l3.4 2", ...LINE }]
  ],
  download: [["path", { d: "M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M5 19.5h14", ...LINE }]],
  restart: [["path", { d: "M5 12a7.2 7.2 0 1 0 2.3-5.3M5 4v4h4", ...LINE }]],
  quote: [["path", { d: "M5 17c3-1 4-3.5 4-6V7H5v4h3M14 17c3-1 4-3.5 4-6V7h-4v4h3", ...LINE }]],
  globe: [
    ["circle", { cx: 12, cy: 12, r: 8.5, ...LINE }],
    ["path", { d: "M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17", ...LINE }]
  ],
  star: [["path", { d: "m12 4 2.5 5.2 5.6.8-4 4 .9 5.7-5-2.7-5 2.7.9-5.7-4-4 5.6-.8z", fill: "currentColor" }]],
  hand: [["path", { d: "M8 12.5V6.2a1.5 1.5 0 0 1 3 0v5-6.7a1.5 1.5 0 0 1 3 0v6.7-5a1.5 1.5 0 0 1 3 0v7.3c0 4-2.2 7-5.6 7-2.9 0-4.4-1.6-5.8-4.2l-1.9-3.6c-.9-1.7 1.4-2.9 2.4-1.5z", ...LINE }]],
  book: [["path", { d: "M5 5.5A2 2 0 0 1 7 3.5h12v14H7a2 2 0 0 0-2 2zM5 19.5a1.5 1.5 0 0 0 1.5 1.5H19v-3.5M9 8h6", ...LINE }]],
  people: [
    ["circle", { cx: 9, cy: 8.5, r: 3.3, ...LINE }],
    ["path", { d: "M3 19.5c0-3.4 2.6-5.5 6-5.5s6 2.1 6 5.5M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.5c2.2.6 3.5 2.4 3.5 5", ...LINE }]
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
    ["path", { d: "M8.2 10h.1M12 10h.1M15.8 10h.1", ...LINE, "stroke-width": 2.4 }]
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
    ["path", { d: "m7.5 9.8 1.3-1.2 1.3 1.2M13.9 9.8l1.3-1.2 1.3 1.2", ...LINE, "stroke-width": 1.6 }]
  ],
  arrow: [["path", { d: "M5 12h14m-5.5-5.5L19 12l-5.5 5.5", ...LINE }]]
};
function icon(name2, className = "sp-icon") {
  return svg("0 0 24 24", SHAPES[name2] ?? [], className);
}

// src/safetystring/player/frontend/avatars.js
var GROUND = {
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
  none: "#6d7683"
};
var HEAD = [
  ["circle", { cx: 20, cy: 15.5, r: 6.5, fill: "#fff" }],
  ["path", { d: "M7.5 38c0-9 5.5-13.5 12.5-13.5S32.5 29 32.5 38v2h-25z", fill: "#fff" }]
];
var GLYPH = {
  desk: [
    ["path", { d: "M9.5 27a10.5 10.5 0 0 1 21 0z", fill: "#fff" }],
    ["path", { d: "M8 29h24v2.6H8z", fill: "#fff" }],
    ["circle", { cx: 20, cy: 13.6, r: 2.4, fill: "#fff" }]
  ],
  courier: [
    ["path", { d: "m20 9 11 5v12l-11 5-11-5V14z", fill: "#fff" }],
    ["path", { d: "m9.5 14.3 10.5 4.7 10.5-4.7M20 19v11.5M14.5 11.5l10.5 5", fill: "none", stroke: "#9a5b1e", "stroke-width": 1.6 }]
  ],
  group: [
    ["circle", { cx: 15, cy: 15, r: 4.6, fill: "#fff" }],
    ["path", { d: "M6 29c0-6 3.8-9 9-9s9 3 9 9z", fill: "#fff" }],
    ["circle", { cx: 26.5, cy: 16, r: 3.7, fill: "#fff", opacity: 0.75 }],
    ["path", { d: "M25.8 29h7.7c0-5-2.8-7.6-7-7.6-.9 0-1.8.1-2.5.4 1.2 1.8 1.8 4.2 1.8 7.2z", fill: "#fff", opacity: 0.75 }]
  ],
  trade: [
    ["path", { d: "m9 27 7-8 5 4.5L31 13", fill: "none", stroke: "#fff", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" }],
    ["path", { d: "M24.5 12.5H31V19", fill: "none", stroke: "#fff", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" }]
  ],
  bank: [["path", { d: "M20 9 31 15v2.5H9V15zM12 19.5h3V28h-3zm6.5 0h3V28h-3zm6.5 0h3V28h-3zM9.5 29.5h21v2.5h-21z", fill: "#fff" }]],
  school: [
    ["path", { d: "m20 11 14 6.5L20 24 6 17.5z", fill: "#fff" }],
    ["path", { d: "M12 22v5.5c4.5 3.5 11.5 3.5 16 0V22l-8 3.7zM32 19v8", fill: "#fff", stroke: "#fff", "stroke-width": 1.2 }]
  ]
};
var pictures = /* @__PURE__ */ new Map();
function avatar(name2, className = "sp-avatar") {
  const known = name2 && name2 in GROUND ? name2 : "none";
  const key = `${known}/${className}`;
  const made = pictures.get(key) ?? picture(known, className);
  pictures.set(key, made);
  return (
    /** @type {HTMLElement} */
    made.cloneNode(true)
  );
}
function picture(known, className) {
  return h("span", { class: className, "aria-hidden": "true", style: `background:${GROUND[known]}` }, svg("0 0 40 40", GLYPH[known] ?? HEAD, ""));
}

// src/safetystring/player/frontend/channels/group.js
var GROUNDS = ["#2f6690", "#8a4b12", "#7a4b86", "#1f6f63", "#9c2f5f", "#4a5d23", "#34466b", "#a33a22", "#5b5b8f", "#226b3c"];
var PLAIN = /* @__PURE__ */ new Set(["person", "friend", "none", "", null, void 0]);
function hue(sender2) {
  let sum = 0;
  for (const letter of sender2) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (Number(sender2.replace(/\D+/gu, "")) || sum) % GROUNDS.length;
}
function face({ sender: sender2, name: name2, avatar: role }) {
  if (!PLAIN.has(role) || !name2) return avatar(role);
  const letters = [...name2.replace(/^[^\p{L}\p{N}]+/u, "")];
  return h("span", { class: "sp-avatar sp-face", "aria-hidden": "true", style: `background:${GROUNDS[hue(sender2 || name2)]}` }, (letters[0] ?? "?").toUpperCase());
}
function reactions(reactions2, strings) {
  if (!reactions2 || reactions2.length === 0) return null;
  const chips = reactions2.map(
    ({ sign, count }) => h("li", { class: "sp-reaction", "data-sign": sign }, icon(`sign-${sign}`), h("span", { class: "sp-hidden" }, say(strings, `sign_${sign}`)), h("span", {}, count))
  );
  return h("ul", { class: "sp-reactions", "aria-label": say(strings, "reactions_label") }, chips);
}

// src/safetystring/player/frontend/channels/accounts.js
function groupVoices(entries) {
  const found = /* @__PURE__ */ new Map();
  let group = false;
  for (const entry of entries) {
    if (entry.kind === "scene") group = entry.channel === "group";
    else if (entry.kind === "message" && group && entry.side === "in" && entry.sender && !found.has(entry.sender)) {
      found.set(entry.sender, { id: entry.sender, name: entry.name ?? "", avatar: entry.avatar ?? "none" });
    }
  }
  return [...found.values()];
}
function accountsQuestion(stage) {
  const { model, strings } = stage;
  const people = groupVoices(model.get("entries") ?? []);
  if (people.length < 2) return null;
  const picked = new Set(model.get("picked") ?? []);
  const fields = h(
    "fieldset",
    { class: "sp-accounts" },
    h("legend", {}, say(strings, "accounts_question")),
    h("p", {}, say(strings, "accounts_lead")),
    people.map(({ id, name: name2, avatar: avatar2 }) => h("label", { class: "sp-account" }, h("input", { type: "checkbox", value: id, checked: picked.has(id) }), face({ sender: id, name: name2, avatar: avatar2 }), h("span", {}, name2)))
  );
  fields.addEventListener("change", () => {
    const ids = [...fields.querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value);
    stage.send("pick", { ids });
  });
  return fields;
}
function accountsResult(accounts, strings) {
  if (!accounts || accounts.length < 2) return null;
  const none = !accounts.some(({ together }) => together);
  const rows2 = accounts.map(
    ({ id, name: name2, avatar: avatar2, together, picked }) => h(
      "li",
      { class: "sp-account", "data-together": String(together) },
      face({ sender: id, name: name2, avatar: avatar2 }),
      h("span", {}, h("b", {}, name2), h("span", { class: "sp-small" }, say(strings, together ? "accounts_together" : "accounts_alone"))),
      picked && h("span", { class: "sp-account-picked" }, icon("check"), say(strings, "accounts_picked"))
    )
  );
  return h("section", { class: "sp-section sp-accounts" }, h("h2", {}, say(strings, "accounts_title")), none && h("p", {}, say(strings, "accounts_none")), h("ul", {}, rows2));
}

// src/safetystring/player/frontend/channels/line.js
function hold(entry, strings) {
  const bars = h("span", { class: "sp-hold-bars", "aria-hidden": "true" }, h("i"), h("i"), h("i"), h("i"), h("i"));
  return h("p", { class: "sp-line sp-hold", lang: tag(strings), "data-id": entry.id }, bars, h("span", {}, h("b", {}, say(strings, "on_hold")), entry.text && h("span", {}, entry.text)));
}
function handover(scene2, strings) {
  return h("p", { class: "sp-line sp-handover", lang: tag(strings) }, icon("forward"), h("span", {}, say(strings, "handed_over", { name: scene2.name })));
}
function keyTile(key) {
  return h("span", { class: "sp-keytile", "aria-hidden": "true", translate: "no" }, key);
}

// src/safetystring/player/frontend/cards.js
function attached(entry) {
  return entry.attachment ?? { is: "" };
}
var CARDS = {
  link: (entry, strings) => {
    const { title = "", url = "", site = "" } = attached(entry);
    return h(
      "div",
      { class: "sp-bubble sp-card sp-card-link", title: say(strings, "link_note") },
      h("div", { class: "sp-card-row" }, h("span", { class: "sp-card-title" }, title), h("span", { class: "sp-card-thumb" }, icon("globe"))),
      site && h("div", { class: "sp-card-site" }, site),
      h("div", { class: "sp-card-foot" }, icon("link"), h("span", { class: "sp-url", translate: "no" }, url))
    );
  },
  file: (entry, strings) => {
    const { name: name2 = "", size = "" } = attached(entry);
    const extension = /\.([a-z0-9]{1,4})$/i.exec(name2)?.[1] ?? "";
    return h(
      "div",
      { class: "sp-bubble sp-card sp-card-file", title: say(strings, "file_note") },
      h(
        "div",
        { class: "sp-card-row" },
        h("span", {}, h("span", { class: "sp-card-title" }, name2), h("span", { class: "sp-card-site" }, size)),
        h("span", { class: "sp-file-thumb", "aria-hidden": "true" }, icon("file"), h("b", {}, extension.toUpperCase()))
      )
    );
  },
  transfer: (entry, strings) => {
    const { amount = "", payee = "" } = attached(entry);
    return h(
      "div",
      { class: "sp-bubble sp-card-transfer" },
      h("span", { class: "sp-transfer-icon" }, icon("transfer")),
      h("span", {}, h("b", {}, amount), h("span", {}, say(strings, "transfer_to", { payee })))
    );
  },
  call: (entry, strings) => h(
    "div",
    { class: "sp-bubble sp-card-call" },
    icon("phone"),
    h("span", {}, h("span", { class: "sp-small" }, say(strings, "call_card")), h("span", {}, entry.text))
  )
};

// src/safetystring/player/frontend/channels/video.js
var LINE2 = { fill: "none", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" };
var PLACES = {
  office: [
    ["rect", { width: 320, height: 180, fill: "#5d6b7d" }],
    ["path", { d: "M18 26h84v62H18zM18 46h84M18 67h84M60 26v62", ...LINE2, stroke: "#7e8c9d" }],
    ["path", { d: "M232 20h70v74h-70zM232 38h70M232 56h70M232 74h70", ...LINE2, stroke: "#8d9bab" }],
    ["rect", { y: 150, width: 320, height: 30, fill: "#47525f" }]
  ],
  home: [
    ["rect", { width: 320, height: 180, fill: "#7c6a5c" }],
    ["path", { d: "M24 30h62v48H24zM30 72l16-20 12 12 10-8 14 16", ...LINE2, stroke: "#a08d7d" }],
    ["path", { d: "M254 150V66m-26 0h52l-11-32h-30z", ...LINE2, stroke: "#b49f8c" }],
    ["rect", { y: 140, width: 320, height: 40, fill: "#62534a" }]
  ],
  street: [
    ["rect", { width: 320, height: 180, fill: "#6a7f8f" }],
    ["path", { d: "M0 150V74h52v76M60 150V40h58v110M214 150V58h46v92M268 150V84h52v66", fill: "#566977" }],
    ["path", { d: "M14 92h10m12 0h10M72 60h10m12 0h10M72 82h10m12 0h10M226 76h8m10 0h8M280 102h10m10 0h10", ...LINE2, stroke: "#8ba0af" }],
    ["rect", { y: 150, width: 320, height: 30, fill: "#4c5a66" }]
  ],
  blank: [["rect", { width: 320, height: 180, fill: "#55606d" }]]
};
var FIGURE = [
  ["path", { d: "M86 182c2-48 30-66 74-66s72 18 74 66z", fill: "#232c38" }],
  ["path", { d: "M146 96h28v24c0 9-28 9-28 0z", fill: "#c9d0d8" }],
  ["ellipse", { cx: 160, cy: 76, rx: 30, ry: 36, fill: "#dde2e8" }]
];
var TORN = [
  ["rect", { x: 0, y: 60, width: 320, height: 9, fill: "#fff", opacity: 0.2 }],
  ["rect", { x: 112, y: 84, width: 74, height: 26, fill: "#8d99a7" }],
  ["rect", { x: 148, y: 104, width: 60, height: 16, fill: "#717d8b" }],
  ["rect", { x: 40, y: 132, width: 180, height: 7, fill: "#fff", opacity: 0.16 }]
];
function drawn2(backdrop, frozen, className) {
  const drawing2 = svg("0 0 320 180", [...PLACES[backdrop] ?? PLACES["blank"] ?? [], ...FIGURE, ...frozen ? TORN : []], className);
  drawing2.setAttribute("preserveAspectRatio", "xMidYMid slice");
  return drawing2;
}
function videoPicture(strings) {
  const element = h("div", { class: "sp-video", "aria-hidden": "true" });
  const show = (frame) => {
    const { backdrop = "blank", frozen = false } = frame ?? { is: "" };
    element.replaceChildren(drawn2(backdrop, frozen, "sp-video-pic"), ...frozen ? [h("span", { class: "sp-video-frozen" }, icon("signal"), say(strings, "video_frozen"))] : []);
  };
  show(null);
  return { element, show };
}
function frameCard(entry, strings) {
  const { backdrop = "blank", frozen = false, alt = "" } = attached(entry);
  return h(
    "div",
    { class: "sp-bubble sp-frame" },
    drawn2(backdrop, frozen, "sp-frame-pic"),
    h("span", {}, h("span", { class: "sp-small" }, say(strings, frozen ? "video_frozen" : "video_shows")), h("span", {}, alt))
  );
}

// src/safetystring/player/frontend/sheet.js
var open = /* @__PURE__ */ new WeakMap();
function openSheet({ host, title, close: closeLabel, content, className = "", onClose }) {
  open.get(host)?.();
  const opener = document.activeElement;
  const heading2 = h("h2", { class: "sp-sheet-title", id: uid("sheet"), tabindex: "-1" }, title);
  const closer = h("button", { type: "button", class: "sp-round", "aria-label": closeLabel, onclick: () => close() }, icon("close"));
  const panel = h(
    "div",
    { class: `sp-sheet ${className}`.trim(), role: "dialog", "aria-modal": "true", "aria-labelledby": heading2.id },
    h("div", { class: "sp-sheet-head" }, heading2, closer),
    h("div", { class: "sp-sheet-body" }, content)
  );
  const scrim = h("div", { class: "sp-scrim", onclick: () => close() });
  const layer = h("div", { class: "sp-layer" }, scrim, panel);
  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const hidden = setInert(host);
  host.append(layer);
  const first = panel.querySelector("input:checked, .sp-sheet-body input, .sp-sheet-body button");
  (first instanceof HTMLElement ? first : heading2).focus({ preventScroll: true });
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    open.delete(host);
    layer.remove();
    for (const element of hidden) element.removeAttribute("inert");
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    onClose?.();
  };
  open.set(host, close);
  return close;
}
function setInert(host) {
  const player = host.closest(".sp-player");
  const rest = [...host.children, ...player?.querySelectorAll(".sp-choices") ?? []].filter((element) => !element.hasAttribute("inert"));
  for (const element of rest) element.setAttribute("inert", "");
  return rest;
}
function closeSheet(host) {
  open.get(host)?.();
}

// src/safetystring/player/frontend/marking.js
var ARROWS = /* @__PURE__ */ new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);
function openMarking({ stage, quote, marked, mark, unmark }) {
  const { strings } = stage;
  const group = uid("family");
  let walking = false;
  let current = marked;
  const choose = (family) => {
    if (family !== current) mark(current = family);
  };
  const chips = stage.families().map((family) => chip(family, group, family.id === marked));
  const fields = h(
    "fieldset",
    { class: "sp-families" },
    h("legend", { class: "sp-hidden" }, say(strings, "mark_question")),
    chips
  );
  const back = h("button", { type: "button", class: "sp-button sp-takeback", hidden: marked === null, onclick: () => (unmark(), close()) }, icon("restart"), say(strings, "unmark"));
  const close = openSheet({
    host: stage.host,
    title: say(strings, "mark_question"),
    close: say(strings, "close"),
    className: "sp-sheet-marking",
    content: [h("blockquote", { class: "sp-quote" }, quote), fields, back]
  });
  fields.addEventListener("keydown", (event) => {
    walking = ARROWS.has(event.key);
    const target = event.target;
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    choose(target.value);
    close();
  });
  fields.addEventListener("change", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement)) return;
    choose(target.value);
    if (walking) back.hidden = false;
    else close();
  });
  fields.addEventListener("click", (event) => {
    if (!walking && event.target instanceof HTMLInputElement && event.target.value === current) close();
  });
  fields.addEventListener("pointerdown", () => walking = false);
}
function chip(family, group, checked) {
  const [name2, hint] = [uid("name"), uid("hint")];
  return h(
    "label",
    { class: "sp-chip" },
    h("input", { type: "radio", name: group, value: family.id, checked, "aria-labelledby": name2, "aria-describedby": hint }),
    h("span", { class: "sp-chip-text" }, h("span", { class: "sp-chip-name", id: name2 }, family.name), h("span", { class: "sp-chip-hint", id: hint }, family.hint))
  );
}

// src/safetystring/player/frontend/flag.js
var CALLED = ["title", "subject", "caption", "name", "alt", "amount"];
function quoted(entry, scene2) {
  const card = CALLED.map((name2) => (entry.attachment?.["papers"]?.[0] ?? entry.attachment)?.[name2]).find((text) => typeof text === "string" && text);
  return entry.text || card || [scene2?.name, scene2?.number].filter(Boolean).join(" ");
}
function flagButton(entry, scene2, stage) {
  const quote = quoted(entry, scene2);
  const button = h("button", { type: "button", class: "sp-flag", "aria-pressed": "false", "data-quote": shorten(quote) }, icon("flag", "sp-icon sp-flag-off"), icon("flagged", "sp-icon sp-flag-on"));
  button.addEventListener(
    "click",
    () => openMarking({
      stage,
      quote,
      marked: stage.marks()[entry.id] ?? null,
      mark: (family) => stage.mark(entry.id, family),
      unmark: () => stage.unmark(entry.id)
    })
  );
  return button;
}
function showMark(node, family, stage) {
  const button = node.querySelector(".sp-flag");
  if (!button) return;
  const { strings } = stage;
  const text = button.getAttribute("data-quote") ?? "";
  const name2 = family === null ? null : stage.family(family)?.name ?? family;
  node.classList.toggle("sp-marked", name2 !== null);
  button.setAttribute("aria-pressed", String(name2 !== null));
  button.setAttribute("aria-label", name2 === null ? say(strings, "mark_message", { text }) : say(strings, "mark_change", { family: name2, text }));
  button.setAttribute("title", name2 === null ? say(strings, "mark") : say(strings, "marked_as", { family: name2 }));
  node.querySelector(".sp-mark-label")?.remove();
  if (name2 !== null) {
    node.querySelector(".sp-column")?.append(h("div", { class: "sp-mark-label" }, icon("flagged"), h("span", {}, say(strings, "marked_as", { family: name2 }))));
  }
}

// src/safetystring/player/frontend/channels/balance.js
var [WIDTH, HEIGHT, EDGE] = [300, 72, 5];
function curve(trend) {
  const [low, high] = [Math.min(...trend), Math.max(...trend)];
  const points = trend.map((value2, index) => {
    const x = EDGE + index * (WIDTH - 2 * EDGE) / Math.max(1, trend.length - 1);
    const y = HEIGHT - EDGE - (value2 - low) / Math.max(1, high - low) * (HEIGHT - 2 * EDGE);
    return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  });
  return `M${points.join("L")}`;
}
function sparkline(trend, strings) {
  const line2 = curve(trend);
  const last = line2.slice(line2.lastIndexOf("L") + 1).split(" ");
  const up = (trend.at(-1) ?? 0) >= (trend[0] ?? 0);
  const drawing2 = svg(
    `0 0 ${WIDTH} ${HEIGHT}`,
    [
      ["path", { d: `${line2}L${WIDTH - EDGE} ${HEIGHT}L${EDGE} ${HEIGHT}Z`, fill: "currentColor", opacity: 0.13 }],
      ["path", { d: line2, fill: "none", stroke: "currentColor", "stroke-width": 2.4, "stroke-linejoin": "round", "stroke-linecap": "round" }],
      ["circle", { cx: Number(last[0]), cy: Number(last[1]), r: 4, fill: "currentColor" }]
    ],
    "sp-spark"
  );
  return h("div", { class: "sp-trend", "data-tone": up ? "up" : "down", role: "img", "aria-label": say(strings, up ? "trend_up" : "trend_down") }, drawing2);
}
function balance(entry, strings) {
  const { amount = "", change = null, trend = [], rows: rows2 = [] } = attached(entry);
  const down = typeof change === "string" && /^\s*[-−–]/u.test(change);
  return h(
    "div",
    { class: "sp-panel sp-balance" },
    h("div", { class: "sp-small" }, say(strings, "balance_label")),
    h("div", { class: "sp-amount", translate: "no" }, amount),
    change && h("div", { class: "sp-change", "data-tone": down ? "down" : "up" }, icon(down ? "fall" : "rise"), h("span", { translate: "no" }, change)),
    trend.length > 1 && sparkline(trend, strings),
    rows2.length > 0 && h(
      "dl",
      { class: "sp-rows" },
      rows2.map(({ label: label2, value: value2, tone }) => h("div", { "data-tone": tone }, h("dt", {}, label2), h("dd", { translate: "no" }, value2)))
    )
  );
}

// src/safetystring/player/frontend/dialog.js
function openDialog({ host, title, close, content, className, lang }) {
  const opener = document.activeElement;
  const heading2 = h("h2", { class: "sp-dialog-title", id: uid("dialog"), tabindex: "-1" }, title);
  const dialog = h(
    "dialog",
    { class: `sp-dialog ${className}`, "aria-labelledby": heading2.id, lang },
    h(
      "div",
      { class: "sp-dialog-head" },
      heading2,
      h("button", { type: "button", class: "sp-round", "aria-label": close, onclick: () => dialog.close() }, icon("close"))
    ),
    // It scrolls, and need not hold anything else that takes the focus: the arrow keys must reach it.
    h("div", { class: "sp-dialog-body", tabindex: "0", role: "group", "aria-labelledby": heading2.id }, content)
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  });
  host.append(dialog);
  dialog.showModal();
  heading2.focus({ preventScroll: true });
  return dialog;
}

// src/safetystring/player/frontend/paper.js
function drawing(source, alt) {
  return h("img", { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`, alt, draggable: "false" });
}
function paper(entry, stage) {
  const { asset = "", caption = "", alt = "" } = attached(entry);
  const source = stage.model.get("assets")[asset] ?? "";
  const { strings } = stage;
  const open2 = () => openDialog({
    host: stage.host,
    title: caption,
    close: say(strings, "document_close"),
    className: "sp-paper-large",
    lang: tag(strings),
    content: [drawing(source, alt || caption)]
  });
  return h(
    "button",
    { type: "button", class: "sp-paper", "aria-label": say(strings, "document_open", { caption }), onclick: open2 },
    h("span", { class: "sp-paper-pic" }, drawing(source, "")),
    h("span", { class: "sp-paper-caption" }, h("span", {}, caption), icon("zoom"))
  );
}

// src/safetystring/player/frontend/channels/compare.js
function compare(entry, stage) {
  const { strings } = stage;
  const papers = attached(entry)["papers"] ?? [];
  const sources = papers.map(({ asset }) => stage.model.get("assets")[asset] ?? "");
  const names = papers.map(({ caption }) => caption).join(" / ");
  const open2 = () => openDialog({
    host: stage.host,
    title: say(strings, "compare_title"),
    close: say(strings, "document_close"),
    className: "sp-compare-large",
    lang: tag(strings),
    content: [h("div", { class: "sp-compare-papers" }, papers.map(({ caption, alt }, index) => h("figure", {}, h("figcaption", {}, caption), drawing(sources[index] ?? "", alt || caption))))]
  });
  return h(
    "button",
    { type: "button", class: "sp-paper sp-compare", "aria-haspopup": "dialog", "aria-label": say(strings, "compare_open", { captions: names }), onclick: open2 },
    h("span", { class: "sp-compare-pics" }, papers.map(({ caption }, index) => h("span", { class: "sp-compare-one" }, h("span", { class: "sp-paper-pic" }, drawing(sources[index] ?? "", "")), h("span", { class: "sp-small" }, caption)))),
    h("span", { class: "sp-paper-caption" }, h("span", {}, say(strings, "compare_title")), icon("zoom"))
  );
}

// src/safetystring/player/frontend/channels/page.js
var EMPTY = { card: "•••• •••• •••• ••••", code: "••••••", secret: "••••••••", date: "•• / ••", text: "" };
function paragraphs(text) {
  return text.split(/\n\s*\n/u).filter((part2) => part2.trim()).map((part2) => h("p", {}, part2.trim()));
}
function addressParts(address) {
  const parts = /^([a-z]+:\/\/)?([^/?#]+)(.*)$/iu.exec(address);
  if (!parts) return [address];
  const [, scheme = "", host = "", rest = ""] = parts;
  const path = rest.split(/(?<=[/?&=])/u).flatMap((part2) => [part2, h("wbr")]);
  return [scheme, h("b", {}, host), h("wbr"), ...path].filter((part2) => part2 !== "");
}
function page(entry, strings) {
  const { address = "", title = "", fields = [], button = null } = attached(entry);
  const inert = fields.length > 0 || button;
  const note = h("p", { class: "sp-page-note", id: uid("note"), role: "status" }, icon("info"), h("span", {}, say(strings, "page_note")));
  const tell = () => {
    note.classList.add("sp-told");
    const words = note.querySelector("span");
    if (words) words.textContent = say(strings, "page_told");
  };
  return h(
    "div",
    { class: "sp-panel sp-page" },
    h("div", { class: "sp-address" }, icon("globe"), h("span", { class: "sp-hidden" }, say(strings, "page_address")), h("span", { class: "sp-url", translate: "no" }, ...addressParts(address))),
    h(
      "div",
      { class: "sp-page-body" },
      h("h3", {}, title),
      h("div", { class: "sp-prose" }, paragraphs(entry.text)),
      inert && h(
        "div",
        { class: "sp-page-form", role: "group", "aria-label": title },
        fields.map((field) => inputField(field, note.id, tell)),
        button && h("button", { type: "button", class: "sp-page-button", "aria-disabled": "true", "aria-describedby": note.id, onclick: tell }, button),
        note
      )
    )
  );
}
function inputField({ label: label2, kind: kind2 }, note, tell) {
  const input = h("input", { type: "text", readonly: true, autocomplete: "off", placeholder: EMPTY[kind2] ?? "", "aria-describedby": note });
  input.addEventListener("keydown", (event) => event.key.length === 1 && tell());
  input.addEventListener("pointerdown", tell);
  return h("label", { class: "sp-page-field" }, h("span", {}, label2), input);
}
function pageCard(entry, stage) {
  const { address = "", title = "" } = attached(entry);
  const { strings } = stage;
  const open2 = () => openDialog({ host: stage.host, title, close: say(strings, "close"), className: "sp-page-large", lang: tag(strings), content: [page(entry, strings)] });
  return h(
    "button",
    { type: "button", class: "sp-bubble sp-card sp-page-card", "aria-haspopup": "dialog", onclick: open2 },
    h("span", { class: "sp-card-row" }, h("span", { class: "sp-card-title" }, title), h("span", { class: "sp-card-thumb" }, icon("globe"))),
    h("span", { class: "sp-card-foot" }, icon("zoom"), h("span", { class: "sp-url", translate: "no" }, ...addressParts(address)))
  );
}

// src/safetystring/player/frontend/channels/mail.js
function mail(entry, strings) {
  const { subject = "", address = "", reply_to: replyTo = "", date: day = "", link = null } = attached(entry);
  const sent = [day && date(strings, day), entry.time].filter(Boolean).join(" · ");
  const rows2 = [
    ["mail_from", `${entry.name ?? ""} <${address}>`],
    ["mail_reply", replyTo],
    ["mail_date", sent],
    ["mail_subject", subject]
  ].filter(([, value2]) => value2);
  const headers = h(
    "details",
    { class: "sp-mail-headers" },
    h("summary", {}, say(strings, "mail_details"), icon("down")),
    h("dl", {}, rows2.flatMap(([key, value2]) => [h("dt", {}, say(strings, key ?? "")), h("dd", key === "mail_subject" || key === "mail_date" ? {} : { translate: "no" }, value2)]))
  );
  return [
    h(
      "div",
      { class: "sp-panel sp-mail" },
      h("h3", { class: "sp-mail-subject" }, subject),
      h("div", { class: "sp-mail-from" }, avatar(entry.avatar), h("div", {}, h("b", {}, entry.name), h("span", { class: "sp-small" }, sent))),
      headers,
      h("div", { class: "sp-prose" }, paragraphs(entry.text), link && mailLink(link, strings))
    )
  ];
}
function mailLink({ label: label2, target }, strings) {
  const id = uid("target");
  const button = h("button", { type: "button", class: "sp-mail-link", "aria-describedby": id }, label2);
  const line2 = h(
    "div",
    { class: "sp-mail-target", id, hidden: true },
    h("span", { class: "sp-small" }, say(strings, "link_target")),
    h("span", { class: "sp-url", translate: "no" }, ...addressParts(target)),
    h("span", { class: "sp-small" }, say(strings, "link_note"))
  );
  let kept = false;
  const show = (on) => line2.hidden = !(on || kept);
  for (
    const [event, on] of
    /** @type {[string, boolean][]} */
    [["focus", true], ["blur", false], ["pointerenter", true], ["pointerleave", false]]
  ) {
    button.addEventListener(event, () => show(on || document.activeElement === button));
  }
  button.addEventListener("contextmenu", (event) => (event.preventDefault(), kept = true, show(true)));
  button.addEventListener("click", () => (kept = true, show(true)));
  return h("div", { class: "sp-mail-link-box" }, button, line2);
}

// src/safetystring/player/frontend/channels/payment.js
var CHECKS = { match: ["check", "good"], close: ["half", "warn"], no_match: ["stop", "bad"], unavailable: ["info", "plain"] };
var STATUS = { confirm: ["clock", "plain"], done: ["check", "good"], pending: ["late", "warn"], failed: ["stop", "bad"] };
function payment(entry, strings) {
  const { payee = "", amount = "", iban = null, check: check2 = null, found = null, warning = null, status = "confirm" } = attached(entry);
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
      iban && h("div", {}, h("dt", {}, say(strings, "payment_account")), h("dd", { class: "sp-iban", translate: "no" }, iban))
    ),
    check2 && payeeCheck(check2, found, strings),
    warning && h("p", { class: "sp-warning" }, icon("warning"), h("span", {}, warning))
  );
}
function payeeCheck(check2, found, strings) {
  const [name2, tone] = CHECKS[check2] ?? ["info", "plain"];
  return h(
    "div",
    { class: "sp-check", "data-tone": tone, "data-check": check2 },
    icon(name2),
    h("div", {}, h("span", { class: "sp-small" }, say(strings, "check_label")), h("b", {}, say(strings, `check_${check2}`)), found && h("span", {}, say(strings, "check_found", { name: found })))
  );
}

// src/safetystring/player/frontend/voice.js
var BARS = [9, 15, 7, 18, 12, 20, 10, 16, 8, 19, 13, 17, 6, 14, 11, 18, 9, 15];
function voice(entry, strings) {
  const seconds = Number(entry.attachment?.["seconds"]) || 1;
  const id = uid("transcript");
  const wave = BARS.map((height) => h("i", { style: `height:${height}px` }));
  const button = h(
    "button",
    { type: "button", class: "sp-voice", "aria-label": say(strings, "voice_play", { seconds }), "aria-describedby": id, style: `--sp-seconds:${seconds}s` },
    h("span", { class: "sp-voice-go" }, icon("play")),
    h("span", { class: "sp-wave", "aria-hidden": "true" }, wave),
    h("span", { class: "sp-voice-length", "aria-hidden": "true" }, `${seconds}″`)
  );
  let timer;
  button.addEventListener("click", () => {
    clearTimeout(timer);
    const on = button.classList.toggle("sp-playing");
    if (on) timer = setTimeout(() => button.classList.remove("sp-playing"), seconds * 1e3);
  });
  return [
    h("div", { class: "sp-bubble sp-bubble-voice" }, button),
    h("div", { class: "sp-transcript", id }, h("span", { class: "sp-small" }, say(strings, "voice_transcript")), h("p", {}, entry.text))
  ];
}

// src/safetystring/player/frontend/message.js
var FORMS = {
  voice: { place: "own", show: (entry, { strings }) => voice(entry, strings) },
  document: { place: "before", show: (entry, stage) => [paper(entry, stage)] },
  image: { place: "before", show: (entry, stage) => [paper(entry, stage)] },
  compare: { place: "before", show: (entry, stage) => [compare(entry, stage)] },
  call: { place: "own", show: (entry, { strings }, channel) => channel === "ring" ? [] : [CARDS["call"]?.(entry, strings) ?? h("div")] },
  mail: { place: "own", show: (entry, { strings }) => mail(entry, strings) },
  page: { place: "own", show: (entry, stage, channel) => [screen(channel) ? page(entry, stage.strings) : pageCard(entry, stage)] },
  payment: { place: "before", show: (entry, { strings }) => [payment(entry, strings)] },
  balance: { place: "before", show: (entry, { strings }) => [balance(entry, strings)] },
  frame: { place: "after", show: (entry, { strings }) => [frameCard(entry, strings)] }
};
function body(entry, stage, channel) {
  const { strings } = stage;
  const card = CARDS[entry.form];
  const { place: place2, show } = FORMS[entry.form] ?? { place: "before", show: () => card ? [card(entry, strings)] : [] };
  const parts = show(entry, stage, channel);
  if (place2 === "own" || !entry.text) return parts;
  const said = screen(channel) && entry.side === "in" ? notice(entry.text) : h("div", { class: "sp-bubble" }, entry.text);
  const given = reactions(entry.reactions, strings);
  return [...place2 === "before" ? [said, ...parts] : [...parts, said], ...given ? [given] : []];
}
function notice(text) {
  return h("div", { class: "sp-panel sp-notice" }, icon("bell"), h("p", {}, text));
}
function callerDisplay(entry, scene2) {
  const known = [scene2.name, scene2.number ?? "", scene2.about ?? ""];
  return [
    h("div", { class: "sp-caller-name" }, scene2.name),
    h("div", { class: "sp-caller-number", translate: "no" }, scene2.number),
    h("div", { class: "sp-caller-about" }, scene2.about),
    ...entry.text && !known.includes(entry.text) ? [h("div", { class: "sp-caller-text" }, entry.text)] : []
  ].filter((line2) => line2.textContent !== "");
}
function messageNode(entry, scene2, stage) {
  const { strings } = stage;
  if (entry.form === "hold") return hold(entry, strings);
  if (entry.side === "none") {
    return h("p", { class: `sp-line sp-${entry.form}`, lang: tag(strings), "data-id": entry.id }, entry.text);
  }
  const mine = entry.side === "out";
  const name2 = mine ? say(strings, "you") : entry.name || scene2.name;
  const ring = scene2.channel === "ring" && entry.form === "call";
  const column = h("div", { class: "sp-column" }, ring ? callerDisplay(entry, scene2) : body(entry, stage, scene2.channel));
  const article = h(
    "article",
    {
      class: `sp-msg sp-${entry.side}${ring ? " sp-caller" : ""}${screen(scene2.channel) && !mine ? " sp-full" : ""}`,
      lang: tag(strings),
      "aria-label": messageLabel(strings, name2, entry.time),
      "data-id": entry.id,
      "data-name": name2
    },
    ring ? h("div", { class: "sp-caller-ring", "aria-hidden": "true" }, avatar(scene2.avatar, "sp-caller-avatar")) : portrait(entry, scene2),
    column
  );
  if (entry.markable) article.append(flagButton(entry, scene2, stage));
  return article;
}
function portrait(entry, scene2) {
  if (entry.side === "out") return avatar("me");
  return scene2.channel === "group" ? face(entry) : avatar(entry.avatar);
}
function optionNode(entry, stage) {
  const { strings } = stage;
  const lang = tag(strings);
  const hint = entry.mine ? null : h("span", { class: "sp-small" }, say(strings, "rest_option"));
  if (entry.option_kind === "do") {
    const line2 = h("p", { class: `sp-line sp-act${entry.mine ? "" : " sp-hypothetical"}`, lang });
    append(line2, hint, h("span", { class: "sp-act-row" }, entry.key ? keyTile(entry.key) : icon("arrow"), h("span", {}, entry.text)));
    return line2;
  }
  const you = say(strings, "you");
  return h(
    "article",
    { class: `sp-msg sp-out${entry.mine ? "" : " sp-hypothetical"}`, lang, "aria-label": entry.mine ? you : say(strings, "rest_option"), "data-name": you },
    avatar(entry.mine ? "me" : "none"),
    h("div", { class: "sp-column" }, hint, h("div", { class: "sp-bubble" }, entry.text))
  );
}

// src/safetystring/player/frontend/thread.js
function threads(scenes) {
  let calls = 0;
  return scenes.map((scene2, index) => {
    if (!spoken(scene2.channel)) return `${scene2.channel} ${scene2.name}`;
    if (scenes[index - 1]?.channel !== scene2.channel) calls += 1;
    return `${scene2.channel} ${calls}`;
  });
}

// src/safetystring/player/frontend/log.js
var NOWHERE = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };
var Log = class {
  #stage;
  /** @type {{ entry: SceneEntry, node: HTMLElement }[]} */
  #scenes = [];
  /** Every message on the page, with the family its node is marked with. @type {{ id: string, node: HTMLElement, family: string | null }[]} */
  #marked = [];
  #time = "";
  #rest = false;
  /** The picture of the video call the conversation is in. @type {ReturnType<typeof videoPicture> | null} */
  #picture = null;
  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    this.element = h("div", { class: "sp-log", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
  }
  /** @returns {SceneEntry} the scene the conversation is in */
  get scene() {
    return this.#scenes.at(-1)?.entry ?? NOWHERE;
  }
  clear() {
    this.element.replaceChildren();
    this.#scenes = [];
    this.#marked = [];
    this.#time = "";
    this.#rest = false;
    this.#picture = null;
  }
  /** @param {Entry} entry @param {number} restFrom */
  add(entry, restFrom) {
    if (restFrom > 0 && entry.seq >= restFrom && !this.#rest) this.#openRest();
    if (entry.kind === "scene") {
      this.#addScene(entry);
      return;
    }
    const section = this.#section();
    if (entry.kind === "option") {
      this.#place(section, optionNode(entry, this.#stage));
      return;
    }
    if (entry.time && entry.time !== this.#time && typed(this.scene.channel)) {
      section.append(h("p", { class: "sp-time", "aria-hidden": "true" }, entry.time));
    }
    this.#time = entry.time || this.#time;
    const node = messageNode(entry, this.scene, this.#stage);
    if (entry.form === "frame") this.#picture?.show(entry.attachment);
    this.#place(section, node);
    const family = this.#stage.marks()[entry.id] ?? null;
    this.#marked.push({ id: entry.id, node, family });
    showMark(node, family, this.#stage);
  }
  /** Show all marks as they stand, touching only the messages whose mark is another one. */
  marks() {
    const marks = this.#stage.marks();
    for (const message of this.#marked) {
      const family = marks[message.id] ?? null;
      if (family === message.family) continue;
      message.family = family;
      showMark(message.node, family, this.#stage);
    }
  }
  /**
   * Hide what is not on the screen the conversation is on now.
   *
   * @param {boolean} live
   * @returns {boolean} whether anything is hidden
   */
  focus(live) {
    const names = threads(this.#scenes.map(({ entry }) => entry));
    const present = names.at(-1);
    let hiding = false;
    this.#scenes.forEach(({ node }, index) => {
      node.hidden = live && names[index] !== present;
      hiding ||= node.hidden;
      node.classList.toggle("sp-same", index > 0 && names[index - 1] === names[index] && !node.hasAttribute("data-rest-first"));
    });
    return hiding;
  }
  /** @param {SceneEntry} entry */
  #addScene(entry) {
    const { strings } = this.#stage;
    const before = this.#scenes.at(-1)?.entry;
    const details = [entry.number, entry.about].filter(Boolean).join(" · ");
    const heading2 = h(
      "div",
      { class: "sp-scene-head" },
      icon(CHANNELS[entry.channel].icon),
      h("span", {}, h("b", {}, entry.name), details && h("span", { class: "sp-small" }, details))
    );
    const node = h("section", { class: "sp-scene", "data-channel": entry.channel, lang: tag(strings) }, heading2);
    if (entry.channel === "video") {
      if (before?.channel !== "video" || !this.#picture) this.#picture = videoPicture(strings);
      node.append(this.#picture.element);
    } else this.#picture = null;
    if (handedOver(entry, before)) node.append(handover(entry, strings));
    if (this.#rest) node.classList.add("sp-in-rest");
    if (this.#rest && !this.element.querySelector("[data-rest-first]")) node.setAttribute("data-rest-first", "");
    this.#scenes.push({ entry, node });
    this.#time = "";
    this.element.append(node);
  }
  #section() {
    if (this.#scenes.length === 0) this.#addScene(NOWHERE);
    return this.#scenes.at(-1)?.node ?? this.element;
  }
  #openRest() {
    this.#rest = true;
    const { strings } = this.#stage;
    const card = h("div", { class: "sp-rest-head", tabindex: "-1" });
    append(card, h("h2", {}, say(strings, "rest_title")), h("p", {}, say(strings, "rest_lead")));
    this.element.append(card);
    if (this.#scenes.length > 0) this.#addScene({ ...this.scene, seq: 0 });
  }
  /**
   * Messages of one voice in a row stand close together, and only the first shows who speaks.
   *
   * @param {HTMLElement} section
   * @param {HTMLElement} node
   */
  #place(section, node) {
    const before = section.lastElementChild;
    const side = node.classList.contains("sp-out") ? "sp-out" : "sp-in";
    const same = before instanceof HTMLElement && node.matches(".sp-msg") && before.matches(`.sp-msg.${side}`) && before.dataset["name"] === node.dataset["name"];
    if (same) node.classList.add("sp-cont");
    else if (side === "sp-in" && node.matches(".sp-msg") && node.dataset["name"] !== this.scene.name) {
      node.querySelector(".sp-column")?.prepend(h("div", { class: "sp-name" }, node.dataset["name"] ?? ""));
    }
    section.append(node);
  }
};

// src/safetystring/player/frontend/pace.js
var FACTORS = { slow: 0.6, normal: 1, fast: 1.7, off: 1 };
var SHORTEST = 550;
var LONGEST = 4800;
var RINGING = 12e3;
var CHANGE = 1200;
var SPOKEN = 1.25;
var OWN = 0.5;
var REST = 0.45;
function delay(entry, before, { charsPerSecond, channel, rest, factor = 1 }) {
  const earlier = before?.kind === "message" ? before : null;
  if (entry.kind === "option") return 0;
  if (entry.kind === "scene") {
    if (earlier === null) return 0;
    return channel === "ring" && !rest ? RINGING : CHANGE;
  }
  const speed2 = charsPerSecond > 0 ? charsPerSecond : 12;
  return Math.round(share(entry, earlier, channel, speed2) * (rest ? REST : 1) / factor);
}
function share(entry, earlier, channel, speed2) {
  if (!typed(channel)) return earlier === null ? channel === "ring" ? 0 : SHORTEST : time(earlier, speed2 / SPOKEN);
  if (entry.side === "in") return time(entry, speed2);
  return earlier === null ? 0 : Math.max(SHORTEST, OWN * time(earlier, speed2));
}
function time(message, speed2) {
  return Math.min(LONGEST, Math.max(SHORTEST, message.text.length / speed2 * 1e3));
}

// src/safetystring/player/frontend/prefs.js
var STEM = "safetystring.";
var SPEEDS = ["slow", "normal", "fast", "off"];
var remembered = /* @__PURE__ */ new Map();
function recall(name2) {
  let value2 = remembered.get(name2);
  if (value2 !== void 0) return value2;
  try {
    value2 = window.localStorage.getItem(STEM + name2) ?? "";
  } catch {
    value2 = "";
  }
  remembered.set(name2, value2);
  return value2;
}
function remember(name2, value2) {
  remembered.set(name2, value2);
  try {
    window.localStorage.setItem(STEM + name2, value2);
  } catch {
  }
}
function speed() {
  const found = recall("pace");
  return SPEEDS.find((known) => known === found) ?? "normal";
}
function setSpeed(value2) {
  remember("pace", value2);
}
function paceOff() {
  return speed() === "off";
}
function switchedOn(name2) {
  return recall(name2) === "on";
}
function switchOn(name2, on) {
  remember(name2, on ? "on" : "off");
}

// src/safetystring/player/frontend/queue.js
var AGAIN = 250;
var Queue = class {
  /** @type {Entry[]} */
  #waiting = [];
  /** @type {ReturnType<typeof setTimeout> | null} */
  #timer = null;
  #playing = false;
  #paused = false;
  #hooks;
  /** @param {QueueHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }
  get playing() {
    return this.#playing;
  }
  /** @param {Entry[]} entries */
  push(entries) {
    if (entries.length === 0) return;
    this.#waiting.push(...entries);
    if (!this.#playing) {
      this.#playing = true;
      this.#hooks.playing(true);
      this.#next();
    }
  }
  /** Nothing moves until it is told to go on. */
  pause() {
    this.#paused = true;
    this.#stop();
  }
  resume() {
    if (!this.#paused) return;
    this.#paused = false;
    if (this.#playing) this.#later(AGAIN);
  }
  /** Paint what is expected now, without waiting any longer. */
  hurry() {
    if (this.#timer === null) return;
    this.#stop();
    this.#take();
  }
  /** Paint all that waits. */
  skip() {
    if (!this.#playing) return;
    this.#paused = false;
    this.#stop();
    for (const entry of this.#waiting.splice(0)) this.#hooks.paint(entry);
    this.#rest();
  }
  /** Forget all that waits, saying nothing. */
  clear() {
    this.#stop();
    this.#waiting = [];
    this.#playing = this.#paused = false;
  }
  /** @param {number} wait */
  #later(wait) {
    this.#stop();
    if (!this.#paused) this.#timer = setTimeout(() => this.#take(), wait);
  }
  #stop() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
  #rest() {
    this.#hooks.settle();
    if (this.#waiting.length > 0 || !this.#playing) return;
    this.#playing = false;
    this.#hooks.playing(false);
  }
  /** Paint what takes no time, then wait for what does. How long depends on what has been painted before. */
  #next() {
    for (let entry = this.#waiting[0]; entry; entry = this.#waiting[0]) {
      const wait = this.#hooks.wait(entry);
      if (wait > 0) {
        this.#rest();
        this.#hooks.expect(entry);
        this.#later(wait);
        return;
      }
      this.#waiting.shift();
      this.#hooks.paint(entry);
    }
    this.#rest();
  }
  #take() {
    this.#timer = null;
    if (this.#hooks.held?.()) {
      this.#later(AGAIN);
      return;
    }
    const entry = this.#waiting.shift();
    if (entry) this.#hooks.paint(entry);
    this.#next();
  }
};

// src/safetystring/player/frontend/confirm.js
function confirm({ host, title, text, yes, no, agreed }) {
  const close = openSheet({
    host,
    title,
    close: no,
    className: "sp-sheet-small",
    content: [
      h("p", { class: "sp-sheet-text" }, text),
      h(
        "div",
        { class: "sp-pair" },
        h("button", { type: "button", class: "sp-button", onclick: () => close() }, no),
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), agreed()) }, yes)
      )
    ]
  });
}

// src/safetystring/player/frontend/download.js
function openDownload(stage) {
  const { strings, host } = stage;
  const [id, hint] = [uid("code"), uid("hint")];
  const field = h("input", {
    id,
    type: "text",
    class: "sp-field",
    maxlength: 24,
    pattern: "[A-Za-z0-9\\-]*",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": hint
  });
  const form = h(
    "form",
    { class: "sp-form" },
    h("label", { for: id, class: "sp-label" }, say(strings, "download_code")),
    field,
    h("p", { class: "sp-small", id: hint }, say(strings, "download_hint")),
    h("button", { type: "submit", class: "sp-button sp-strong sp-wide" }, say(strings, "download_go"))
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    stage.send("download", { code: field.value.trim() });
    close();
  });
  const close = openSheet({ host, title: say(strings, "download"), close: say(strings, "close"), className: "sp-sheet-small", content: [form] });
}
function bytes(data) {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}
function save(file) {
  if (!file.data || !file.name) return false;
  const url = URL.createObjectURL(new Blob([bytes(file.data)], { type: file.mime || "application/octet-stream" }));
  h("a", { href: url, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 6e4);
  return true;
}

// src/safetystring/player/frontend/contacts.js
var DIALLABLE = /^\+?[\d\s().-]{2,24}$/;
function value(contact) {
  if (!DIALLABLE.test(contact.value)) return h("span", { class: "sp-contact-site", translate: "no" }, contact.value);
  return h("a", { class: "sp-contact-number", href: `tel:${contact.value.replace(/[^\d+]/g, "")}`, translate: "no" }, icon("phone"), contact.value);
}
function contactList(contacts, strings) {
  const ordered = [...contacts].sort((a, b) => Number(b.urgent) - Number(a.urgent));
  return h(
    "ul",
    { class: "sp-contacts", lang: tag(strings) },
    ordered.map(
      (contact) => h(
        "li",
        { class: `sp-contact${contact.urgent ? " sp-urgent" : ""}` },
        h(
          "div",
          { class: "sp-contact-head" },
          h("span", { class: "sp-contact-name" }, contact.name),
          contact.urgent && h("span", { class: "sp-pill" }, say(strings, "help_urgent"))
        ),
        h("div", { class: "sp-contact-for" }, contact.purpose),
        value(contact),
        h(
          "div",
          { class: "sp-contact-small" },
          contact.hours && h("span", {}, say(strings, "help_hours", { hours: contact.hours })),
          contact.checked_on && h("span", {}, say(strings, "help_checked", { date: date(strings, contact.checked_on) })),
          !contact.certain && h("span", { class: "sp-unsure" }, icon("info"), say(strings, "help_uncertain"))
        )
      )
    )
  );
}

// src/safetystring/player/frontend/help.js
function openHelp(stage) {
  const { strings, host } = stage;
  const dialog = openDialog({
    host,
    title: say(strings, "help_title"),
    close: say(strings, "help_back"),
    className: "sp-help",
    lang: tag(strings),
    content: [
      h("p", { class: "sp-help-lead" }, say(strings, "help_lead")),
      contactList(stage.model.get("about").help ?? [], strings),
      h("p", { class: "sp-help-blame" }, say(strings, "help_blame")),
      h("p", { class: "sp-small" }, say(strings, "help_free")),
      h("button", { type: "button", class: "sp-button sp-wide", onclick: () => dialog.close() }, say(strings, "help_back"))
    ]
  });
}

// src/safetystring/player/frontend/acts.js
function ask(stage, stem, no, agreed) {
  const { strings, host } = stage;
  confirm({ host, title: say(strings, `${stem}_title`), text: say(strings, `${stem}_text`), yes: say(strings, `${stem}_yes`), no, agreed });
}
function leave(stage) {
  ask(stage, "leave", say(stage.strings, "leave_no"), () => stage.send("leave"));
}
function restart(stage) {
  ask(stage, "restart", say(stage.strings, "restart_no"), () => stage.send("restart"));
}
function skipTheme(stage) {
  ask(stage, "skip_theme", say(stage.strings, "cancel"), () => stage.send("skip_theme"));
}
function help(stage) {
  stage.send("help");
  openHelp(stage);
}
function download(stage) {
  openDownload(stage);
}

// src/safetystring/player/frontend/ringing.js
function ringing(stage, answer) {
  const { strings } = stage;
  return h(
    "div",
    { class: "sp-ringing", hidden: true },
    h("button", { type: "button", class: "sp-pick sp-decline", onclick: () => leave(stage) }, icon("hangup"), h("span", {}, say(strings, "decline"))),
    h("button", { type: "button", class: "sp-pick sp-answer", onclick: answer }, icon("phone"), h("span", {}, say(strings, "answer")))
  );
}

// src/safetystring/player/frontend/speech.js
var LONGEST2 = 30;
var PITCHES = [1, 0.86, 1.14, 0.94, 1.06];
var engine = () => typeof window !== "undefined" && "speechSynthesis" in window ? window.speechSynthesis : null;
var region = (voice3) => voice3.lang.toLowerCase().replace("_", "-");
function localVoices(tag2, voices = engine()?.getVoices() ?? []) {
  const wanted = tag2.toLowerCase();
  const language = wanted.split("-")[0] ?? "";
  const spoken2 = voices.filter((voice3) => {
    const its = region(voice3);
    return voice3.localService === true && its.split("-")[0] === language && its !== "zh-hk";
  });
  return spoken2.sort((a, b) => Number(region(b) === wanted) - Number(region(a) === wanted));
}
function onVoices(call) {
  const found = engine();
  found?.addEventListener?.("voiceschanged", call);
  return () => found?.removeEventListener?.("voiceschanged", call);
}
var Speech = class {
  /** Speakers in the order in which they were first heard. @type {string[]} */
  #speakers = [];
  #since = 0;
  #speaking = false;
  get speaking() {
    return this.#speaking && performance.now() - this.#since < LONGEST2 * 1e3;
  }
  /**
   * @param {string} text
   * @param {string} who
   * @param {string} tag
   * @param {number} [rate]
   */
  speak(text, who, tag2, rate = 1) {
    const voices = localVoices(tag2);
    const found = engine();
    if (!found || voices.length === 0 || text === "") return;
    if (!this.#speakers.includes(who)) this.#speakers.push(who);
    const place2 = this.#speakers.indexOf(who);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voices[place2 % voices.length] ?? null;
    utterance.lang = tag2;
    utterance.rate = rate;
    utterance.pitch = PITCHES[Math.floor(place2 / voices.length) % PITCHES.length] ?? 1;
    utterance.onend = utterance.onerror = () => this.#speaking = false;
    found.cancel();
    this.#speaking = true;
    this.#since = performance.now();
    found.speak(utterance);
  }
  stop() {
    if (!this.#speaking) return;
    this.#speaking = false;
    engine()?.cancel();
  }
};

// src/safetystring/player/frontend/conversation.js
var PACED = /* @__PURE__ */ new Set(["play", "rest"]);
var NEAR = 90;
var REPORT = 400;
var OWN_SCROLL = 500;
var LOOKS_BACK = 400;
var BACK = /* @__PURE__ */ new Set(["ArrowUp", "PageUp", "Home"]);
var Conversation = class {
  #stage;
  #hooks;
  #log;
  #queue;
  #lead = h("div", { class: "sp-lead", hidden: true });
  #accounts = h("div", { class: "sp-lead", hidden: true });
  #earlier;
  #dots = h("div", { class: "sp-dots", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  #ringing;
  #speech = new Speech();
  #follow = true;
  #open = false;
  /** Whether the kernel was lost in the middle of playing. */
  #cut = false;
  #moved = 0;
  /** When a hand last began to scroll back. */
  #back = -Infinity;
  #smooth = false;
  #scrolling = 0;
  #reporting = 0;
  /** Messages on the page that the kernel was not told of yet. @type {string[]} */
  #unreported = [];
  /** Painted and not yet settled. @type {Entry[]} */
  #fresh = [];
  /** @type {Phase} */
  #phase = "play";
  /** @type {Entry | null} */
  #last = null;
  /** @type {ResizeObserver | null} */
  #resized = null;
  /** Highest `seq` on the page. */
  painted = 0;
  /**
   * @param {Stage} stage
   * @param {ConversationHooks} hooks
   */
  constructor(stage, hooks) {
    this.#stage = stage;
    this.#hooks = hooks;
    this.#log = new Log(stage);
    this.#earlier = h("button", { type: "button", class: "sp-earlier", hidden: true, onclick: () => this.#showEarlier() }, icon("up"), say(stage.strings, "show_earlier"));
    this.#ringing = ringing(stage, () => this.#answer());
    this.element = h("div", { class: "sp-scroll", role: "region", tabindex: "0" }, this.#lead, this.#accounts, this.#earlier, this.#log.element, this.#dots, this.#ringing);
    this.element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.element.addEventListener("wheel", ({ deltaY }) => deltaY < 0 && this.#looksBack(), { passive: true });
    this.element.addEventListener("touchmove", () => this.#looksBack(), { passive: true });
    this.element.addEventListener("keydown", ({ key }) => BACK.has(key) && this.#looksBack());
    this.element.addEventListener("pointerdown", ({ target }) => target === this.element && this.#looksBack());
    this.#queue = new Queue({
      wait: (entry) => this.#wait(entry),
      expect: (entry) => this.#expect(entry),
      paint: (entry) => this.#paint(entry),
      settle: () => this.#settle(true),
      playing: (playing) => this.#playing(playing),
      held: () => this.#speech.speaking
    });
    if (typeof ResizeObserver !== "undefined") {
      this.#resized = new ResizeObserver(() => this.#follows && this.#toEnd(this.#smooth && performance.now() - this.#moved < OWN_SCROLL));
      this.#resized.observe(this.element);
      this.#resized.observe(this.#log.element);
    }
  }
  get playing() {
    return this.#queue.playing || this.#cut;
  }
  /** The scene the conversation is in. */
  get scene() {
    return this.#log.scene;
  }
  /**
   * Paint from the model: what was painted before at once, the rest in its time.
   *
   * @param {number} upto highest `seq` that has been painted before
   */
  restore(upto) {
    this.#queue.clear();
    this.#log.clear();
    this.#last = null;
    this.#dots.hidden = this.#ringing.hidden = true;
    this.painted = 0;
    this.#phase = this.#stage.model.get("phase");
    this.#follow = true;
    this.element.setAttribute("aria-busy", "true");
    const entries = this.#stage.model.get("entries") ?? [];
    const paced = PACED.has(this.#phase);
    for (const entry of entries) if (!paced || entry.seq <= upto) this.#paint(entry);
    this.#settle(false);
    this.element.setAttribute("aria-busy", "false");
    this.setPhase(this.#phase);
    this.#queue.push(paced ? entries.filter((entry) => entry.seq > upto) : []);
    if (!this.#queue.playing) this.#hooks.playing(false);
  }
  /** @param {Entry[]} entries */
  push(entries) {
    if (entries.some((entry) => entry.kind === "option" && entry.mine)) this.#follow = true;
    this.#queue.push(entries.filter((entry) => entry.seq > this.painted));
  }
  /** @param {Phase} phase */
  setPhase(phase) {
    const before = this.#phase;
    this.#phase = phase;
    if (!PACED.has(phase) && this.#queue.playing) {
      this.restore(Infinity);
      return;
    }
    const { strings } = this.#stage;
    this.#open = false;
    this.#look();
    this.#lead.hidden = phase !== "review";
    this.#lead.replaceChildren();
    const asked = phase === "review" ? accountsQuestion(this.#stage) : null;
    this.#accounts.hidden = asked === null;
    this.#accounts.replaceChildren(...asked ? [asked] : []);
    if (phase === "review") {
      this.#lead.append(h("h2", {}, say(strings, "review_title")), h("p", {}, say(strings, "review_lead")));
      this.#follow = false;
      this.element.scrollTop = 0;
    } else if (before !== phase) this.#toEnd(false);
    this.marks();
  }
  marks() {
    this.#log.marks();
    if (this.#follows) this.#toEnd(false);
    const { strings } = this.#stage;
    if (this.#phase !== "review" || this.#stage.families().length === 0) return;
    this.#lead.querySelector(".sp-count")?.remove();
    this.#lead.append(h("p", { class: "sp-count", role: "status" }, icon("flagged"), say(strings, "marks_count", { n: Object.keys(this.#stage.marks()).length })));
  }
  /** @param {boolean} on whether to stop until told to go on */
  pause(on) {
    this.#speech.stop();
    if (on) this.#queue.pause();
    else this.#queue.resume();
  }
  skip() {
    this.#speech.stop();
    this.#queue.skip();
    this.#follow = true;
    this.#toEnd(false);
  }
  /** Nothing more appears: what would be painted now could not be saved. */
  halt() {
    this.#cut = this.#queue.playing;
    this.#speech.stop();
    this.#queue.clear();
    this.#dots.hidden = this.#ringing.hidden = true;
    this.#hooks.typing(false);
    if (!this.#cut) this.#hooks.playing(false);
  }
  end() {
    this.#speech.stop();
    cancelAnimationFrame(this.#scrolling);
    cancelAnimationFrame(this.#reporting);
    this.#tell();
    this.#queue.clear();
    this.#resized?.disconnect();
  }
  /** @param {Entry} entry */
  #wait(entry) {
    if (paceOff()) return 0;
    const charsPerSecond = Number(this.#stage.strings["chars_per_second"]) || 0;
    return delay(entry, this.#last, { charsPerSecond, channel: this.#log.scene.channel, rest: this.#phase === "rest", factor: FACTORS[speed()] });
  }
  /** @param {Entry} entry */
  #expect(entry) {
    this.#ringing.hidden = !(entry.kind === "scene" && this.#log.scene.channel === "ring" && this.#phase === "play");
    const theirs = entry.kind === "message" && entry.side === "in" && !screen(this.#log.scene.channel);
    this.#dots.hidden = !theirs;
    this.#hooks.typing(theirs);
    if (theirs) this.#soon(true);
  }
  /** @param {Entry} entry */
  #paint(entry) {
    this.#log.add(entry, this.#stage.model.get("rest_from"));
    this.painted = Math.max(this.painted, entry.seq);
    this.#last = entry;
    this.#fresh.push(entry);
  }
  /**
   * Bring the page up to what was painted since the last time.
   *
   * @param {boolean} report whether the kernel is to know
   */
  #settle(report) {
    const fresh = this.#fresh.splice(0);
    if (fresh.length === 0) return;
    this.#dots.hidden = this.#ringing.hidden = true;
    if (fresh.some((entry) => entry.kind === "scene")) {
      this.#open = false;
      this.#hooks.scene(this.#log.scene);
    }
    this.#look();
    this.#hooks.typing(false);
    this.#soon(report && fresh.length === 1);
    if (report && fresh.length === 1 && switchedOn("voice")) this.#readAloud(fresh[0]);
    const ids = fresh.filter((entry) => entry.kind === "message").map((entry) => entry.id);
    if (report && ids.length > 0) this.#report(ids);
  }
  /**
   * Tell the kernel once the frame is on the screen: then it is true, and the answer does not hold the frame up.
   *
   * @param {string[]} ids
   */
  #report(ids) {
    this.#unreported.push(...ids);
    if (this.#reporting) return;
    this.#reporting = requestAnimationFrame(() => setTimeout(() => this.#tell(), 0));
  }
  #tell() {
    this.#reporting = 0;
    const ids = this.#unreported.splice(0);
    if (ids.length === 0) return;
    for (let first = 0; first < ids.length; first += REPORT) this.#stage.send("shown", { ids: ids.slice(first, first + REPORT) });
    this.#stage.model.set("shown", this.painted);
  }
  /** @param {Entry | undefined} entry */
  #readAloud(entry) {
    if (entry?.kind !== "message" || this.#phase !== "play") return;
    const who = entry.side === "in" ? entry.name || this.#log.scene.name : entry.side;
    this.#speech.speak(entry.text, who, tag(this.#stage.strings), FACTORS[speed()] ** 0.5);
  }
  /** The buttons of the ringing phone go; whoever pressed one is now in the call. */
  #answer() {
    this.#queue.hurry();
    this.element.focus({ preventScroll: true });
  }
  /** Show one screen of the phone while it is lived, everything afterwards. */
  #look() {
    const live = this.#phase === "play" && !this.#open;
    const hiding = this.#log.focus(live);
    const { strings } = this.#stage;
    const { name: name2, channel } = this.#log.scene;
    this.#earlier.hidden = !hiding || channel === "ring";
    this.element.dataset["live"] = live ? channel : "all";
    const label2 = live && (channel === "call" || channel === "video") ? say(strings, "call_captions") : say(strings, "conversation_with", { name: name2 });
    this.element.setAttribute("aria-label", label2);
    this.#log.element.setAttribute("aria-label", label2);
  }
  #showEarlier() {
    this.#open = true;
    this.#follow = false;
    const before = this.element.scrollHeight - this.element.scrollTop;
    this.#look();
    this.element.scrollTop = this.element.scrollHeight - before;
    this.element.focus({ preventScroll: true });
  }
  /** @param {boolean} playing */
  #playing(playing) {
    this.#hooks.playing(playing);
    if (!playing) this.#soon(false);
  }
  /** Whether the end is kept in sight now. */
  get #follows() {
    return this.#follow && performance.now() - this.#back >= LOOKS_BACK;
  }
  /** A hand scrolls back: what moves from here is not ours, and nothing pulls it to the end again. */
  #looksBack() {
    this.#back = performance.now();
    this.#moved = -Infinity;
  }
  /** The learner scrolled: follow again from the end, stop following elsewhere. Our own scrolling says nothing. */
  #scrolled() {
    if (performance.now() - this.#moved < OWN_SCROLL) return;
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    this.#follow = scrollHeight - scrollTop - clientHeight < NEAR;
  }
  /**
   * Go to the end in the frame to come, if it is followed: one layout, however much is painted until then.
   *
   * @param {boolean} smooth
   */
  #soon(smooth) {
    if (!this.#follows) return;
    this.#moved = performance.now();
    this.#smooth = smooth;
    if (this.#scrolling) return;
    this.#scrolling = requestAnimationFrame(() => {
      this.#scrolling = 0;
      if (this.#follows) this.#toEnd(this.#smooth);
    });
  }
  /** @param {boolean} smooth */
  #toEnd(smooth) {
    const calm = typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#moved = performance.now();
    this.#smooth = smooth;
    this.element.scrollTo?.({ top: this.#end(), behavior: smooth && !calm ? "smooth" : "instant" });
  }
  /** The end of the conversation; where there is a screen to read, the beginning of what is new on it. */
  #end() {
    const { scrollHeight } = this.element;
    const parts = screen(this.#log.scene.channel) ? [...this.#log.element.lastElementChild?.children ?? []] : [];
    const answered = parts.findLastIndex((part2) => part2.matches(".sp-act, .sp-out"));
    const first = parts.slice(answered + 1).find((part2) => part2.matches(".sp-full"));
    if (!first) return scrollHeight;
    const top = first.getBoundingClientRect().top - this.element.getBoundingClientRect().top + this.element.scrollTop;
    return Math.min(scrollHeight, Math.max(0, top - 10));
  }
};

// src/safetystring/player/frontend/copy.js
var SAID = 2500;
function copyButton(text, strings) {
  const label2 = h("span", { "aria-live": "polite" }, say(strings, "copy"));
  const button = h("button", { type: "button", class: "sp-copy" }, icon("copy"), label2);
  button.addEventListener("click", async () => {
    label2.textContent = say(strings, await put(text, button) ? "copied" : "copy_failed");
    setTimeout(() => label2.textContent = say(strings, "copy"), SAID);
  });
  return button;
}
async function put(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
  }
  const field = h("textarea", { class: "sp-hidden", "aria-hidden": "true", tabindex: "-1" });
  field.value = text;
  near.after(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  field.remove();
  near.focus({ preventScroll: true });
  return done;
}

// src/safetystring/player/frontend/decision.js
var ICONS = { safe: "check", cautious: "half", harmful: "info" };
function decisionCard(decision, strings) {
  const { prompt, chosen, rating, consequence, better } = decision;
  return h(
    "article",
    { class: "sp-decision", "data-rating": rating ?? "none" },
    h("h3", {}, prompt),
    chosen ? h("p", { class: "sp-chosen" }, h("span", { class: "sp-small" }, say(strings, "chosen")), h("span", {}, chosen)) : h("p", { class: "sp-small" }, say(strings, "not_reached")),
    rating && h("span", { class: "sp-result", "data-rating": rating }, icon(ICONS[rating]), h("span", {}, say(strings, `rating_${rating}`))),
    consequence && h("p", {}, consequence),
    better && rating !== "safe" && h("div", { class: "sp-item-more sp-item-say" }, h("h4", {}, say(strings, "better")), h("p", {}, better))
  );
}

// src/safetystring/player/frontend/profile.js
var SHARP = [0.5, 1.5, 2.5];
var LEANING = 0.3;
var SCALES = { sharpness: [-0.5, 4], suspicion: [-1.5, 1.5] };
function place(value2, [low = 0, high = 1]) {
  return Math.round(Math.min(1, Math.max(0, (value2 - low) / (high - low))) * 1e3) / 10;
}
function sharpness(d) {
  return `profile_sharp_${SHARP.filter((from) => d >= from).length}`;
}
function suspicion({ value: value2, low, high }) {
  if (high < 0 && value2 < -LEANING) return "profile_suspicious";
  if (low > 0 && value2 > LEANING) return "profile_trusting";
  return "profile_balanced";
}
function gauge(what, found, words, strings) {
  const turned = what === "suspicion" ? { value: -found.value, low: -found.high, high: -found.low } : found;
  const [at, from, to] = [turned.value, turned.low, turned.high].map((value2) => place(value2, SCALES[what]));
  return h(
    "div",
    { class: "sp-gauge" },
    h("h3", {}, say(strings, `profile_${what}`)),
    h("p", {}, words),
    h(
      "div",
      { class: "sp-gauge-track", "aria-hidden": "true", "data-what": what },
      h("i", { class: "sp-gauge-range", style: `left:${from}%;width:${Math.max(2, (to ?? 0) - (from ?? 0))}%` }),
      h("i", { class: "sp-gauge-dot", style: `left:${at}%` })
    ),
    h("div", { class: "sp-gauge-ends", "aria-hidden": "true" }, h("span", {}, say(strings, `profile_${what}_low`)), h("span", {}, say(strings, `profile_${what}_high`)))
  );
}
function bar({ met, caught, wrongly }, name2, strings) {
  return h(
    "li",
    { class: "sp-bar-row" },
    h("span", { class: "sp-bar-name" }, name2),
    h("span", { class: "sp-bar-track", "aria-hidden": "true" }, met > 0 && h("i", { style: `width:${caught / met * 100}%` })),
    h(
      "span",
      { class: "sp-bar-words" },
      met > 0 ? say(strings, "profile_caught", { caught, met }) : say(strings, "profile_none_met"),
      wrongly > 0 && h("span", {}, say(strings, "profile_wrongly", { n: wrongly }))
    )
  );
}
function table(title, rows2, name2, strings) {
  return rows2.length > 0 && h("div", { class: "sp-bars" }, h("h3", {}, title), h("ul", {}, rows2.map((row3) => bar(row3, name2(row3), strings))));
}
function profileSection(profile, strings) {
  if (!profile || !(profile.runs > 0)) return null;
  const { runs, signals, noise, needed, sharpness: d, suspicion: c, trend, families = [], channels = [] } = profile;
  return h(
    "section",
    { class: "sp-section sp-profile" },
    h("h2", {}, say(strings, "profile_title")),
    h("p", {}, say(strings, "profile_lead", { runs, signals, noise })),
    d && c ? h("div", { class: "sp-gauges" }, gauge("sharpness", d, say(strings, sharpness(d.value)), strings), gauge("suspicion", c, say(strings, suspicion(c)), strings)) : h("p", { class: "sp-profile-few" }, say(strings, "profile_few", { needed })),
    d && h("p", { class: "sp-small" }, say(strings, "profile_uncertain")),
    trend && h("p", { class: "sp-profile-trend" }, [say(strings, `profile_sharper_${trend.sharper}`), say(strings, `profile_wary_${trend.suspicious}`)].join(tag(strings).startsWith("zh") ? "" : " ")),
    table(say(strings, "profile_families"), families, (row3) => row3.name ?? row3.id, strings),
    table(say(strings, "profile_channels"), channels, (row3) => say(strings, `channel_${row3.id}`) || row3.id, strings)
  );
}

// src/safetystring/player/frontend/item.js
var ICONS2 = { hit: "check", late: "late", wrong_family: "half", miss: "miss", false_alarm: "info", correct: "check" };
var ORDER = ["hit", "late", "wrong_family", "miss", "false_alarm", "correct"];
function resultChip(result, strings, before = "") {
  return h("span", { class: "sp-result", "data-result": result }, icon(ICONS2[result]), h("span", {}, `${before}${say(strings, `result_${result}`)}`));
}
function tally(items, strings) {
  const counts = ORDER.map((result) => ({ result, n: items.filter((item) => item.result === result).length })).filter(({ n }) => n > 0);
  return h("ul", { class: "sp-tally" }, counts.map(({ result, n }) => h("li", {}, resultChip(result, strings, `${n} × `))));
}
function safeUrl(url) {
  return typeof url === "string" && /^https:\/\/[^\s]+$/i.test(url) ? url : null;
}
function kind(item, stage) {
  const { strings } = stage;
  const family = (id) => id ? stage.family(id)?.name ?? id : null;
  const [theirs, right] = [family(item.marked_family), family(item.family)];
  const wrong = item.result === "wrong_family" && theirs && right;
  return [
    item.kind === "lookalike" && h("p", { class: "sp-item-flag" }, h("b", {}, say(strings, "kind_lookalike"))),
    item.red_flag && h("p", { class: "sp-item-flag" }, h("b", {}, item.red_flag), right && !wrong && h("span", { class: "sp-small" }, right)),
    wrong && h("p", { class: "sp-item-families" }, h("span", {}, say(strings, "family_yours", { family: theirs })), h("span", {}, say(strings, "family_right", { family: right }))),
    item.decisive && h("p", { class: "sp-decisive" }, icon("star"), say(strings, "decisive"))
  ];
}
function itemCard(item, stage, { inPlace = false, first = false } = {}) {
  const { strings } = stage;
  const url = safeUrl(item.url);
  const source = item.source ? say(strings, "source", { source: item.source }) : "";
  return h(
    "article",
    { class: `sp-item-card${inPlace ? " sp-in-place" : ""}`, "data-result": item.result, "data-message": item.message },
    inPlace ? null : h("blockquote", { class: "sp-quote" }, item.quote),
    h("div", { class: "sp-in-place-head" }, resultChip(item.result, strings), first && h("span", { class: "sp-first-here" }, say(strings, "first_here"))),
    kind(item, stage),
    h("p", { class: "sp-item-why" }, item.why),
    item.instead && h("div", { class: "sp-item-more" }, h("h3", {}, say(strings, "instead")), h("p", {}, item.instead)),
    item.say && h("div", { class: "sp-item-more sp-item-say" }, h("h3", {}, say(strings, "say_here")), h("p", {}, item.say), copyButton(item.say, strings)),
    source && h("p", { class: "sp-item-source" }, url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, source) : source)
  );
}

// src/safetystring/player/frontend/replay.js
var FOLD = 3;
var LEAD = 1;
var NOWHERE2 = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };
function heading(scene2) {
  return h("li", { class: "sp-replay-scene" }, icon(CHANNELS[scene2.channel].icon), h("b", {}, scene2.name));
}
function otherMark({ strings }, message) {
  return h(
    "div",
    { class: "sp-item-card sp-in-place", "data-result": "false_alarm", "data-message": message },
    h("span", { class: "sp-result", "data-result": "false_alarm" }, icon("info"), h("span", {}, say(strings, "result_false_alarm"))),
    h("p", { class: "sp-item-why" }, say(strings, "replay_other"))
  );
}
function folded(rows2, { strings }) {
  const made = [];
  let run = [];
  const close = (lead) => {
    const hidden = run.length >= FOLD + lead ? run.slice(0, run.length - lead) : [];
    if (hidden.length > 0) {
      const summary = h("summary", {}, icon("up"), say(strings, "replay_more", { n: hidden.length }));
      made.push(h("li", { class: "sp-replay-fold" }, h("details", {}, summary, h("ol", { class: "sp-replay-list" }, hidden))));
    }
    made.push(...run.slice(hidden.length));
    run = [];
  };
  for (const { node, plain } of rows2) {
    if (plain) run.push(node);
    else {
      close(node.classList.contains("sp-replay-scene") ? 0 : LEAD);
      made.push(node);
    }
  }
  close(0);
  return made;
}
function row(entry, scene2, { items, others, sign }, stage) {
  const item = items.get(entry.id);
  const node = messageNode({ ...entry, markable: false }, scene2, stage);
  if (item) {
    const card = itemCard(item, stage, { inPlace: true, first: entry.id === sign });
    return { node: h("li", { class: "sp-replay-row", "data-result": item.result }, node, card), plain: false };
  }
  if (!others.has(entry.id)) return { node: h("li", { class: "sp-replay-row" }, node), plain: true };
  return { node: h("li", { class: "sp-replay-row", "data-result": "false_alarm" }, node, otherMark(stage, entry.id)), plain: false };
}
function rows(notes, stage) {
  const restFrom = stage.model.get("rest_from") || Infinity;
  const made = [];
  let scene2 = NOWHERE2;
  let rest = false;
  for (const entry of stage.model.get("entries") ?? []) {
    if (entry.seq >= restFrom && !rest) {
      rest = true;
      made.push({ node: h("li", { class: "sp-replay-rest" }, say(stage.strings, "replay_rest")), plain: false });
    }
    if (entry.kind === "message") made.push(row(entry, scene2, notes, stage));
    else if (entry.kind === "option") made.push({ node: h("li", { class: "sp-replay-row" }, optionNode(entry, stage)), plain: true });
    else {
      if (entry.name !== scene2.name) made.push({ node: heading(entry), plain: false });
      scene2 = entry;
    }
  }
  return made;
}
function replay({ items: explained = [], other_marks: others = [], noticed: noticed2, first_sign: first }, stage) {
  if (explained.length + others.length === 0) return null;
  const { strings } = stage;
  const items = new Map(explained.map((item) => [item.message, item]));
  const list2 = rows({ items, others: new Set(others.map(({ message }) => message)), sign: noticed2?.first ?? first }, stage);
  const there = new Set(stage.model.get("entries").map((entry) => entry.kind === "message" && entry.id));
  const cues = explained.filter((item) => item.kind === "cue");
  return h(
    "section",
    { class: "sp-section sp-replay" },
    h("h2", {}, say(strings, "items_title")),
    cues.length > 0 && tally(cues, strings),
    h("ol", { class: "sp-replay-list" }, folded(list2, stage)),
    explained.filter(({ message }) => !there.has(message)).map((item) => itemCard(item, stage))
  );
}

// src/safetystring/player/frontend/score.js
function scorePanel({ score, cells = [] }, strings) {
  if (!score || !(score.max > 0)) return null;
  const percent = typeof score.discernment === "number" ? Math.round(Math.max(0, score.discernment) * 100) : null;
  return h(
    "section",
    { class: "sp-section sp-score" },
    h("h2", {}, say(strings, "score_title")),
    h("p", { class: "sp-points" }, say(strings, "score_points", { points: number(strings, score.points), max: number(strings, score.max) })),
    percent !== null && h("p", { class: "sp-discernment" }, say(strings, "discernment", { percent })),
    percent !== null && h("div", { class: "sp-meter", "aria-hidden": "true" }, h("i", { style: `width:${Math.min(100, percent)}%` })),
    percent !== null && h("p", { class: "sp-small" }, say(strings, "discernment_hint")),
    cells.length > 0 && h(
      "details",
      { class: "sp-cells" },
      h("summary", {}, say(strings, "score_details")),
      h("table", {}, h("tbody", {}, cells.map((cell) => h("tr", {}, h("th", { scope: "row" }, cell.label), h("td", {}, `${number(strings, cell.points)} / ${number(strings, cell.max)}`)))))
    )
  );
}

// src/safetystring/player/frontend/takeaway.js
var PRINT = `
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
var DIALLABLE2 = /^\+?[\d\s().-]{2,24}$/;
function line(contact, strings) {
  const checked = [say(strings, "help_checked", { date: date(strings, contact.checked_on) }), contact.certain ? "" : say(strings, "help_uncertain")].filter(Boolean).join(" · ");
  const number2 = DIALLABLE2.test(contact.value) ? h("a", { class: "sp-card-number", href: `tel:${contact.value.replace(/[^\d+]/g, "")}`, translate: "no" }, contact.value) : h("span", { class: "sp-card-number", translate: "no" }, contact.value);
  return h("li", {}, h("span", {}, contact.name, h("span", { class: "sp-small" }, checked)), number2);
}
function takeawayCard(takeaway, strings) {
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
    h("div", { class: "sp-card-foot" }, say(strings, "takeaway_foot"))
  );
  const print = h("button", { type: "button", class: "sp-card-print", onclick: () => printAlone(card, takeaway.title) }, icon("print"), h("span", {}, say(strings, "takeaway_print")));
  return h("div", { class: "sp-takeaway" }, card, print);
}
function printAlone(element, title) {
  const frame = h("iframe", { class: "sp-hidden", "aria-hidden": "true", tabindex: "-1", title });
  element.ownerDocument.body.append(frame);
  const page2 = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page2 || !view) {
    frame.remove();
    return;
  }
  page2.documentElement.lang = element.lang;
  page2.title = title;
  const style = page2.createElement("style");
  style.textContent = PRINT;
  page2.head.append(style);
  page2.body.append(page2.importNode(element, true));
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}

// src/safetystring/player/frontend/debrief.js
var OWN2 = (
  /** @type {const} */
  ["looked_up", "verified", "told", "reported"]
);
function debriefScreen(stage) {
  const { strings } = stage;
  const debrief = stage.model.get("debrief") ?? {};
  const screen2 = h("div", { class: "sp-screen sp-debrief", lang: tag(strings) });
  const told = debrief.truth !== void 0;
  screen2.append(...told ? [...full(debrief, stage), readButton(stage)] : [waiting(debrief, stage)], buttons(stage));
  return screen2;
}
function waiting(debrief, stage) {
  const { strings } = stage;
  return h(
    "section",
    { class: "sp-verdict-card" },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "debrief_title")),
    h("p", {}, say(strings, debrief.missing ? "debrief_missing" : "debrief_later"))
  );
}
function full(debrief, stage) {
  const { strings } = stage;
  const { decisions = [], real = "" } = debrief;
  return [
    opening(debrief, stage),
    part(say(strings, "what_happened"), "sp-summary", [debrief.summary ? h("p", {}, debrief.summary) : null, firstSign(debrief, stage)]),
    replay(debrief, stage),
    part(say(strings, "own_title"), "sp-own-part", own(debrief, strings)),
    accountsResult(debrief.accounts, strings),
    part(say(strings, "decisions_title"), "sp-decisions", decisions.map((decision) => decisionCard(decision, strings))),
    part(say(strings, debrief.truth === "genuine" ? "real_genuine" : "real_scam"), "sp-real", real ? [h("p", {}, real)] : []),
    ...onward(debrief, stage),
    scorePanel(debrief, strings),
    profileSection(debrief.profile, strings),
    takeawayPart(stage)
  ].filter((element) => element !== null);
}
function onward({ say: words = [], do: steps = [], contacts = [] }, { strings }) {
  return [
    part(say(strings, "say_title"), "sp-words", list("ul", words.map((line2) => h("li", {}, icon("quote"), h("p", {}, line2), copyButton(line2, strings))))),
    part(say(strings, "do_title"), "sp-steps", list("ol", steps.map((step) => h("li", {}, step)))),
    part(say(strings, "contacts_title"), "sp-numbers", contacts.length > 0 ? [contactList(contacts, strings)] : [])
  ];
}
function list(tagName, points) {
  return points.length > 0 ? [h(tagName, {}, points)] : [];
}
function takeawayPart(stage) {
  const { strings } = stage;
  const { takeaway } = stage.model.get("onward") ?? {};
  if (!takeaway) return null;
  return h("details", { class: "sp-section sp-takeaway-part" }, h("summary", {}, say(strings, "takeaway_title")), takeawayCard(takeaway, strings));
}
function own({ moves }, strings) {
  if (!moves) return [];
  const { paused } = moves;
  const done = [
    ...paused > 0 ? [say(strings, "own_paused", { n: paused })] : [],
    ...OWN2.filter((move) => moves[move]).map((move) => say(strings, `own_${move}`))
  ];
  return done.length > 0 ? [h("ul", { class: "sp-own" }, done.map((line2) => h("li", {}, icon("check"), h("span", {}, line2))))] : [];
}
function part(title, className, children) {
  if (children.every((child) => child === null)) return null;
  return h("section", { class: `sp-section ${className}` }, h("h2", {}, title), children);
}
function opening(debrief, stage) {
  const { strings } = stage;
  const { ending, verdict, asked = 0, paid = 0 } = debrief;
  const percent = typeof verdict === "number" ? verdict : null;
  return h(
    "section",
    { class: "sp-verdict-card" },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, `truth_${debrief.truth}`)),
    percent !== null && h(
      "div",
      { class: "sp-scale" },
      h("p", {}, say(strings, "your_verdict", { percent })),
      h("div", { class: "sp-scale-track", "aria-hidden": "true" }, h("i", { style: `left:${Math.min(100, Math.max(0, percent))}%` })),
      h("div", { class: "sp-scale-ends", "aria-hidden": "true" }, h("span", {}, say(strings, "verdict_2")), h("span", {}, say(strings, "verdict_98")))
    ),
    ending && endingCard(ending, debrief, strings),
    asked > 0 && h(
      "ul",
      { class: "sp-money" },
      h("li", {}, say(strings, "money_asked", { amount: euros(strings, asked) })),
      h("li", {}, say(strings, "money_paid", { amount: euros(strings, paid) })),
      paid < asked && h("li", { class: "sp-kept" }, say(strings, "money_kept", { amount: euros(strings, asked - paid) }))
    )
  );
}
function endingCard(ending, { left_by: by, way_out: way, truth }, strings) {
  const outcome = way ?? ending.outcome;
  const checked = by === "check";
  return h(
    "div",
    { class: "sp-ending", "data-outcome": outcome },
    h("p", { class: "sp-small" }, `${say(strings, "your_ending")} · ${say(strings, `outcome_${outcome}`)}`),
    h("h2", {}, checked ? say(strings, "left_check_title") : ending.title),
    h("p", {}, checked ? say(strings, `left_check_${truth}`) : ending.text)
  );
}
function noticed({ noticed: found }, strings) {
  if (!found) return "";
  if (found.caught === null) return say(strings, "noticed_never");
  if (found.later === 0) return say(strings, "noticed_at_once");
  return found.during === "rest" ? say(strings, "noticed_rest") : say(strings, "noticed_later", { n: found.later });
}
function firstSign(debrief, stage) {
  const sign = debrief.noticed?.first ?? debrief.first_sign;
  if (!sign) return null;
  const entry = stage.model.get("entries").find((candidate) => candidate.kind === "message" && candidate.id === sign);
  const item = debrief.items?.find(({ message }) => message === sign);
  const quote = item?.quote ?? /** @type {MessageEntry | undefined} */
  entry?.text;
  return quote ? h("div", { class: "sp-first" }, h("p", { class: "sp-small" }, say(stage.strings, "first_sign")), h("blockquote", { class: "sp-quote" }, quote), h("p", {}, noticed(debrief, stage.strings))) : null;
}
function buttons(stage) {
  const { strings } = stage;
  const { home, next, title } = stage.model.get("onward") ?? {};
  return h(
    "div",
    { class: "sp-ends" },
    next && h("a", { class: "sp-button sp-strong sp-wide", href: next }, `${say(strings, "next")} · ${title}`),
    home && h("a", { class: "sp-button", href: home }, say(strings, "home")),
    h("button", { type: "button", class: "sp-button", onclick: () => download(stage) }, icon("download"), say(strings, "download")),
    h("button", { type: "button", class: "sp-button", onclick: () => restart(stage) }, icon("restart"), say(strings, "restart"))
  );
}
function readButton(stage) {
  const { strings } = stage;
  const done = h("p", { class: "sp-done", role: "status" });
  const button = h("button", { type: "button", class: "sp-button sp-strong sp-wide" }, icon("check"), say(strings, "debrief_read"));
  button.addEventListener("click", () => {
    stage.send("read");
    done.append(icon("check"), h("span", { tabindex: "-1" }, say(strings, "debrief_done")));
    button.remove();
    done.querySelector("span")?.focus();
  });
  return h("div", { class: "sp-read" }, button, done);
}

// src/safetystring/player/frontend/focus.js
function watchPresses(player, tell) {
  const pressed = (event) => tell(event.target instanceof Node && player.contains(event.target));
  document.addEventListener("pointerdown", pressed, true);
  document.addEventListener("keydown", pressed, true);
  return () => {
    document.removeEventListener("pointerdown", pressed, true);
    document.removeEventListener("keydown", pressed, true);
  };
}

// src/safetystring/player/frontend/language.js
var LANGUAGES = [
  ["zh", "zh-CN", "中文"],
  ["en", "en", "English"],
  ["fr", "fr", "Français"]
];
function languageSwitch(stage) {
  const group = uid("lang");
  const present = stage.model.get("lang");
  return h(
    "fieldset",
    { class: "sp-segmented" },
    h("legend", { class: "sp-hidden" }, say(stage.strings, "language_label")),
    LANGUAGES.map(
      ([lang, tag2, name2]) => h(
        "label",
        { class: "sp-segment", lang: tag2 },
        h("input", { type: "radio", name: group, value: lang, checked: lang === present, onchange: () => stage.send("language", { lang }) }),
        h("span", {}, name2)
      )
    )
  );
}

// src/safetystring/player/frontend/menu.js
function speeds(strings, changed) {
  const group = uid("speed");
  return h(
    "fieldset",
    { class: "sp-speed" },
    h("legend", { class: "sp-item-legend" }, icon("clock"), say(strings, "speed")),
    h(
      "div",
      { class: "sp-segmented" },
      SPEEDS.map(
        (one) => h(
          "label",
          { class: "sp-segment" },
          h("input", { type: "radio", name: group, value: one, checked: speed() === one, onchange: () => (setSpeed(one), changed(one)) }),
          h("span", {}, say(strings, `speed_${one}`))
        )
      )
    )
  );
}
function toggle(name2, pref, strings, changed = () => {
}) {
  const note = uid(pref);
  const input = h("input", { type: "checkbox", role: "switch", checked: switchedOn(pref), "aria-describedby": note });
  input.addEventListener("change", () => {
    switchOn(pref, input.checked);
    changed();
  });
  const hint = h("span", { class: "sp-small", id: note }, say(strings, `${pref}_hint`));
  const element = h("label", { class: "sp-item sp-switch", "data-pref": pref }, icon(name2), h("span", {}, say(strings, pref), hint), input);
  return { element, input, hint };
}
function voice2(strings) {
  const { element, input, hint } = toggle("voice", "voice", strings);
  const look = () => {
    const none = localVoices(tag(strings)).length === 0;
    input.disabled = none;
    input.checked = !none && switchedOn("voice");
    hint.textContent = say(strings, none ? "voice_none" : "voice_hint");
  };
  look();
  return { element, stop: onVoices(look) };
}
function openMenu(stage, { skip, settings, canLeave }) {
  const { strings, host } = stage;
  const aloud = voice2(strings);
  const item = (name2, text, act) => h("button", { type: "button", class: "sp-item", onclick: () => (closeSheet(host), act()) }, icon(name2), h("span", {}, text));
  openSheet({
    host,
    title: say(strings, "more"),
    close: say(strings, "close"),
    className: "sp-sheet-menu",
    onClose: aloud.stop,
    content: [
      languageSwitch(stage),
      speeds(strings, (chosen) => chosen === "off" && skip()),
      aloud.element,
      toggle("clock", "pressure", strings, settings).element,
      item("download", say(strings, "download"), () => download(stage)),
      item("restart", say(strings, "restart"), () => restart(stage)),
      ...canLeave ? [item("back", say(strings, "leave"), () => leave(stage))] : []
    ]
  });
}

// src/safetystring/player/frontend/directory.js
function onScreen({ strings }, scene2) {
  const shown = [scene2.number, scene2.about].filter(Boolean);
  return h(
    "section",
    { class: "sp-look-part sp-look-screen" },
    h("h3", {}, say(strings, "look_screen")),
    h("p", { class: "sp-look-name" }, scene2.name),
    scene2.number ? h("p", { class: "sp-look-number", translate: "no" }, scene2.number) : null,
    scene2.about ? h("p", { class: "sp-small" }, scene2.about) : null,
    h("p", { class: "sp-look-truth" }, icon("info"), h("span", {}, say(strings, shown.length > 0 ? "look_truth" : "look_none")))
  );
}
function row2(contact, { strings }) {
  return h(
    "li",
    { class: "sp-look-row" },
    h("div", {}, h("b", {}, contact.name), h("span", { class: "sp-small" }, contact.purpose)),
    // No link: nobody is rung from inside an exercise. "This may be happening to me now" has the same numbers to dial.
    h("div", { class: "sp-look-value", translate: "no" }, contact.value),
    h(
      "div",
      { class: "sp-small" },
      contact.checked_on ? say(strings, "help_checked", { date: date(strings, contact.checked_on) }) : "",
      contact.certain ? "" : ` · ${say(strings, "help_uncertain")}`
    )
  );
}
function openDirectory(stage, scene2, check2) {
  const { strings, host } = stage;
  const contacts = stage.model.get("about").help ?? [];
  stage.send("act", { act: "look_up" });
  const close = openSheet({
    host,
    title: say(strings, "move_look_up"),
    close: say(strings, "move_stay"),
    className: "sp-sheet-look",
    content: [
      h(
        "div",
        { class: "sp-look", lang: tag(strings) },
        onScreen(stage, scene2),
        h(
          "section",
          { class: "sp-look-part" },
          h("h3", {}, say(strings, "look_directory")),
          h("p", { class: "sp-small" }, say(strings, "look_directory_lead")),
          h("ul", { class: "sp-look-list" }, contacts.map((contact) => row2(contact, stage)))
        )
      ),
      h(
        "div",
        { class: "sp-pair sp-sheet-foot" },
        h("button", { type: "button", class: "sp-button", onclick: () => close() }, say(strings, "move_stay")),
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), check2()) }, say(strings, "check_yes"))
      )
    ]
  });
}

// src/safetystring/player/frontend/moves.js
function check(stage) {
  const { strings, host } = stage;
  confirm({
    host,
    title: say(strings, "check_title"),
    text: say(strings, "check_text"),
    yes: say(strings, "check_yes"),
    no: say(strings, "move_stay"),
    agreed: () => stage.send("leave", { by: "check" })
  });
}
function reach(stage, way) {
  const { strings, host } = stage;
  const words = say(strings, `${way}_words`);
  const answer = h("p", { class: "sp-reach-answer", role: "status" });
  const done = h("button", { type: "button", class: "sp-button" }, say(strings, `${way}_stay`));
  const close = openSheet({
    host,
    title: say(strings, `move_${way}`),
    close: say(strings, "move_stay"),
    className: "sp-sheet-small",
    content: [
      h("p", { class: "sp-sheet-text" }, say(strings, `${way}_text`)),
      h("div", { class: "sp-reach-words" }, icon("quote"), h("p", {}, words), copyButton(words, strings)),
      answer,
      h(
        "div",
        { class: "sp-pair" },
        done,
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), stage.send("leave", { by: way })) }, say(strings, `${way}_leave`))
      )
    ]
  });
  done.addEventListener("click", () => {
    if (answer.textContent !== "") {
      close();
      return;
    }
    stage.send("act", { act: way });
    answer.textContent = say(strings, `${way}_answer`);
    done.textContent = say(strings, "move_stay");
  });
}
function openMoves(stage, scene2) {
  const { strings, host } = stage;
  const move = (name2, text, hint, act) => h(
    "button",
    { type: "button", class: "sp-item sp-move", onclick: () => (closeSheet(host), act()) },
    icon(name2),
    h("span", {}, h("b", {}, text), h("span", { class: "sp-small" }, hint))
  );
  openSheet({
    host,
    title: say(strings, "moves"),
    close: say(strings, "close"),
    className: "sp-sheet-menu sp-sheet-moves",
    content: [
      move("book", say(strings, "move_look_up"), say(strings, "move_look_up_hint"), () => openDirectory(stage, scene2, () => check(stage))),
      move("phone", say(strings, "move_check"), say(strings, "move_check_hint"), () => check(stage)),
      move("people", say(strings, "move_tell"), say(strings, "move_tell_hint"), () => reach(stage, "tell")),
      move("report", say(strings, "move_report"), say(strings, "move_report_hint"), () => reach(stage, "report")),
      move("hangup", say(strings, spoken(scene2.channel) ? "hang_up" : "leave"), say(strings, "move_leave_hint"), () => leave(stage))
    ]
  });
}

// src/safetystring/player/frontend/tray.js
var PATIENCE = [0, 15, 40];
function makeTray(stage, hooks) {
  const { strings } = stage;
  let paused = false;
  let timers = [];
  const word = h("span", {}, say(strings, "pause"));
  const sign = h("span", { class: "sp-tray-sign" }, icon("pause"));
  const pause = h("button", { type: "button", class: "sp-tray-button sp-pause", onclick: () => set2(!paused, true) }, sign, word);
  const moves = h("button", { type: "button", class: "sp-tray-button sp-moves", "aria-haspopup": "dialog", onclick: hooks.moves }, icon("hand"), h("span", {}, say(strings, "moves")));
  const skip = h("button", { type: "button", class: "sp-skip", hidden: true, onclick: () => (set2(false, false), hooks.skip()) }, say(strings, "skip"), icon("skip"));
  const note = h("p", { class: "sp-tray-note", role: "status" });
  const buttons2 = h("div", { class: "sp-tray-buttons" }, pause, moves, skip);
  const element = h("div", { class: "sp-tray", hidden: true }, note, buttons2);
  function set2(on, tell) {
    if (on === paused) return;
    paused = on;
    wait(false);
    word.textContent = say(strings, on ? "pause_off" : "pause");
    sign.replaceChildren(icon(on ? "play" : "pause"));
    element.classList.toggle("sp-paused", on);
    note.textContent = on ? say(strings, "pause_on") : "";
    if (tell) hooks.pause(on);
  }
  function wait(on) {
    for (const timer of timers) clearTimeout(timer);
    element.classList.toggle("sp-waiting", on);
    note.textContent = "";
    timers = on ? PATIENCE.map((seconds, step) => setTimeout(() => note.textContent = say(strings, `waiting_${step + 1}`), seconds * 1e3)) : [];
  }
  return {
    element,
    /** @param {boolean} live whether the conversation is being lived @param {boolean} playing whether messages arrive */
    show(live, playing) {
      if (!live) set2(false, false);
      element.hidden = !live && !playing;
      pause.hidden = moves.hidden = !live;
      skip.hidden = !playing;
    },
    /** @param {boolean} on whether the other side is shown as waiting */
    waiting(on) {
      if (!paused) wait(on);
    },
    end() {
      wait(false);
    }
  };
}

// src/safetystring/player/frontend/frame.js
function head(scene2) {
  const { icon: sign, kind: kind2 } = CHANNELS[scene2.channel];
  const faceless = kind2 === "screen" && (!scene2.avatar || scene2.avatar === "none");
  return faceless ? h("span", { class: "sp-avatar sp-face", "aria-hidden": "true", style: "background:#5b6b82" }, icon(sign)) : avatar(scene2.avatar);
}
function makeFrame(stage, hooks) {
  const { strings } = stage;
  const picture2 = h("span", { class: "sp-head-avatar" });
  const title = h("div", { class: "sp-head-title" });
  const languages = h("div", { class: "sp-head-languages" });
  const status = h("div", { class: "sp-head-status" });
  let base = "";
  let canLeave = false;
  const back = h("button", { type: "button", class: "sp-round sp-back", "aria-label": say(strings, "leave"), title: say(strings, "leave"), hidden: true, onclick: () => leave(stage) }, icon("back"));
  const hangUp = h("button", { type: "button", class: "sp-hangup", hidden: true, onclick: () => leave(stage) }, icon("hangup"), h("span", {}, say(strings, "hang_up")));
  const more = h("button", { type: "button", class: "sp-round sp-more", "aria-label": say(strings, "more"), title: say(strings, "more"), "aria-haspopup": "dialog" }, icon("more"));
  more.addEventListener("click", () => openMenu(stage, { ...hooks, canLeave }));
  const tray = makeTray(stage, { ...hooks, moves: () => openMoves(stage, hooks.scene()) });
  const helpButton = h("button", { type: "button", class: "sp-help-button", "aria-haspopup": "dialog", onclick: () => help(stage) }, icon("help"), h("span", {}, say(strings, "help")));
  const banners = h("div", { class: "sp-banners" });
  const body2 = h("div", { class: "sp-body" });
  const turn = h("div", { class: "sp-hidden", role: "status" });
  const element = h(
    "div",
    { class: "sp-main", lang: tag(strings) },
    h("div", { class: "sp-simulation", role: "note" }, say(strings, "simulation")),
    h("div", { class: "sp-head" }, back, picture2, languages, h("div", { class: "sp-head-text" }, title, status), hangUp, more),
    banners,
    body2,
    tray.element,
    h("div", { class: "sp-bar" }, helpButton),
    turn
  );
  return {
    element,
    body: body2,
    more,
    tray,
    /**
     * The header of a live scene: who is there, and the way out.
     * @param {SceneEntry} scene
     */
    scene(scene2) {
      languages.replaceChildren();
      const look = CHANNELS[scene2.channel];
      canLeave = true;
      back.hidden = look.way !== "back";
      hangUp.hidden = look.way !== "hangup";
      title.textContent = look.title(scene2, strings);
      status.textContent = base = look.below(scene2, strings);
      picture2.replaceChildren(...scene2.channel === "ring" ? [] : [head(scene2)]);
    },
    /**
     * The header of every other screen: a title, or the language switch where there is none yet.
     * @param {string} heading
     * @param {string} [below]
     */
    plain(heading2, below = "") {
      languages.replaceChildren(...heading2 ? [] : [languageSwitch(stage)]);
      canLeave = false;
      back.hidden = hangUp.hidden = true;
      title.textContent = heading2;
      status.textContent = base = below;
      picture2.replaceChildren();
    },
    /** @param {boolean} on @param {"typing" | "speaking"} what */
    typing(on, what) {
      status.textContent = on ? say(strings, what) : base;
      status.classList.toggle("sp-busy", on);
    },
    /** @param {boolean} on whether an answer is on its way and has not been taken in */
    sending(on) {
      status.textContent = on ? say(strings, "sending") : base;
      status.classList.toggle("sp-busy", on);
      if (on) turn.textContent = say(strings, "sending");
    },
    /** Say whose turn it is to those who cannot see the buttons appear. */
    yourTurn() {
      turn.textContent = "";
      setTimeout(() => turn.textContent = say(strings, "your_turn"), 150);
    },
    /** @param {string} text */
    announce(text) {
      turn.textContent = "";
      setTimeout(() => turn.textContent = text, 50);
    },
    /**
     * A banner that stays, or goes where there is no text.
     * @param {string} kind
     * @param {string} text
     */
    banner(kind2, text) {
      banners.querySelector(`[data-kind="${CSS.escape(kind2)}"]`)?.remove();
      if (text) banners.append(h("div", { class: "sp-banner", role: "alert", "data-kind": kind2 }, icon("info"), h("span", {}, text)));
    }
  };
}

// src/safetystring/player/frontend/host.js
var PATIENCE2 = 300;
function whenAttached(el, found) {
  let left = PATIENCE2;
  let frame = 0;
  const look = () => {
    const player = el.closest(".sp-player");
    if (player instanceof HTMLElement) found(player);
    else if (left-- > 0) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
function bringIntoSight(player) {
  requestAnimationFrame(
    () => requestAnimationFrame(() => {
      const { bottom } = player.getBoundingClientRect();
      if (bottom > window.innerHeight) player.scrollIntoView({ block: "nearest" });
    })
  );
}
function label(player, attributes) {
  for (const [name2, value2] of Object.entries(attributes)) {
    if (value2 === false) player.removeAttribute(name2);
    else if (player.getAttribute(name2) !== (value2 === true ? "" : value2)) player.setAttribute(name2, value2 === true ? "" : value2);
  }
}

// src/safetystring/player/frontend/lesson.js
function piece(part2, strings) {
  return h(
    "li",
    { class: part2.flag ? "sh-part sh-part-flag" : "sh-part" },
    h("p", { class: "sh-words" }, part2.words),
    h(
      "p",
      { class: "sh-does" },
      h("strong", {}, icon(part2.flag ? "flagged" : "check"), h("span", {}, part2.flag ?? say(strings, "lesson_harmless"))),
      " ",
      part2.does
    )
  );
}
function lessonText(lesson2, goals, remember2, strings) {
  return h(
    "div",
    { class: "sh-lesson-text" },
    h("h3", {}, say(strings, "lesson_goals")),
    h("ul", { class: "sh-goals" }, goals.map((goal) => h("li", {}, goal))),
    lesson2.points.map((point) => h("p", {}, point)),
    h("h3", {}, say(strings, "lesson_example")),
    h("p", { class: "sh-sender" }, lesson2.sender),
    h("ol", { class: "sh-parts" }, lesson2.parts.map((part2) => piece(part2, strings))),
    h("h3", {}, say(strings, "lesson_genuine")),
    h("p", {}, lesson2.genuine),
    remember2.length > 0 && [h("h3", {}, say(strings, "takeaway_remember")), h("ol", { class: "sh-remember" }, remember2.map((line2) => h("li", {}, line2)))]
  );
}

// src/safetystring/player/frontend/intro.js
function introScreen(stage) {
  const { strings } = stage;
  const about2 = stage.model.get("about");
  return h(
    "div",
    { class: "sp-screen sp-intro", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, about2.title),
    h("p", { class: "sp-meta" }, icon("clock"), say(strings, "minutes", { n: about2.minutes })),
    h("section", { class: "sp-panel" }, h("h2", {}, say(strings, "setting_label")), h("p", { class: "sp-setting" }, about2.setting)),
    lesson(stage),
    h("section", { class: "sp-how" }, icon(stage.families().length > 0 ? "flag" : "info"), h("p", {}, say(strings, "how"))),
    about2.notes && h("section", { class: "sp-note" }, h("h2", {}, icon("info"), say(strings, "notes_label")), h("p", {}, about2.notes)),
    about2.skippable && h("button", { type: "button", class: "sp-quiet-button", onclick: () => skipTheme(stage) }, say(strings, "skip_theme"))
  );
}
function lesson(stage) {
  const { strings } = stage;
  const found = stage.model.get("onward")?.lesson;
  if (!found) return null;
  return h("details", { class: "sp-lesson" }, h("summary", {}, say(strings, "lesson_first", { n: found.minutes })), lessonText(found, found.goals, found.remember, strings));
}
function skippedScreen(stage) {
  const { strings } = stage;
  return h(
    "div",
    { class: "sp-screen sp-skipped", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "skipped_title")),
    h("p", {}, say(strings, "skipped_text")),
    h("button", { type: "button", class: "sp-button sp-wide", onclick: () => stage.send("restart") }, say(strings, "skipped_back"))
  );
}

// src/safetystring/player/frontend/keys.js
function passes(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.key === "Enter" && event.shiftKey;
}
function guard(event) {
  if (!passes(event)) event.stopPropagation();
}
function guardKeys(player) {
  player.addEventListener("keydown", guard);
  return () => player.removeEventListener("keydown", guard);
}

// src/safetystring/player/frontend/practice.js
function practiceScreen(stage) {
  const { strings } = stage;
  const marks = {};
  const messages = stage.model.get("about").practice ?? [];
  const rows2 = [];
  const refresh = () => {
    const caught = rows2.some(({ message, id }) => message.family !== null && id in marks);
    for (const { message, node, says, id } of rows2) {
      showMark(node, marks[id] ?? null, stage);
      feedback(says, message, marks[id] ?? null, caught, stage);
    }
  };
  const own2 = {
    ...stage,
    strings,
    marks: () => marks,
    mark: (id, family) => {
      marks[id] = family;
      refresh();
    },
    unmark: (id) => {
      delete marks[id];
      refresh();
    }
  };
  messages.forEach((message, index) => {
    const id = `practice-${index}`;
    const node = messageNode(asEntry(message, id, index), scene(message), own2);
    node.querySelector(".sp-column")?.prepend(h("div", { class: "sp-name" }, message.name));
    const says = h("div", { class: "sp-feedback", role: "status", hidden: true });
    rows2.push({ message, node, says, id });
  });
  refresh();
  return h(
    "div",
    { class: "sp-screen sp-practice", lang: tag(strings) },
    h("h1", { class: "sp-title", tabindex: "-1" }, say(strings, "practice_title")),
    h("p", { class: "sp-practice-lead" }, say(strings, "practice_lead")),
    rows2.map(({ node, says }) => h("div", { class: "sp-practice-row" }, node, says))
  );
}
function asEntry(message, id, index) {
  return { seq: index + 1, kind: "message", id, form: "text", side: "in", name: message.name, avatar: index === 0 ? "friend" : "desk", text: message.text, markable: true };
}
function scene(message) {
  return { seq: 0, kind: "scene", id: "practice", channel: "chat", name: message.name };
}
function feedback(box, message, marked, caught, stage) {
  const { strings } = stage;
  const right = message.family !== null;
  const due = marked !== null || !right && caught;
  box.hidden = !due;
  const good = right ? marked !== null : marked === null;
  box.classList.toggle("sp-good", good);
  box.replaceChildren();
  if (!due) return;
  const family = message.family === null ? "" : stage.family(message.family)?.name ?? message.family;
  const head2 = right ? marked === message.family ? say(strings, "practice_right") : say(strings, "practice_other_family", { family }) : say(strings, "practice_clean");
  box.append(icon(good ? "check" : "info"), h("p", {}, h("b", {}, head2), " ", message.why));
}

// src/safetystring/player/frontend/stage.js
function makeStage(model, host) {
  const families = () => model.get("about").families ?? [];
  const send = (type, fields = {}) => {
    try {
      model.send({ type, ...fields });
    } catch {
    }
  };
  return {
    model,
    host,
    get strings() {
      return model.get("strings");
    },
    families,
    family: (id) => families().find((family) => family.id === id),
    marks: () => model.get("marks") ?? {},
    mark: (id, family) => send("mark", { id, family }),
    unmark: (id) => send("unmark", { id }),
    send
  };
}

// src/safetystring/player/frontend/waiting.js
var WONDERS = 500;
var DOUBTS = 7e3;
function makeWaiting(tell) {
  let timers = [];
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  return {
    /** Something was pressed that the kernel answers. */
    pressed() {
      if (timers.length > 0) return;
      timers = [setTimeout(() => tell("sending"), WONDERS), setTimeout(() => tell("unanswered"), DOUBTS)];
    },
    /** The kernel said something, or never will. */
    answered() {
      if (timers.length === 0) return;
      stop();
      tell("no");
    },
    stop
  };
}

// src/safetystring/player/frontend/view.js
var SCREENS = { intro: introScreen, practice: practiceScreen, debrief: debriefScreen, skipped: skippedScreen };
var NOWHERE3 = { seq: 0, kind: "scene", id: "", channel: "chat", name: "" };
var hasScreen = (phase) => phase in SCREENS;
var View = class {
  #model;
  #el;
  #stage;
  /** @type {Frame} */
  #frame;
  /** @type {Conversation | null} */
  #conversation = null;
  /** @type {HTMLElement | null} */
  #player = null;
  /** @type {(() => void)[]} */
  #undo = [];
  /** Whether the learner's last press was in this player. */
  #pressed = false;
  /** Traits that changed and are not on the page yet. @type {Set<string>} */
  #dirty = /* @__PURE__ */ new Set();
  #frameRequest = 0;
  #ended = false;
  #wait = makeWaiting((state) => this.#waits(state));
  /** @param {Model} model @param {HTMLElement} el */
  constructor(model, el) {
    this.#model = model;
    this.#el = el;
    el.classList.add("sp-host");
    this.#stage = makeStage(model, el);
    this.#frame = this.#build();
    this.#listen();
    this.#undo.push(whenAttached(el, (player) => this.#attached(player)));
    this.#stage.send("ready", { carries: carries(model) });
    this.#show(model.get("shown") || 0);
  }
  /** Take everything back. */
  end() {
    this.#ended = true;
    this.#wait.stop();
    cancelAnimationFrame(this.#frameRequest);
    this.#conversation?.end();
    this.#frame.tray.end();
    closeSheet(this.#el);
    for (const undo of this.#undo) undo();
    this.#el.replaceChildren();
  }
  #build() {
    const frame = makeFrame(this.#stage, {
      skip: () => this.#conversation?.skip(),
      pause: (on) => this.#pause(on),
      scene: () => this.#conversation?.scene ?? NOWHERE3,
      settings: () => this.#waiting()
    });
    this.#el.replaceChildren(frame.element);
    this.#notice(frame);
    return frame;
  }
  #listen() {
    const heard = [
      ...["phase", "lang", "strings", "about", "entries", "debrief"].map((name2) => (
        /** @type {[string, () => void]} */
        [`change:${name2}`, () => this.#changed(name2)]
      )),
      ["change:marks", () => this.#conversation?.marks()],
      ["change:notice", () => this.#notice(this.#frame)],
      ["change:download", () => this.#download()],
      ["msg:custom", (content) => this.#message(content)]
    ];
    const answers = heard.map(([name2]) => (
      /** @type {[string, () => void]} */
      [name2, () => this.#wait.answered()]
    ));
    for (const [name2, callback] of [...heard, ...answers]) {
      this.#model.on(name2, callback);
      this.#undo.push(() => this.#model.off(name2, callback));
    }
  }
  /** @param {boolean} on */
  #pause(on) {
    this.#conversation?.pause(on);
    if (on) this.#stage.send("act", { act: "pause" });
    else this.#waiting();
  }
  /** Show, where the learner asked for it, that the other side waits for the answer. */
  #waiting() {
    const turn = this.#model.get("phase") === "play" && this.#conversation !== null && !this.#conversation.playing;
    this.#frame.tray.waiting(turn && switchedOn("pressure"));
  }
  /** @param {HTMLElement} player */
  #attached(player) {
    this.#player = player;
    this.#undo.push(
      guardKeys(player),
      watchChoices(player, { changed: () => this.#asked(), pressed: () => this.#pressedChoice(), lost: (lost) => this.#lost(lost) }),
      watchPresses(player, (inside) => this.#pressed = inside)
    );
    this.#labels();
    bringIntoSight(player);
  }
  #labels() {
    if (!this.#player) return;
    const phase = this.#model.get("phase");
    const channel = phase === "play" ? this.#conversation?.scene.channel ?? "chat" : "chat";
    label(this.#player, {
      lang: tag(this.#stage.strings),
      "data-phase": phase,
      "data-channel": channel,
      "data-dark": spoken(channel),
      "data-playing": this.#conversation?.playing ?? false
    });
  }
  #painted() {
    return Math.max(this.#conversation?.painted ?? 0, this.#model.get("shown") || 0);
  }
  /**
   * The kernel sets several traits at once, each with an event of its own; act once they have all come.
   *
   * @param {string} name
   */
  #changed(name2) {
    if (this.#dirty.size === 0) queueMicrotask(() => this.#update());
    this.#dirty.add(name2);
  }
  #update() {
    const dirty = new Set(this.#dirty);
    this.#dirty.clear();
    if (this.#ended) return;
    if (["lang", "strings", "about"].some((name2) => dirty.has(name2))) this.#retell();
    if (this.#frameRequest !== 0) return;
    const phase = this.#model.get("phase");
    const moved = dirty.has("phase");
    if (moved) closeSheet(this.#el);
    if (dirty.has("entries")) this.#show(this.#model.get("shown") || 0);
    else if (moved && !hasScreen(phase) && this.#conversation) this.#conversation.setPhase(phase);
    else this.#show(this.#painted());
    this.#settle(moved);
  }
  /** @param {boolean} moved whether another phase began */
  #settle(moved) {
    this.#header();
    this.#labels();
    if (hasScreen(this.#model.get("phase"))) this.#toTop();
    else this.#refocus();
    if (moved && this.#pressed) this.#player?.scrollIntoView?.({ block: "nearest" });
  }
  /** Everything in other words; the place is kept. */
  #retell() {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = requestAnimationFrame(() => {
      this.#frameRequest = 0;
      const upto = this.#painted();
      const inside = this.#el.contains(document.activeElement);
      closeSheet(this.#el);
      this.#conversation?.end();
      this.#frame.tray.end();
      this.#frame = this.#build();
      this.#show(upto);
      if (inside) this.#frame.more.focus({ preventScroll: true });
    });
  }
  /** @param {number} upto highest `seq` to paint at once */
  #show(upto) {
    const phase = this.#model.get("phase");
    this.#conversation?.end();
    this.#conversation = null;
    if (hasScreen(phase)) {
      this.#frame.body.replaceChildren(SCREENS[phase](this.#stage));
      this.#header();
      this.#labels();
      return;
    }
    const conversation = new Conversation(this.#stage, {
      scene: () => {
        this.#header();
        this.#labels();
      },
      playing: (playing) => this.#playing(playing),
      typing: (on) => this.#frame.typing(on && (spoken(conversation.scene.channel) || typed(conversation.scene.channel)), spoken(conversation.scene.channel) ? "speaking" : "typing")
    });
    this.#conversation = conversation;
    this.#frame.body.replaceChildren(conversation.element);
    conversation.restore(upto);
    this.#header();
    this.#labels();
  }
  #header() {
    const { strings } = this.#stage;
    const phase = this.#model.get("phase");
    this.#frame.tray.show(phase === "play", this.#conversation?.playing ?? false);
    const { title } = this.#model.get("about");
    if (phase === "play" && this.#conversation?.scene.id) this.#frame.scene(this.#conversation.scene);
    else if (phase === "intro" || phase === "skipped" || phase === "practice") this.#frame.plain("");
    else this.#frame.plain(title, say(strings, `${phase}_title`));
  }
  /** Another question stands there. */
  #asked() {
    this.#wait.answered();
    this.#refocus();
  }
  #pressedChoice() {
    if (this.#model.get("notice")?.kind !== "moved") this.#wait.pressed();
  }
  /** @param {"no" | "sending" | "unanswered"} state */
  #waits(state) {
    const { strings } = this.#stage;
    this.#frame.sending(state !== "no");
    if (this.#player) label(this.#player, { "data-sending": state !== "no" });
    this.#frame.banner("unanswered", state === "unanswered" ? say(strings, "unanswered") : "");
  }
  /** @param {boolean} playing */
  #playing(playing) {
    this.#frame.tray.show(this.#model.get("phase") === "play", playing);
    this.#waiting();
    this.#labels();
    if (!playing) this.#frame.yourTurn();
    this.#refocus();
  }
  /** What was pressed is gone: the focus goes on to the question, or to the conversation while it plays. */
  #refocus() {
    const player = this.#player;
    if (!this.#pressed || !player) return;
    requestAnimationFrame(() => {
      const active = document.activeElement;
      const region2 = this.#conversation?.element ?? null;
      const adrift = active === document.body || active === null || active === region2 || active.closest(".sp-choices") !== null;
      if (!adrift || this.#ended) return;
      const asked = question(player);
      const next = this.#conversation?.playing ? region2 : asked?.checkVisibility() ? asked : region2 ?? this.#frame.body.querySelector("h1");
      next?.focus({ preventScroll: true });
    });
  }
  #toTop() {
    this.#frame.body.firstElementChild?.scrollTo?.({ top: 0 });
    if (this.#pressed) this.#frame.body.querySelector("h1")?.focus({ preventScroll: true });
  }
  /** @param {{ type?: string, entries?: Entry[] }} content */
  #message(content) {
    if (content?.type === "append") this.#conversation?.push(content.entries ?? []);
  }
  /** @param {Frame} frame */
  #notice(frame) {
    const { kind: kind2 = "", text = "" } = this.#model.get("notice") ?? {};
    frame.banner("notice", kind2 ? text : "");
  }
  /** @param {boolean} lost */
  #lost(lost) {
    this.#frame.banner("lost", lost ? say(this.#stage.strings, "disconnected") : "");
    if (this.#player) label(this.#player, { "data-lost": lost });
    this.#wait.answered();
    if (lost) this.#conversation?.halt();
    else if (this.#conversation) this.#show(this.#model.get("shown") || 0);
  }
  #download() {
    const file = this.#model.get("download") ?? {};
    const { strings } = this.#stage;
    this.#frame.banner("download", "failed" in file ? say(strings, "download_failed") : "");
    if (save(file)) this.#frame.announce(say(strings, "download_ready", { name: file.name }));
  }
};

// src/safetystring/player/frontend/index.js
function initialize({ model }) {
  const append2 = (content) => {
    if (content?.type !== "append") return;
    const entries = model.get("entries");
    const last = entries.at(-1)?.seq ?? 0;
    entries.push(...(content.entries ?? []).filter((entry) => entry.seq > last));
    void deliver(model, content.widgets);
  };
  model.on("msg:custom", append2);
  return () => model.off("msg:custom", append2);
}
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.end();
}
var index_default = { initialize, render };
export {
  index_default as default
};
