// How a text begins, to know a draft by that has no headline yet.
import type { Node } from "prosemirror-model";
import type { Shared } from "./shared";

const MOST_WORDS = 60;

/** Empty only where nothing stands at all. */
export function beginning(doc: Node, shared: Shared): string {
  const typed = ["summary", "ednote", "keywords", "dateline_place"].map((name) => shared.text(name).toString().trim());
  const words = doc.textBetween(0, doc.content.size, " ").trim() || typed.find((one) => one);
  return (words ?? (doc.content.size > 2 ? "A draft without words" : "")).slice(0, MOST_WORDS);
}
