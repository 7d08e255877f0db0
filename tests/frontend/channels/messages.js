// Messages of every form for the tests of the channels.
import { sampleStage } from "../setup.js";
import { messageNode } from "../../../src/safetystring/player/frontend/message.js";

/** @import { Channel, Form, MessageEntry, SceneEntry } from "../../../src/safetystring/player/frontend/types.js" */

/** @param {Channel} channel @param {Partial<SceneEntry>} [more] @returns {SceneEntry} */
export const scene = (channel, more = {}) => ({ seq: 1, kind: "scene", id: "s", channel, name: "Desk", number: "+33 1 99 00 00 00", about: "far", ...more });

/** @param {Form} form @param {Record<string, any> | null} attachment @param {Partial<MessageEntry>} [more] @returns {MessageEntry} */
export const message = (form, attachment, more = {}) => ({
  seq: 2,
  kind: "message",
  id: "m1",
  form,
  side: "in",
  sender: "p01",
  name: "Desk",
  avatar: "desk",
  text: "",
  time: "10:41",
  markable: true,
  attachment: attachment === null ? null : { is: "X", ...attachment },
  reactions: [],
  ...more,
});

/**
 * @param {Channel} channel
 * @param {MessageEntry} entry
 * @param {Record<string, string>} [assets]
 */
export function shown(channel, entry, assets = {}) {
  const { stage, host, model } = sampleStage({ assets });
  const node = messageNode(entry, scene(channel), stage);
  host.append(node);
  return { node, host, model, stage };
}
