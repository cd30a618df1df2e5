import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { merge } from "../src/merge";
import { decode, encode, Shared } from "../src/shared";
import { begun, copy, paragraph, textOf, wordsOf } from "./texts";

test("words typed where another took the block out are put back, whoever comes second", () => {
  for (const typist of ["first", "second"] as const) {
    const desk = begun("One.", "Two.", "Three.");
    const at = desk.vector;
    const [one, other] = [copy(desk), copy(desk)];
    textOf(one, 1).insert(4, " Not so.");
    other.body.delete(1, 1);
    const [here, there] = typist === "second" ? [one, other] : [other, one];
    const { rescued } = merge(here, there.lacking(at), at);
    assert.equal(rescued, 1);
    assert.deepEqual(wordsOf(here), ["One.", " Not so.", "Three."]);
    const again = merge(there, here.lacking(there.vector), here.vector);
    assert.equal(again.rescued, 0);
    assert.deepEqual(wordsOf(there), wordsOf(here));
  }
});

test("what was taken out on purpose stays out", () => {
  const desk = begun("One.", "Two.");
  const at = desk.vector;
  const [one, other] = [copy(desk), copy(desk)];
  textOf(one, 1).delete(0, 4);
  other.body.delete(1, 1);
  assert.equal(merge(one, other.lacking(at), at).rescued, 0);
  assert.deepEqual(wordsOf(one), ["One."]);
});

test("a list item whose paragraph went keeps its list", () => {
  const shared = new Shared();
  const [list, item, inner] = ["bullet_list", "list_item", "bullet_list"].map((name) => new Y.XmlElement(name));
  const deep = new Y.XmlElement("list_item");
  if (!list || !item || !inner) throw new Error("made");
  shared.body.insert(0, [list]);
  list.insert(0, [item]);
  item.insert(0, [paragraph("gone", "a"), inner]);
  inner.insert(0, [deep]);
  deep.insert(0, [paragraph("stays", "b")]);
  const other = copy(shared);
  const at = shared.vector;
  ((other.body.get(0) as Y.XmlElement).get(0) as Y.XmlElement).delete(0, 1);
  assert.equal(merge(shared, other.lacking(at), at).mended, true);
  assert.match(shared.body.toString(), /<list_item><paragraph id="[^"]+"><\/paragraph><bullet_list>.*stays/);
});

test("bytes survive the way as text", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
  assert.deepEqual(decode(encode(bytes)), bytes);
});
