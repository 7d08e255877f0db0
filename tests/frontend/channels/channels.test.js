import assert from "node:assert/strict";
import test from "node:test";
import "../page.js";
import { strings } from "../page.js";
import { scene } from "./messages.js";
import { CHANNELS, handedOver, screen, spoken, typed } from "../../../src/safetystring/player/frontend/channels/channels.js";

/** @import { Channel } from "../../../src/safetystring/player/frontend/types.js" */

const words = strings("en");

test("each channel says what stands at the top, below it, and how it is left", () => {
  /** @type {[Channel, object, string, string, string][]} */
  const rows = [
    ["ring", {}, "Incoming call", "", "none"],
    ["call", {}, "Desk", "Call in progress", "hangup"],
    ["video", {}, "Desk", "Video call", "hangup"],
    ["chat", {}, "Desk", "far", "back"],
    ["group", { members: 87 }, "Desk", "87 members", "back"],
    ["group", {}, "Desk", "far", "back"],
    ["sms", {}, "Desk", "+33 1 99 00 00 00 · far", "back"],
    ["sms", { name: "+33 1 99 00 00 00" }, "+33 1 99 00 00 00", "far", "back"],
    ["mail", {}, "Desk", "far", "back"],
    ["app", {}, "Desk", "far", "back"],
    ["web", { about: null }, "Desk", "", "back"],
  ];
  assert.deepEqual(new Set(rows.map(([name]) => name)), new Set(Object.keys(CHANNELS)));
  for (const [name, more, title, below, way] of rows) {
    const look = CHANNELS[name];
    const one = scene(name, more);
    assert.deepEqual([look.title(one, words), look.below(one, words), look.way], [title, below, way]);
    assert.equal([spoken(name), typed(name), screen(name)].filter(Boolean).length, 1);
  }
});

test("a call is handed over where it goes on with somebody else", () => {
  /** @type {[Channel, string, Channel | null, boolean][]} */
  const rows = [
    ["call", "Other", "call", true],
    ["video", "Other", "video", true],
    ["call", "Desk", "call", false],
    ["call", "Other", "ring", false],
    ["video", "Other", "call", false],
    ["ring", "Other", "ring", false],
    ["chat", "Other", "chat", false],
    ["call", "Other", null, false],
  ];
  for (const [channel, name, before, expected] of rows) {
    assert.equal(handedOver(scene(channel, { name }), before ? scene(before) : undefined), expected, `${before} → ${channel}`);
  }
});
