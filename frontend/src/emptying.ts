// Drafts in which nothing stands are taken off this device.
import * as Y from "yjs";
import { Shared, TYPED } from "./shared";
import type { Store } from "./store";

const nameOf = (store: Store, draft: string): string => `draft ${store.person} ${draft}`;

/** Says to the other pages, until this one is closed, that the draft is open here. */
export function holdOpen(store: Store, draft: string): void {
  void navigator.locks?.request(nameOf(store, draft), { mode: "shared" }, () => new Promise(() => undefined));
}

/** Takes those off in which nothing stands, of which nothing waits to go, and which no page has open:
 * what is typed there builds on the rows. Gives those that went. */
export async function dropEmpty(store: Store, drafts: string[]): Promise<Set<string>> {
  const went = new Set<string>();
  for (const draft of drafts) {
    const drop = async (): Promise<void> => {
      const found = await store.of(draft);
      if (!found.every(({ kind }) => kind === "update" || kind === "head")) return;
      if (!isEmpty(found.filter(({ kind }) => kind === "update").map(({ bytes }) => bytes))) return;
      await store.drop(found.map(({ id }) => id));
      went.add(draft);
    };
    if (!navigator.locks) await drop();
    else await navigator.locks.request(nameOf(store, draft), { ifAvailable: true }, async (free) => (free ? drop() : undefined));
  }
  return went;
}

/** Whether what was kept makes a text without a word. */
export function isEmpty(updates: Uint8Array[]): boolean {
  const shared = new Shared();
  for (const update of updates) Y.applyUpdate(shared.doc, update);
  // What can't be read for want of another row is something.
  if (shared.doc.store.pendingStructs) return false;
  // The byline comes with the form.
  if (TYPED.some((name) => name !== "byline" && shared.text(name).toString().trim())) return false;
  return shared.body.length <= 1 && shared.body.toArray().every((block) => isBlank(block));
}

function isBlank(block: Y.XmlElement | Y.XmlText | Y.XmlHook): boolean {
  if (block instanceof Y.XmlText) return block.length === 0;
  return block instanceof Y.XmlElement && block.nodeName === "paragraph" && block.toArray().every((one) => isBlank(one as Y.XmlElement));
}
