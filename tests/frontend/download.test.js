import assert from "node:assert/strict";
import test from "node:test";
import { one } from "./page.js";
import { sampleStage } from "./setup.js";
import { bytes, openDownload, save } from "../../src/safetystring/player/frontend/download.js";

test("the code is sent as typed, without the spaces around it; none is fine", () => {
  for (const [typed, code] of /** @type {const} */ ([[" lyon-07 ", "lyon-07"], ["", ""]])) {
    const { stage, host, model } = sampleStage();
    openDownload(stage);
    const field = /** @type {HTMLInputElement} */ (one(host, "input.sp-field"));
    assert.equal(document.activeElement, field);
    field.value = typed;
    one(host, "form").dispatchEvent(new window.Event("submit", { cancelable: true }));
    assert.deepEqual(model.sent, [{ type: "download", code }]);
    assert.equal(host.querySelector(".sp-sheet"), null);
  }
});

test("bytes come out of base64 as they went in", () => {
  assert.deepEqual([...bytes("UEsDBP8A")], [0x50, 0x4b, 3, 4, 255, 0]);
});

test("nothing is saved before there is an archive, or when it failed", () => {
  assert.equal(save({}), false);
  assert.equal(save({ failed: true }), false);
});
