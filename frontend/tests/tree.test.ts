import assert from "node:assert/strict";
import { test } from "node:test";
import { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { countWords } from "../src/count";
import { ids } from "../src/ids";
import { finder, units } from "../src/places";
import { isHref, pictureOf, schema } from "../src/schema";
import { treeOf } from "../src/tree";
import trees from "./trees.json";

const { nodes, marks } = schema;

function paragraph(id: string, words: string): Node {
  return nodes.paragraph.create({ id }, words ? schema.text(words) : null);
}

function doc(...blocks: Node[]): Node {
  return nodes.doc.create(null, blocks);
}

function idsOf(node: Node): string[] {
  return node.children.map((block) => block.attrs["id"] as string);
}

test("what the server takes comes back unchanged", () => {
  for (const tree of trees) {
    const read = Node.fromJSON(schema, tree);
    read.check();
    assert.deepEqual(treeOf(read), tree);
  }
});

test("marks are in one order, and a break bears none", () => {
  const bold = [marks.strong.create(), marks.em.create()];
  const break_ = nodes.hard_break.create(null, null, bold);
  const block = nodes.paragraph.create({ id: "a" }, [schema.text("x", bold), break_]);
  assert.deepEqual(treeOf(block)["content"], [
    { type: "text", text: "x", marks: [{ type: "em" }, { type: "strong" }] },
    { type: "hard_break" },
  ]);
});

test("what nobody can read becomes a space", () => {
  const words = "a\tb\u0000c\ud800d\u2028e😀f";
  assert.equal((treeOf(schema.text(words)) as { text: string }).text, "a b c d e😀f");
});

test("a paragraph keeps its id when it is split, and the new one gets its own", () => {
  const state = EditorState.create({ doc: doc(paragraph("a", "one two")), plugins: [ids] });
  const [first, second] = idsOf(state.apply(state.tr.split(5)).doc);
  assert.equal(first, "a");
  assert.match(second ?? "", /^[A-Za-z0-9_-]{12}$/);
});

test("the words keep their id when an empty paragraph is made before them", () => {
  const state = EditorState.create({ doc: doc(paragraph("a", "one two")), plugins: [ids] });
  const [first, second] = idsOf(state.apply(state.tr.split(1)).doc);
  assert.equal(second, "a");
  assert.notEqual(first, "a");
});

test("a block that is put in twice has one id of its own each time", () => {
  const state = EditorState.create({ doc: doc(paragraph("a", "one")), plugins: [ids] });
  const after = state.apply(state.tr.insert(5, [paragraph("a", "one"), paragraph("", "two")])).doc;
  assert.equal(new Set(idsOf(after)).size, 3);
  assert.equal(idsOf(after)[0], "a");
});

test("places count code points, positions UTF-16", () => {
  assert.equal(units("a😀b", 2), 3);
  const find = finder(doc(paragraph("a", "one"), paragraph("b", "😀 two")));
  assert.equal(find("b", 2), 5 + 1 + 3);
  assert.equal(find("gone", 0), null);
});

test("words are counted as the desk counts them", () => {
  assert.equal(countWords(doc(paragraph("a", "It’s a two-day, 61.4 % “ağır” матч."))), 6);
});

test("links lead where the server lets them", () => {
  for (const good of ["https://example.org", "HTTP://a/b?c#d", "mailto:a@example.org"]) {
    assert.ok(isHref(good), good);
  }
  for (const bad of ["javascript:alert(1)", "https://a@b/", "//example.org", "https://a b", ""]) {
    assert.ok(!isHref(bad), bad);
  }
  assert.ok(!isHref(`https://example.org/${"x".repeat(2000)}`));
});

test("only the newsroom's own pictures are pictures", () => {
  const own = `/pictures/${"0f".repeat(32)}`;
  assert.equal(pictureOf(own), own);
  assert.equal(pictureOf(`https://desk.example${own}`), own);
  assert.equal(pictureOf("https://example.org/x.png"), null);
});
