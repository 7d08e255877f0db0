// What the learner can do on every screen, each asked for in words of the present language.
import { confirm } from "./confirm.js";
import { openDownload } from "./download.js";
import { openHelp } from "./help.js";
import { say } from "./words.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {string} stem of the strings `<stem>_title`, `<stem>_text`, `<stem>_yes`
 * @param {string} no
 * @param {() => void} agreed
 */
function ask(stage, stem, no, agreed) {
  const { strings, host } = stage;
  confirm({ host, title: say(strings, `${stem}_title`), text: say(strings, `${stem}_text`), yes: say(strings, `${stem}_yes`), no, agreed });
}

/** @param {Stage} stage */
export function leave(stage) {
  ask(stage, "leave", say(stage.strings, "leave_no"), () => stage.send("leave"));
}

/** @param {Stage} stage */
export function restart(stage) {
  ask(stage, "restart", say(stage.strings, "restart_no"), () => stage.send("restart"));
}

/** @param {Stage} stage */
export function skipTheme(stage) {
  ask(stage, "skip_theme", say(stage.strings, "cancel"), () => stage.send("skip_theme"));
}

/** @param {Stage} stage */
export function help(stage) {
  stage.send("help");
  openHelp(stage);
}

/** @param {Stage} stage */
export function download(stage) {
  openDownload(stage);
}
