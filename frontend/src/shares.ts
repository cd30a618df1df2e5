// What other apps shared with the desk: it waits on this device, attached nowhere, until its owner says
// of which dispatch it is a source, or discards it.
import { desksKnown } from "./device";
import { element } from "./element";
import { askWorker } from "./holder";
import type { Head } from "./keeping";
import { parcel } from "./parcel";
import { assignShare, dropShare, keepShare, type Share, sharesIn, type Waiting } from "./share_rows";
import { nameOf, wordsOf } from "./share_words";
import type { Source } from "./source";
import { owners, type Store } from "./store";

export interface Draft {
  id: string;
  title: string;
}

interface Offered {
  title: string;
  state: string;
  url: string;
}

const NEW = "new";
const SAID: Record<string, string> = {
  missed: "What was shared did not arrive: this device was not ready for it. It is now. Share it once more.",
  held: "What was shared waits on this page only. Open your place on this device, or choose a PIN, to keep it.",
  large: "Nothing was kept: it is more than 10 files, or more than 100 MB, at once. Share it in parts.",
  many: "Nothing was kept: 20 things wait here already. Attach or discard some of them, and share it once more.",
  full: "Nothing was kept: this device could not store it; its disk may be full.",
  broken: "Nothing was kept: it did not arrive whole. Share it once more.",
  empty: "There was nothing in what was shared.",
};

/** What became of what was just shared; empty where it is told otherwise. */
export const saidOf = (outcome: string | null): string => SAID[outcome ?? ""] ?? "";

/** What the worker holds in memory for want of a place, asked for at once: it may soon be gone. */
export async function heldShare(): Promise<Share | null> {
  return (await askWorker({ share: "give" })) as Share | null;
}

/** Keeps it, now that there is a place; its key is there a moment later than that. */
export async function keepHeld(store: Store, share: Share): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const pair = (await owners()).find(({ person }) => person === store.person)?.pair;
    if (pair) {
      await keepShare(store.person, pair.open, share);
      await askWorker({ share: "kept" });
      return;
    }
    await new Promise((done) => window.setTimeout(done, 200));
  }
  throw new Error("This place can take no shares.");
}

/** Shows those that wait; how many. */
export async function showShares(store: Store, drafts: Draft[]): Promise<number> {
  const part = document.querySelector<HTMLElement>("[data-shares]");
  const list = part?.querySelector<HTMLElement>("[data-shares-list]");
  const form = part?.querySelector<HTMLTemplateElement>("template");
  if (!part || !list || !form) return 0;
  const waiting = await sharesIn(store);
  part.hidden = waiting.length === 0;
  list.replaceChildren(...waiting.map((share, number) => item({ store, drafts, share, form, number })));
  if (waiting.length) void offer(list);
  return waiting.length;
}

interface Shown {
  store: Store;
  drafts: Draft[];
  share: Waiting;
  form: HTMLTemplateElement;
  number: number;
}

function item({ store, drafts, share, form, number }: Shown): HTMLElement {
  const made = element("li", { "data-share": share.id }, form.content.cloneNode(true));
  for (const name of ["id", "for", "aria-labelledby"]) {
    for (const one of made.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${one.getAttribute(name)}-${number}`);
  }
  const of = <E extends HTMLElement>(name: string): E => made.querySelector<E>(`[data-${name}]`) as E;
  const field = (name: string): HTMLInputElement | HTMLSelectElement => made.querySelector(`#share-${name}-${number}`) as HTMLInputElement;
  of("share-name").textContent = nameOf(share);
  of("share-words").textContent = wordsOf(share).slice(0, 300);
  of("share-files").append(...share.files.map(({ name, size }) => element("li", {}, `${name}, ${inWords(size)}`)));
  field("title").value = nameOf(share).slice(0, 200);
  const goes = field("goes") as HTMLSelectElement;
  goes.append(...drafts.map(({ id, title }) => element("option", { value: id }, title)));
  if (desksKnown().length) goes.append(element("option", { value: NEW }, "A new dispatch"));
  const wrong = of("share-wrong");
  const say = (words: string): void => {
    wrong.hidden = false;
    wrong.textContent = words;
  };
  of("share-assign").addEventListener("click", () => {
    if (!goes.value) return say("There is no dispatch on this device yet. Open one at the desk.");
    const what = sourceOf(share, (name) => field(name).value);
    assign(store, share, goes.value, what).catch(() => say("It could not be attached: another page may have done so, or the disk is full."));
  });
  const discard = of<HTMLButtonElement>("share-discard");
  let sure = false;
  discard.addEventListener("click", () => {
    discard.textContent = "Discard it for good";
    if (sure) void dropShare(store.person, share.id, [share.row]).then(() => showShares(store, drafts));
    sure = true;
  });
  return made;
}

function sourceOf({ id, at, files }: Waiting, valueOf: (name: string) => string): Source {
  return {
    operation: crypto.randomUUID(),
    title: valueOf("title"),
    kind: valueOf("kind"),
    terms: valueOf("terms"),
    seen_by: valueOf("seen-by"),
    name: "",
    share: { id, at, files },
  };
}

async function assign(store: Store, share: Waiting, goes: string, what: Source): Promise<void> {
  const draft = goes === NEW ? crypto.randomUUID() : goes;
  const words = new TextEncoder().encode(wordsOf(share));
  const head: Head = { headline: "", slugline: "", words: what.title, desk: desksKnown()[0]?.id ?? "", at: Date.now() };
  await assignShare(store, share, draft, parcel(what, words), goes === NEW ? parcelOf(head) : null);
  location.assign(`/write?draft=${draft}`);
}

const parcelOf = (head: Head): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(head));

/** The dispatches at the desk, where there is a link: their own page asks what is to be said of it. */
async function offer(list: HTMLElement): Promise<void> {
  try {
    const answer = await fetch("/share/dispatches", { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const { dispatches } = (await answer.json()) as { dispatches: Offered[] };
    if (!dispatches.length) return;
    for (const one of list.querySelectorAll<HTMLElement>("[data-share]")) {
      const links = dispatches.map(({ title, state, url }) =>
        element("li", {}, element("a", { href: `${url}?share=${one.dataset["share"]}` }, title), `, ${state.replace("_", " ")}`),
      );
      const details = element("details", {}, element("summary", {}, "To a dispatch at the desk"), element("ul", { class: "rows" }, ...links));
      one.querySelector("[data-share-desk]")?.replaceChildren(details);
    }
  } catch {
    // No link: what is on this device can still be chosen.
  }
}

function inWords(size: number): string {
  return size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
