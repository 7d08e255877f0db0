// The preview's page: speaks with its server, draws the players, and shows findings and key beside them.
import { h } from "../../../player/frontend/dom.js";
import { Controls } from "./controls.js";
import { showFindings, summary } from "./findings.js";
import { SIGNS, showKey, showPlace, styleKey } from "./key.js";
import { Models } from "./models.js";
import { keepScroll } from "./scroll.js";

/** @import { At, Key, Findings } from "./types.js" */

const PACE = "safetystring.pace";
const KEY = "safetystring.preview.key";
const TONGUES = /** @type {Record<string, string>} */ ({ zh: "中文", en: "English", fr: "Français" });

/** @param {string} id @returns {HTMLElement} */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id @returns {HTMLInputElement} */
const box = (id) => /** @type {HTMLInputElement} */ (part(id));

// An author reads what they wrote a moment ago: no waiting, unless they ask for it.
localStorage.setItem(PACE, localStorage.getItem(PACE) ?? "off");
const { default: frontEnd } = await import(new URL("../../../player/static/player.js", import.meta.url).href);

const columns = part("columns");
const scenes = /** @type {HTMLSelectElement} */ (part("scenes"));
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
/** @type {WebSocket | null} */
let socket = null;
/** @type {Controls | null} */
let drawn = null;
/** @type {Models} */
let models = new Models(send);
/** @type {Key | null} */
let key = null;
/** @type {At | null} */
let at = null;
/** When the save that is being shown was heard of. */
let heard = 0;

/** @param {object} message */
function send(message) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

/** @param {{ roots: Record<string, string>, models: Record<string, object> }} message */
function show({ roots, models: states }) {
  const back = Object.fromEntries([...columns.children].map((column) => [column.getAttribute("data-lang"), keepScroll(/** @type {HTMLElement} */ (column))]));
  drawn?.end();
  models = new Models(send);
  for (const [id, state] of Object.entries(states)) models.open(id, state);
  const controls = new Controls(models, frontEnd);
  drawn = controls;
  const several = Object.keys(roots).length > 1;
  columns.classList.toggle("several", several);
  columns.replaceChildren(
    ...Object.entries(roots).map(([lang, root]) =>
      h("div", { class: "column", "data-lang": lang }, several && h("h2", { lang }, TONGUES[lang] ?? lang), controls.draw(root)),
    ),
  );
  // The player scrolls to its end on the first frame; what the author looked at comes back after that.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const column of columns.children) back[column.getAttribute("data-lang") ?? ""]?.(/** @type {HTMLElement} */ (column));
      document.documentElement.dataset["painted"] = String(Date.now());
    }),
  );
}

/** @param {Key} told */
function takeKey(told) {
  key = told;
  part("title").textContent = told.title;
  part("title").lang = part("key").lang = told.lang;
  showKey(part("key"), told);
  styleKey(sheet, told);
  scenes.replaceChildren(h("option", { value: "" }, "a scene …"), ...told.scenes.map(({ id, channel }) => h("option", { value: id }, `${id} · ${channel}`)));
}

/** @param {At} told */
function takeAt(told) {
  at = told;
  const langs = told.langs.join(" ");
  for (const radio of document.querySelectorAll("input[name=langs]")) {
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === langs;
  }
  const { lost } = told;
  part("note").hidden = lost === null;
  part("note").textContent = lost === null ? "" : `Your way went through ${lost.option} at ${lost.choice}, which is not there any more: you are back where it began.`;
  if (!part("key").hidden) showPlace(part("key"), told);
  rate();
}

/** Write on each answer what it is worth; CSS shows it with the key alone. */
function rate() {
  const options = key?.scenes.find((scene) => at?.choice && scene.choice?.id === at.choice)?.choice?.options ?? [];
  for (const column of columns.children) {
    [...column.querySelectorAll(".sp-choices .sp-option")].forEach((button, index) => {
      const option = options[index];
      if (option) button.setAttribute("data-key", `${SIGNS[option.rating]} ${option.rating} → ${option.goes ?? "?"}`);
      else button.removeAttribute("data-key");
    });
  }
}

/** @param {Findings} told */
function takeFindings(told) {
  document.title = `${told.findings.some(({ severity }) => severity === "error") || told.stale ? "✗ " : ""}${told.path.split("/").at(-2)} · preview`;
  part("state").textContent = summary(told);
  showFindings(part("findings"), told);
  side();
}

/** @param {boolean} on */
function keyed(on) {
  part("key").hidden = !on;
  document.body.classList.toggle("keyed", on);
  localStorage.setItem(KEY, on ? "on" : "off");
  if (on && at) showPlace(part("key"), at);
  side();
}

function side() {
  part("side").hidden = part("key").hidden && part("findings").hidden;
}

/** @type {Record<string, (message: any) => void>} */
const heed = {
  show,
  open: ({ id, state }) => models.open(id, state),
  update: ({ id, state }) => models.update(id, state),
  custom: ({ id, content }) => models.custom(id, content),
  key: ({ key: told }) => takeKey(told),
  at: takeAt,
  findings: takeFindings,
};

function listen() {
  const address = new URL("../../../socket", import.meta.url);
  address.protocol = "ws:";
  const opened = new WebSocket(address);
  socket = opened;
  opened.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    heard = Date.now();
    heed[message.do]?.(message);
  });
  opened.addEventListener("close", () => {
    if (heard > 0) part("state").textContent = "the preview has ended: start it again in the terminal";
    setTimeout(listen, 1000);
  });
}

box("pace").checked = localStorage.getItem(PACE) !== "off";
box("pace").addEventListener("change", () => {
  localStorage.setItem(PACE, box("pace").checked ? "on" : "off");
  location.reload(); // the player reads it once; the server keeps the place
});
box("key-toggle").checked = localStorage.getItem(KEY) === "on";
box("key-toggle").addEventListener("change", () => keyed(box("key-toggle").checked));
keyed(box("key-toggle").checked);
part("tools").addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === "langs") send({ do: "langs", langs: target.value.split(" ") });
  if (target === scenes && scenes.value !== "") {
    send({ do: "go", scene: scenes.value });
    scenes.value = "";
  }
});
part("tools").addEventListener("submit", (event) => event.preventDefault());
part("anew").addEventListener("click", () => send({ do: "anew" }));
listen();
