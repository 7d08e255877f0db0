// "Download my answers": asks for the code, lets the kernel pack, hands the file to the browser.
import { h, uid } from "./dom.js";
import { openSheet } from "./sheet.js";
import { say } from "./words.js";

/** @import { Download } from "./types.js" */
/** @import { Stage } from "./stage.js" */

/** @param {Stage} stage */
export function openDownload(stage) {
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
    "aria-describedby": hint,
  });
  const form = h(
    "form",
    { class: "sp-form" },
    h("label", { for: id, class: "sp-label" }, say(strings, "download_code")),
    field,
    h("p", { class: "sp-small", id: hint }, say(strings, "download_hint")),
    h("button", { type: "submit", class: "sp-button sp-strong sp-wide" }, say(strings, "download_go")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    stage.send("download", { code: field.value.trim() });
    close();
  });
  const close = openSheet({ host, title: say(strings, "download"), close: say(strings, "close"), className: "sp-sheet-small", content: [form] });
}

/**
 * @param {string} data base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytes(data) {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/**
 * Hand the packed answers to the browser.
 *
 * @param {Download} file
 * @returns {boolean} whether there was a file
 */
export function save(file) {
  if (!file.data || !file.name) return false;
  const url = URL.createObjectURL(new Blob([bytes(file.data)], { type: file.mime || "application/octet-stream" }));
  h("a", { href: url, download: file.name }).click();
  // The browser has read it long before a minute is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
