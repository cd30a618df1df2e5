// From the server's places (a block's id and code points in it) to the editor's positions.
import type { Node } from "prosemirror-model";

export interface Place {
  block: string;
  start: number;
  end: number;
}

/** How many UTF-16 units the first `points` code points of `text` take. */
export function units(text: string, points: number): number {
  let at = 0;
  for (let point = 0; point < points && at < text.length; point++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Finds positions in `doc`: of a block's id and code points in it; null where there is none. */
export function finder(doc: Node): (block: string, points: number) => number | null {
  const blocks = new Map<string, { start: number; text: string }>();
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    blocks.set(node.attrs["id"], { start: at + 1, text: node.textBetween(0, node.content.size) });
    return false;
  });
  return (block, points) => {
    const found = blocks.get(block);
    return found ? found.start + units(found.text, points) : null;
  };
}
