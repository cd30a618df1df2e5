// Keeping a draft on this device: every change is on the disk here before it is called kept.
import * as Y from "yjs";
import { KEPT, type Shared } from "./shared";
import type { Kept, Kind, Store } from "./store";

const FOLD_AFTER = 200;

export interface Head {
  headline: string;
  slugline: string;
  /** How the text begins, to know a draft by that has no headline yet. */
  words: string;
  /** The desk where it begins; empty for one that the desk knows. */
  desk: string;
  at: number;
}

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
export const valueIn = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

export class Keeping {
  private store: Store | null = null;
  private rows: number[] = [];
  private heads: number[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private open = 0;
  private failed = false;
  private awake = false;

  constructor(
    private readonly shared: Shared,
    private readonly draft: string,
    private readonly changed: () => void,
  ) {}

  /** Whether every change up to now is on this device's disk. */
  get kept(): boolean {
    return this.store !== null && this.open === 0 && !this.failed;
  }

  /** This place as the desk knows it. */
  get device(): string {
    return this.store ? `${this.store.person}/${this.store.device}` : "";
  }

  get ready(): boolean {
    return this.store !== null;
  }

  /** Reads what is kept here into the text, then keeps what follows. Gives what else is kept.
   * `asleep`: a page on which nothing was typed yet is not worth keeping. */
  async adopt(store: Store, asleep: boolean): Promise<Kept[]> {
    const found = await store.of(this.draft);
    const updates = found.filter(({ kind }) => kind === "update");
    for (const { bytes } of updates) Y.applyUpdate(this.shared.doc, bytes, KEPT);
    this.rows = updates.map(({ id }) => id);
    this.heads = found.filter(({ kind }) => kind === "head").map(({ id }) => id);
    this.store = store;
    this.shared.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (this.awake && origin !== KEPT) this.add(update as Uint8Array<ArrayBuffer>);
    });
    if (updates.length || !asleep) this.awake = true;
    if (this.awake) this.fold();
    await this.writing;
    return found;
  }

  /** Whether there is anything of the text here. */
  get found(): boolean {
    return this.awake;
  }

  /** Something was typed: from now on all of it is kept. */
  wake(): void {
    if (this.awake) return;
    this.awake = true;
    this.fold();
  }

  private add(update: Uint8Array<ArrayBuffer>): void {
    if (this.rows.length >= FOLD_AFTER) this.fold();
    else this.queue(async (store) => void this.rows.push(await store.keep(this.draft, "update", update)));
  }

  private fold(): void {
    this.queue(async (store) => {
      const old = this.rows;
      await store.replace(this.draft, "update", this.shared.lacking() as Uint8Array<ArrayBuffer>, old);
      const now = await store.of(this.draft);
      this.rows = now.filter(({ kind }) => kind === "update").map(({ id }) => id);
    });
  }

  head(head: Head): void {
    this.queue(async (store) => {
      await store.replace(this.draft, "head", bytesOf(head), this.heads);
      const now = await store.of(this.draft);
      this.heads = now.filter(({ kind }) => kind === "head").map(({ id }) => id);
    });
  }

  /** Keeps something that is to be sent; its row. Null where nothing is kept here. */
  async put(kind: Kind, value: unknown): Promise<number | null> {
    return this.store ? this.store.keep(this.draft, kind, bytesOf(value)) : null;
  }

  async drop(id: number | null): Promise<void> {
    if (id !== null) await this.store?.drop([id]);
  }

  private queue(act: (store: Store) => Promise<void>): void {
    const { store } = this;
    if (!store) return;
    this.open++;
    this.writing = this.writing
      .then(() => act(store))
      .then(
        () => {
          this.failed = false;
        },
        () => {
          // A full disk, say. The text is still on the page, and the page says so.
          this.failed = true;
        },
      )
      .finally(() => {
        this.open--;
        this.changed();
      });
  }
}
