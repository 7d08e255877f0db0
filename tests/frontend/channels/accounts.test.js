import assert from "node:assert/strict";
import test from "node:test";
import { all, strings } from "../page.js";
import { sampleStage } from "../setup.js";
import { message, scene } from "./messages.js";
import { accountsQuestion, accountsResult, groupVoices } from "../../../src/safetystring/player/frontend/channels/accounts.js";

/** @param {string} sender @param {number} seq */
const said = (sender, seq) => ({ ...message("text", null, { sender, name: sender.toUpperCase(), id: `m${seq}` }), seq });
const ENTRIES = [scene("chat"), said("p01", 2), scene("group", { seq: 3 }), said("p05", 4), said("p06", 5), said("p05", 6), { ...said("me", 7), side: /** @type {const} */ ("out"), markable: false }];

test("only who spoke in a group is asked about, each once", () => {
  assert.deepEqual(groupVoices(ENTRIES).map(({ id }) => id), ["p05", "p06"]);
  assert.equal(accountsQuestion(sampleStage({ entries: ENTRIES.slice(0, 2) }).stage), null);
});

test("what is ticked is sent, and stands when it is asked again", () => {
  const { stage, host, model } = sampleStage({ entries: ENTRIES, picked: ["p06"] });
  const fields = /** @type {HTMLElement} */ (accountsQuestion(stage));
  host.append(fields);
  const boxes = /** @type {HTMLInputElement[]} */ (all(fields, "input"));
  assert.deepEqual(boxes.map((box) => box.checked), [false, true]);
  boxes[0]?.click();
  boxes[1]?.click();
  assert.deepEqual(model.sent.filter(({ type }) => type === "pick").map(({ ids }) => ids), [["p05", "p06"], ["p05"]]);
});

test("the debrief says of each what it was, and where nobody was, says that", () => {
  const account = { id: "p05", name: "Zhou", avatar: "person", together: true, picked: true };
  const result = accountsResult([account, { ...account, id: "p06", name: "He", together: false, picked: false }], strings("en"));
  assert.deepEqual(all(/** @type {HTMLElement} */ (result), "li").map((row) => row.textContent), ["ZZhouWorking togetherYou picked this one", "HHeOn their own"]);
  const none = accountsResult([0, 1].map((n) => ({ ...account, id: `p0${n}`, together: false })), strings("en"));
  assert.match(none?.textContent ?? "", /Nobody in this group/);
  assert.equal(accountsResult([], strings("en")), null);
});
