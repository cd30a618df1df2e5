// What another app shared, handed to the desk's form for sources on the page of the dispatch it is for.
import { dropShare, filesOf, sharesIn } from "./share_rows";
import { wordsOf } from "./share_words";
import type { Store } from "./store";

/** What the form for sources hears; `attached` is called once all of it is on the record. */
export const HANDED = "editorial:handed";

export interface Handed {
  title: string;
  words: string;
  files: File[];
  attached: () => void;
}

/** Once the place on this device is open, where the page's address names one that waits there. */
export async function handOver(store: Store): Promise<void> {
  const named = new URLSearchParams(location.search).get("share");
  if (!named) return;
  const share = (await sharesIn(store)).find(({ id }) => id === named);
  if (!share) return;
  const attached = (): void => {
    void dropShare(store.person, share.id, [share.row]);
    history.replaceState(null, "", location.pathname);
  };
  const detail: Handed = { title: share.title, words: wordsOf(share), files: await filesOf(store, share), attached };
  if (document.readyState !== "complete") await new Promise((done) => window.addEventListener("load", done, { once: true }));
  document.dispatchEvent(new CustomEvent(HANDED, { detail }));
}
