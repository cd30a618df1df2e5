// The length of a text as document/words.py reckons it.
import type { Node } from "prosemirror-model";

const WORD = /[\p{L}\p{N}_]+(?:['’.,:/-][\p{L}\p{N}_]+)*/gu;
const WORDS_A_MINUTE = 238;

export function countWords(doc: Node): number {
  let words = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    words += node.textBetween(0, node.content.size).match(WORD)?.length ?? 0;
    return false;
  });
  return words;
}

export function lengthOf(doc: Node): string {
  const words = countWords(doc);
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  return `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}, ${minutes} min`;
}
