// The working copy as a document that several people change at once; document/shared.py is its twin.
import * as Y from "yjs";
import { newId } from "./ids";

export const SCHEMA = 1;
export const TYPED = ["headline", "summary", "dateline_place", "byline", "slugline", "keywords", "ednote"] as const;
export const CHOSEN = ["language", "dateline_date", "urgency"] as const;

/** Where a change comes from that somebody else typed. */
export const ELSEWHERE = "elsewhere";
/** Where a change comes from that was read from this device. */
export const KEPT = "kept";

export class Shared {
  // What was taken out stays readable here: it may have to be put back.
  readonly doc = new Y.Doc({ gc: false });
  readonly body = this.doc.getXmlFragment("body");
  readonly chosen = this.doc.getMap<unknown>("chosen");

  text(name: string): Y.Text {
    return this.doc.getText(name);
  }

  /** A body to begin with: one empty paragraph. */
  begin(): void {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.setAttribute("id", newId());
    this.body.insert(0, [paragraph]);
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What a copy of that vector lacks. */
  lacking(vector?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, vector);
  }
}

const CHUNK = 0x8000;

export function encode(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

export function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
