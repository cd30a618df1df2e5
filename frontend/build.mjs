// The ES modules and a service worker, minified, the same bytes from the same sources; `--check` only compares.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const LARGEST = 180_000;
const LARGEST_BOARD = 6_000;
const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "..", "editorial", "static");

const options = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
};
const built = await build({ ...options, entryPoints: ["src/main.ts"] });
const board = await build({ ...options, entryPoints: ["src/board/main.ts"] });
const worker = await build({ ...options, format: "iife", entryPoints: ["src/worker/worker.ts"] });
const remark = await build({ ...options, entryPoints: ["src/remark.ts"] });
const present = await build({ ...options, entryPoints: ["src/here.ts"] });
const record = await build({ ...options, entryPoints: ["src/record.ts"] });

const packages = new Set();
for (const input of Object.keys(built.metafile.inputs)) {
  const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) packages.add(found[1]);
}

async function licence(name) {
  const root = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const file = (await readdir(root)).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} comes without the text of its licence`);
  const words = (await readFile(join(root, file), "utf8")).trim();
  return `${name} ${version} (${license})\n\n${words}\n`;
}

const licences = await Promise.all([...packages].sort().map(licence));
const files = {
  "editor/editor.js": built.outputFiles[0].text,
  "editor/worker.js": worker.outputFiles[0].text,
  "board/board.js": board.outputFiles[0].text,
  "board/here.js": present.outputFiles[0].text,
  "record/record.js": record.outputFiles[0].text,
  "review/remark.js": remark.outputFiles[0].text,
  "editor/LICENCES.txt": `Bundled in editor.js:\n\n${licences.join(`\n${"─".repeat(72)}\n\n`)}`,
};
for (const [name, largest] of [
  ["editor/editor.js", LARGEST],
  ["board/board.js", LARGEST_BOARD],
]) {
  const size = gzipSync(files[name], { level: 9 }).length;
  if (size > largest) throw new Error(`${name} has ${size} bytes gzipped, more than ${largest}`);
  console.log(`${name}: ${size} bytes gzipped`);
}

for (const [name, words] of Object.entries(files)) {
  const file = join(folder, name);
  if (!process.argv.includes("--check")) await writeFile(file, words);
  else if ((await readFile(file, "utf8").catch(() => "")) !== words) {
    console.error(`${name} is not what the sources build; run make assets`);
    process.exitCode = 1;
  }
}
