// The learner's own moves, at hand during the whole conversation: look it up, check, tell, report, leave.
import { leave } from "./acts.js";
import { spoken } from "./channels/channels.js";
import { confirm } from "./confirm.js";
import { copyButton } from "./copy.js";
import { openDirectory } from "./directory.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { closeSheet, openSheet } from "./sheet.js";
import { say } from "./words.js";

/** @import { SceneEntry } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/**
 * Leave to ring back on a number of one's own.
 *
 * @param {Stage} stage
 */
function check(stage) {
  const { strings, host } = stage;
  confirm({
    host,
    title: say(strings, "check_title"),
    text: say(strings, "check_text"),
    yes: say(strings, "check_yes"),
    no: say(strings, "move_stay"),
    agreed: () => stage.send("leave", { by: "check" }),
  });
}

/**
 * Tell somebody, or report: first the words for it, then whether to stay.
 *
 * @param {Stage} stage
 * @param {"tell" | "report"} way
 */
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
        h("button", { type: "button", class: "sp-button sp-strong", onclick: () => (close(), stage.send("leave", { by: way })) }, say(strings, `${way}_leave`)),
      ),
    ],
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

/**
 * @param {Stage} stage
 * @param {SceneEntry} scene the scene the conversation is in
 */
export function openMoves(stage, scene) {
  const { strings, host } = stage;
  /** @param {string} name @param {string} text @param {string} hint @param {() => void} act */
  const move = (name, text, hint, act) =>
    h(
      "button",
      { type: "button", class: "sp-item sp-move", onclick: () => (closeSheet(host), act()) },
      icon(name),
      h("span", {}, h("b", {}, text), h("span", { class: "sp-small" }, hint)),
    );
  openSheet({
    host,
    title: say(strings, "moves"),
    close: say(strings, "close"),
    className: "sp-sheet-menu sp-sheet-moves",
    content: [
      move("book", say(strings, "move_look_up"), say(strings, "move_look_up_hint"), () => openDirectory(stage, scene, () => check(stage))),
      move("phone", say(strings, "move_check"), say(strings, "move_check_hint"), () => check(stage)),
      move("people", say(strings, "move_tell"), say(strings, "move_tell_hint"), () => reach(stage, "tell")),
      move("report", say(strings, "move_report"), say(strings, "move_report_hint"), () => reach(stage, "report")),
      move("hangup", say(strings, spoken(scene.channel) ? "hang_up" : "leave"), say(strings, "move_leave_hint"), () => leave(stage)),
    ],
  });
}
