import globals from "globals";

/** Rules that catch mistakes; how code is laid out is not their business. */
const rules = {
  "array-callback-return": "error",
  complexity: ["error", 14],
  "consistent-return": "error",
  "default-case-last": "error",
  eqeqeq: "error",
  "max-depth": ["error", 4],
  "max-lines": ["error", { max: 400 }],
  "no-alert": "error",
  "no-console": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-promise-executor-return": "error",
  // Text of a scenario must never be read as markup: it enters the page by textContent alone.
  "no-restricted-properties": [
    "error",
    { property: "innerHTML", message: "Use textContent or dom.js." },
    { property: "outerHTML", message: "Use textContent or dom.js." },
    { property: "insertAdjacentHTML", message: "Use textContent or dom.js." },
    { property: "write", object: "document", message: "Use dom.js." },
  ],
  // The player is used offline and reports to nobody.
  "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
  "no-script-url": "error",
  "no-undef": "error",
  "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
  "no-use-before-define": ["error", { functions: false, classes: true, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

export default [
  { files: ["src/safetystring/player/frontend/*.js"], languageOptions: { globals: globals.browser }, rules },
  {
    files: ["src/safetystring/authoring/preview/page/*.js"],
    languageOptions: { globals: globals.browser },
    // The preview is an author's tool and speaks with its own server on the same machine.
    rules: { ...rules, "no-restricted-globals": "off" },
  },
  {
    files: ["src/safetystring/player/frontend/*.mjs"],
    languageOptions: { globals: globals.node },
    rules: { ...rules, "no-console": "off" },
  },
  {
    files: ["tests/frontend/**/*.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    // Tests stand in for browsers that lack something, and offer the player addresses it must refuse.
    rules: { ...rules, "no-param-reassign": "off", "no-script-url": "off" },
  },
];
