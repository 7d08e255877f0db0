import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const css = readFileSync(new URL("../../src/safetystring/player/frontend/css/tokens.css", import.meta.url), "utf8");

/** The colours of each theme: the light one, then each of the dark blocks. */
const themes = css
  .split("}")
  .map((block) => Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])))
  .filter((theme) => "bg" in theme);

/** WCAG 2.2's relative luminance. @param {string} colour */
function luminance(colour) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Text and what it stands on. */
const TEXT = [
  ["ink", "bg"], ["ink", "surface"], ["ink", "raised"], ["ink", "accent-soft"], ["mute", "bg"], ["mute", "surface"], ["mute", "raised"], ["mute", "accent-soft"],
  ["in-ink", "in"], ["mute", "in"], ["out-ink", "out"], ["accent", "surface"], ["accent", "bg"], ["accent-ink", "accent"], ["flag", "surface"],
  ["flag", "bg"], ["flag", "flag-soft"], ["flag-ink", "flag"], ["good", "good-soft"], ["warn", "warn-soft"], ["warn", "raised"],
];
/** Edges of controls, icons and the focus ring, and what they stand on. */
const EDGES = [["edge", "bg"], ["edge", "surface"], ["focus", "bg"], ["focus", "surface"], ["flag", "in"], ["mute", "bg"]];

test("there are three blocks of colours, and the two dark ones say the same", () => {
  assert.equal(themes.length, 3);
  assert.deepEqual(themes[1], themes[2]);
});

test("text reaches 4.5 : 1 and edges reach 3 : 1, in both themes", () => {
  for (const [index, theme] of themes.entries()) {
    for (const [pairs, least] of /** @type {[string[][], number][]} */ ([[TEXT, 4.5], [EDGES, 3]])) {
      for (const [one = "", other = ""] of pairs) {
        const ratio = contrast(theme[one] ?? "", theme[other] ?? "");
        assert.ok(ratio >= least, `theme ${index}: ${one} on ${other} is ${ratio.toFixed(2)}`);
      }
    }
  }
});
