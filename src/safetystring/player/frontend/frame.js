// What surrounds every screen: the reminder that this is practice, the header, banners, and the bar with the way to help.
import { help, leave } from "./acts.js";
import { avatar } from "./avatars.js";
import { CHANNELS } from "./channels/channels.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { languageSwitch } from "./language.js";
import { openMenu } from "./menu.js";
import { openMoves } from "./moves.js";
import { makeTray } from "./tray.js";
import { say, tag } from "./words.js";

/** @import { SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** @param {SceneEntry} scene @returns {HTMLElement} the picture at the top: whose it is, or what kind of screen */
function head(scene) {
  const { icon: sign, kind } = CHANNELS[scene.channel];
  const faceless = kind === "screen" && (!scene.avatar || scene.avatar === "none");
  return faceless ? h("span", { class: "sp-avatar sp-face", "aria-hidden": "true", style: "background:#5b6b82" }, icon(sign)) : avatar(scene.avatar);
}

/**
 * @param {Stage} stage
 * @param {{ skip: () => void, pause: (on: boolean) => void, scene: () => SceneEntry, settings: () => void }} hooks
 */
export function makeFrame(stage, hooks) {
  const { strings } = stage;
  const picture = h("span", { class: "sp-head-avatar" });
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
  const body = h("div", { class: "sp-body" });
  const turn = h("div", { class: "sp-hidden", role: "status" });
  const element = h(
    "div",
    { class: "sp-main", lang: tag(strings) },
    h("div", { class: "sp-simulation", role: "note" }, say(strings, "simulation")),
    h("div", { class: "sp-head" }, back, picture, languages, h("div", { class: "sp-head-text" }, title, status), hangUp, more),
    banners,
    body,
    tray.element,
    h("div", { class: "sp-bar" }, helpButton),
    turn,
  );

  return {
    element,
    body,
    more,
    tray,

    /**
     * The header of a live scene: who is there, and the way out.
     * @param {SceneEntry} scene
     */
    scene(scene) {
      languages.replaceChildren();
      const look = CHANNELS[scene.channel];
      canLeave = true;
      back.hidden = look.way !== "back";
      hangUp.hidden = look.way !== "hangup";
      title.textContent = look.title(scene, strings);
      status.textContent = base = look.below(scene, strings);
      picture.replaceChildren(...(scene.channel === "ring" ? [] : [head(scene)]));
    },

    /**
     * The header of every other screen: a title, or the language switch where there is none yet.
     * @param {string} heading
     * @param {string} [below]
     */
    plain(heading, below = "") {
      languages.replaceChildren(...(heading ? [] : [languageSwitch(stage)]));
      canLeave = false;
      back.hidden = hangUp.hidden = true;
      title.textContent = heading;
      status.textContent = base = below;
      picture.replaceChildren();
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
      setTimeout(() => (turn.textContent = say(strings, "your_turn")), 150);
    },

    /** @param {string} text */
    announce(text) {
      turn.textContent = "";
      setTimeout(() => (turn.textContent = text), 50);
    },

    /**
     * A banner that stays, or goes where there is no text.
     * @param {string} kind
     * @param {string} text
     */
    banner(kind, text) {
      banners.querySelector(`[data-kind="${CSS.escape(kind)}"]`)?.remove();
      if (text) banners.append(h("div", { class: "sp-banner", role: "alert", "data-kind": kind }, icon("info"), h("span", {}, text)));
    },
  };
}

/** @typedef {ReturnType<typeof makeFrame>} Frame */
