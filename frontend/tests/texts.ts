// Texts that several copies share, and what they say.
import * as Y from "yjs";
import { Shared } from "../src/shared";

export function paragraph(words: string, id: string): Y.XmlElement {
  const made = new Y.XmlElement("paragraph");
  made.setAttribute("id", id);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
}

export function begun(...words: string[]): Shared {
  const shared = new Shared();
  shared.body.insert(0, words.map((each, at) => paragraph(each, `p${at}`)));
  return shared;
}

export function copy(of: Shared): Shared {
  const made = new Shared();
  Y.applyUpdate(made.doc, of.lacking());
  return made;
}

export const wordsOf = (shared: Shared): string[] =>
  shared.body.toArray().map((block) => block.toString().replace(/<[^>]*>/g, ""));
export const textOf = (shared: Shared, at: number): Y.XmlText => (shared.body.get(at) as Y.XmlElement).get(0) as Y.XmlText;
