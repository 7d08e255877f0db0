// Bundles the front end into the two files anywidget loads. `--check` builds in memory and compares instead.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../../..");
const out = resolve(here, "../static");
const checking = process.argv.includes("--check");

/** @param {string} entry @param {string} name @returns {Promise<[string, string]>} */
async function bundle(entry, name) {
  const result = await build({
    entryPoints: [resolve(here, entry)],
    bundle: true,
    format: "esm",
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    // Readable on purpose: the file is committed, and a reviewer should be able to see what a build changed.
    minify: false,
    legalComments: "none",
    banner: { [name.endsWith(".css") ? "css" : "js"]: "/* Built by `npm run build` from player/frontend. Do not edit. */" },
    absWorkingDir: root,
    write: false,
    logLevel: "warning",
  });
  return [resolve(out, name), result.outputFiles[0]?.text ?? ""];
}

const files = await Promise.all([
  bundle("index.js", "player.js"),
  bundle("index.css", "player.css"),
  bundle("home.js", "home.js"),
  bundle("home.css", "home.css"),
]);
await mkdir(out, { recursive: true });
let stale = false;
for (const [path, text] of files) {
  const shown = relative(root, path);
  if (checking) {
    const found = await readFile(path, "utf8").catch(() => "");
    if (found !== text) {
      stale = true;
      console.error(`${shown} is not what the sources give. Run: npm run build`);
    }
  } else {
    await writeFile(path, text);
    console.log(`${shown} ${(text.length / 1024).toFixed(1)} KiB`);
  }
}
process.exitCode = stale ? 1 : 0;
