import assert from "node:assert/strict";
import { test } from "node:test";
import { covering } from "../src/field_mending";
import { tidied, tidy } from "../src/tidy";

type Edits = Parameters<typeof covering>[1];

function mended(value: string, edits: Edits): string {
  const { from, to, text } = covering(tidied(value), edits);
  return value.slice(0, from) + text + value.slice(to);
}

const edit = (start: number, end: number, text: string): Edits[number] => ({ block: "summary", start, end, text });

test("a field is read as the desk reads it", () => {
  assert.equal(tidy("  Rain \t over\u0007Vesna \u00a0"), "Rain   over Vesna");
  assert.equal(tidy(" \nOne \u00a0\n  two\t\n\nthree\n \n"), "One\n  two\n\nthree");
  assert.equal(tidy("a\ud83cb\u2028c"), "a b c");
  assert.equal(tidy("🌊 Rain\ufeff"), "🌊 Rain\ufeff");
  assert.equal(tidy(" \n "), "");
  assert.equal(tidy(""), "");
});

test("an edit lies where the words lie in what was typed", () => {
  assert.equal(mended("  “We will not rebuild”", [edit(9, 13, "")]), "  “We will rebuild”");
  assert.equal(mended("🌊 “I will not 🌊 stay”", [edit(10, 14, "")]), "🌊 “I will 🌊 stay”");
});

test("two edits are one stretch, over lines with spaces at their ends too", () => {
  const value = " Flood 🌊  \n“We may not stay here,” he said. ";
  assert.equal(tidy(value), "Flood 🌊\n“We may not stay here,” he said.");
  const edits = [edit(12, 15, "will"), edit(15, 19, "")];
  assert.equal(mended(value, edits), " Flood 🌊  \n“We will stay here,” he said. ");
  assert.deepEqual(covering(tidied(value), edits), { from: 16, to: 23, text: "will" });
});

test("words are put in at the end, and into nothing", () => {
  assert.equal(mended("Rain  ", [edit(4, 4, "!")]), "Rain!  ");
  assert.equal(mended("", [edit(0, 0, "Rain")]), "Rain");
});
