// One ES module, minified, the same bytes from the same sources; `--check` only compares.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const LARGEST = 120_000;
const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "..", "editorial", "static", "editor");

const built = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});

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
  "editor.js": built.outputFiles[0].text,
  "LICENCES.txt": `Bundled in editor.js:\n\n${licences.join(`\n${"─".repeat(72)}\n\n`)}`,
};
const size = gzipSync(files["editor.js"], { level: 9 }).length;
if (size > LARGEST) throw new Error(`editor.js has ${size} bytes gzipped, more than ${LARGEST}`);

for (const [name, words] of Object.entries(files)) {
  const file = join(folder, name);
  if (!process.argv.includes("--check")) await writeFile(file, words);
  else if ((await readFile(file, "utf8").catch(() => "")) !== words) {
    console.error(`${name} is not what the sources build; run make assets`);
    process.exitCode = 1;
  }
}
console.log(`editor.js: ${size} bytes gzipped`);
