import assert from "node:assert/strict";
import test from "node:test";
import { one, strings } from "../page.js";
import { message, shown } from "./messages.js";
import { videoPicture } from "../../../src/safetystring/player/frontend/channels/video.js";

test("the large picture is hidden from screen readers; the log tells what it shows", () => {
  const picture = videoPicture(strings("en"));
  assert.equal(picture.element.getAttribute("aria-hidden"), "true");
  const { node } = shown("video", message("frame", { backdrop: "office", frozen: true, alt: "An office." }, { text: "Can you hear me?" }));
  assert.match(node.textContent ?? "", /Picture frozen.*An office\..*Can you hear me\?/);
});

test("a frozen picture says so, and the next one does not", () => {
  const { element, show } = videoPicture(strings("en"));
  show({ is: "Frame", backdrop: "home", frozen: true });
  assert.equal(one(element, ".sp-video-frozen").textContent, "Picture frozen");
  show({ is: "Frame", backdrop: "home", frozen: false });
  assert.equal(element.querySelector(".sp-video-frozen"), null);
});

test("a place nobody has drawn is a plain wall", () => {
  const { element, show } = videoPicture(strings("en"));
  const blank = element.cloneNode(true);
  show({ is: "Frame", backdrop: "moon" });
  assert.ok(element.isEqualNode(blank));
});
