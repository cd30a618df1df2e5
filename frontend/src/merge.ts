// Taking in what others typed, so that no word is lost that somebody typed where another cut.
import * as Y from "yjs";
import { newId } from "./ids";
import { ELSEWHERE, type Shared } from "./shared";

interface Piece {
  id: Y.ID;
  words: string;
}

export interface Merged {
  rescued: number;
  mended: boolean;
}

/** Takes an update in. Words that were typed into a block which someone else took out at the same
 * time are put back in a paragraph of their own where that block stood. Tells how many those were, and
 * whether anything else had to be set right, so that the desk lacks it now.
 *
 * `vector`: what the desk has of each writer. What is beyond it, nobody else can have seen; and what
 * this copy did not have, nobody here can have seen. Neither was meant to go. */
export function merge(shared: Shared, update: Uint8Array, vector: Uint8Array | null): Merged {
  const { doc } = shared;
  const atDesk = vector ? Y.decodeStateVector(vector) : new Map<number, number>();
  const before = Y.decodeStateVector(Y.encodeStateVector(doc));
  const mine = pieces(doc, (id) => id.clock >= (atDesk.get(id.client) ?? 0)).filter(
    ({ id }) => !itemAt(doc, id).deleted,
  );
  const gone = Y.decodeUpdate(update).ds;
  let rescued = 0;
  let mended = false;
  doc.transact(() => {
    Y.applyUpdate(doc, update, ELSEWHERE);
    const theirs = pieces(doc, (id) => id.clock >= (before.get(id.client) ?? 0)).filter(
      ({ id }) => !Y.isDeleted(gone, id),
    );
    rescued = putBack(shared, [...mine, ...theirs].filter(({ id }) => itemAt(doc, id).deleted && orphaned(doc, id)));
    mended = mend(shared.body);
  }, ELSEWHERE);
  return { rescued, mended };
}

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item {
  return Y.getItem(doc.store, id) as Y.Item;
}

/** The words of the body that `wanted` asks for, as they were typed. */
function pieces(doc: Y.Doc, wanted: (id: Y.ID) => boolean): Piece[] {
  const found: Piece[] = [];
  for (const [client, structs] of doc.store.clients) {
    const last = structs.at(-1);
    if (!last || !wanted(Y.createID(client, last.id.clock + last.length - 1))) continue;
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      if (!(struct.parent instanceof Y.XmlText)) continue;
      for (let at = 0; at < struct.length; at++) {
        const id = Y.createID(client, struct.id.clock + at);
        if (wanted(id)) {
          found.push({ id, words: struct.content.str.slice(at) });
          break;
        }
      }
    }
  }
  return found;
}

/** Whether it went because the block that it was typed into went. */
function orphaned(doc: Y.Doc, id: Y.ID): boolean {
  const block = (itemAt(doc, id).parent as Y.XmlText)._item;
  return block !== null && gone(block);
}

function gone(item: Y.Item): boolean {
  for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown>)._item) {
    if (at.deleted) return true;
  }
  return false;
}

function putBack(shared: Shared, orphans: Piece[]): number {
  const byText = new Map<Y.XmlText, string[]>();
  for (const { id, words } of orphans) {
    const text = itemAt(shared.doc, id).parent as Y.XmlText;
    if (words.trim()) byText.set(text, [...(byText.get(text) ?? []), words]);
  }
  for (const [text, words] of byText) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.setAttribute("id", newId());
    paragraph.insert(0, [new Y.XmlText(words.join(" "))]);
    shared.body.insert(placeOf(shared.body, text), [paragraph]);
  }
  return byText.size;
}

/** After the last block that stands of those which stood before the one that went. */
function placeOf(body: Y.XmlFragment, text: Y.XmlText): number {
  let item = text._item;
  while (item && item.parent !== body) item = (item.parent as Y.AbstractType<unknown>)._item;
  let place = 0;
  for (let at = body._start; at && at !== item; at = at.right) if (!at.deleted) place += at.length;
  return place;
}

/** What two people did at once may fit no text: the binding would take such a block out with its
 * words, so that it is set right before it is read. */
export function mend(parent: Y.XmlFragment): boolean {
  let mended = false;
  for (const child of [...parent.toArray()]) {
    if (!(child instanceof Y.XmlElement)) continue;
    mended = mend(child) || mended;
    const inside = child.toArray();
    if (child.nodeName === "list_item" && inside.length) {
      const first = inside[0];
      if (!(first instanceof Y.XmlElement) || first.nodeName !== "paragraph") {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.setAttribute("id", newId());
        child.insert(0, [paragraph]);
        mended = true;
      }
    } else if (child.nodeName === "heading") {
      for (let at = inside.length - 1; at >= 0; at--) {
        if (inside[at] instanceof Y.XmlElement) {
          child.delete(at, 1);
          child.insert(at, [new Y.XmlText(" ")]);
          mended = true;
        }
      }
    }
  }
  return mended;
}
