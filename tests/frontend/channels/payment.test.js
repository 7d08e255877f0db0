import assert from "node:assert/strict";
import test from "node:test";
import { one } from "../page.js";
import { message, shown } from "./messages.js";

/** @param {object} more */
const open = (more) => shown("app", message("payment", { payee: "C. Exemple", amount: "40 €", ...more })).node;

test("the bank's answer about the payee is said in words, with the name it knows", () => {
  for (const [check, words] of [["match", "Name and account match"], ["close", "The name is close"], ["no_match", "don’t match"], ["unavailable", "isn’t available"]]) {
    assert.match(one(open({ check, found: check === "close" ? "Camille" : null }), ".sp-check").textContent ?? "", new RegExp(words ?? "", "u"));
  }
  assert.match(one(open({ check: "close", found: "Camille" }), ".sp-check").textContent ?? "", /Account holder: Camille/);
});

test("each status is said in words; what is missing leaves nothing behind", () => {
  for (const [status, words] of [["confirm", "To be confirmed"], ["done", "Done"], ["pending", "Pending"], ["failed", "Failed"]]) {
    assert.equal(one(open({ status }), ".sp-status").textContent, words);
  }
  const bare = open({});
  assert.equal(one(bare, ".sp-status").textContent, "To be confirmed");
  assert.equal(bare.querySelector(".sp-check, .sp-warning, .sp-iban"), null);
  assert.equal(one(open({ warning: "Stop." }), ".sp-warning").textContent, "Stop.");
});
