// Every block keeps its id for life, and no two have the same.
import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LENGTH = 12;

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte & 63]).join("");
}

/** Gives a new id to each block that has none or another's. Of two that were one, the one with
 * words keeps it: a paragraph stays itself when an empty one is made before it. */
export function mendIds(doc: Node, transaction: Transaction): Transaction {
  const seen = new Map<string, { node: Node; at: number }>();
  const renew = (at: number): void => {
    transaction.setNodeAttribute(at, "id", newId());
  };
  doc.descendants((node, at) => {
    if (node.type.spec.attrs?.["id"] === undefined) return !node.isTextblock;
    const first = seen.get(node.attrs["id"]);
    if (!node.attrs["id"]) renew(at);
    else if (!first) seen.set(node.attrs["id"], { node, at });
    else if (!first.node.textContent && node.textContent) {
      renew(first.at);
      seen.set(node.attrs["id"], { node, at });
    } else renew(at);
    return !node.isTextblock;
  });
  return transaction;
}

export const ids = new Plugin({
  appendTransaction: (transactions, _before, state) => {
    if (!transactions.some((one) => one.docChanged)) return null;
    const mended = mendIds(state.doc, state.tr);
    return mended.docChanged ? mended : null;
  },
});
