// Taking in what this device kept, by the same rule as what others typed: no word goes because someone
// else cut.
import * as Y from "yjs";
import { type Merged, merge } from "./merge";
import { KEPT, Shared } from "./shared";

/** `updates`: the rows of one draft, of one page or of several.
 *
 * The kept text takes in what the page has, and never the other way round: where the desk has forgotten
 * the block that words were typed into, Yjs would not even read them. */
export function adopt(shared: Shared, updates: Uint8Array[]): Merged {
  if (!updates.length) return { rescued: 0, mended: false };
  const kept = new Shared();
  const among = merge(kept, Y.mergeUpdates(updates), null);
  const { rescued, mended } = merge(kept, shared.lacking(), shared.vector);
  Y.applyUpdate(shared.doc, kept.lacking(shared.vector), KEPT);
  return { rescued: among.rescued + rescued, mended: among.mended || mended };
}
