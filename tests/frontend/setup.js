// A stage on a page, with the sample conversation.
import { makeStage } from "../../src/safetystring/player/frontend/stage.js";
import { FakeModel } from "./model.js";
import { box, strings } from "./page.js";
import { ASSETS, about, entries } from "./sample.js";

/** @import { Lang, Traits } from "../../src/safetystring/player/frontend/types.js" */

/** @param {Partial<Traits>} [traits] */
export function sampleModel(traits = {}) {
  const lang = /** @type {Lang} */ (traits.lang ?? "en");
  const words = strings(lang);
  const list = traits.entries ?? entries(lang);
  return new FakeModel({ lang, strings: words, about: about(lang, words), assets: ASSETS, entries: list, shown: list.at(-1)?.seq ?? 0, ...traits });
}

/** @param {Partial<Traits>} [traits] */
export function sampleStage(traits = {}) {
  const model = sampleModel(traits);
  const page = box();
  return { model, ...page, stage: makeStage(model, page.host) };
}
