// The text as the server takes it: one reading, one tree, one digest.
import type { Mark, Node } from "prosemirror-model";

export type Json = { [key: string]: unknown };

// Controls, line and paragraph separators, lone surrogates: as ILLEGIBLE in document/schema.py.
const ILLEGIBLE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ORDER = ["link", "em", "strong"];

/** The tree in the form of `to_json` in document/schema.py. */
export function treeOf(node: Node): Json {
  if (node.isText) {
    const text = (node.text ?? "").replace(ILLEGIBLE, " ");
    return node.marks.length ? { type: "text", text, marks: marksOf(node.marks) } : { type: "text", text };
  }
  if (node.type.name === "hard_break") return { type: "hard_break" };
  const tree: Json = { type: node.type.name };
  if (node.type.name !== "doc") tree["attrs"] = attributesOf(node);
  if (node.childCount) tree["content"] = node.children.map(treeOf);
  return tree;
}

function attributesOf(node: Node): Json {
  return Object.fromEntries(
    Object.entries(node.attrs).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(ILLEGIBLE, " ") : value,
    ]),
  );
}

function marksOf(marks: readonly Mark[]): Json[] {
  return [...marks]
    .sort((one, other) => ORDER.indexOf(one.type.name) - ORDER.indexOf(other.type.name))
    .map(({ type, attrs }) =>
      type.name === "link" ? { type: "link", attrs: { href: attrs["href"] } } : { type: type.name },
    );
}
