// Keeping a draft on this device: every change is on the disk here before it is called kept.
import { adopt } from "./adopting";
import type { Choice } from "./placing";
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
  /** Desk and embargo, where what was chosen is not at the desk. */
  placing?: Choice | null;
  at: number;
}

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
export const valueIn = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** Two pages of one draft have a head each. */
export function newestHead(found: Kept[]): Head | undefined {
  const heads = found.filter(({ kind }) => kind === "head").map(({ bytes }) => valueIn<Head>(bytes));
  return heads.sort((one, other) => other.at - one.at)[0];
}

export class Keeping {
  private store: Store | null = null;
  private rows: number[] = [];
  private heads: number[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private open = 0;
  /** Something is not on the disk that later changes build on: only the whole text fills it. */
  private gap = false;
  private foldWaits = false;
  private awake = false;

  /** It listens before whoever says where the words are: no change counts as kept before it is. */
  constructor(
    private readonly shared: Shared,
    private readonly draft: string,
    private readonly changed: () => void,
  ) {
    shared.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (this.awake && origin !== KEPT) this.add(update as Uint8Array<ArrayBuffer>);
    });
  }

  /** Whether every change up to now is on this device's disk. */
  get kept(): boolean {
    return this.store !== null && this.awake && this.open === 0 && !this.gap;
  }

  /** This place as the desk knows it. */
  get device(): string {
    return this.store ? `${this.store.person}/${this.store.device}` : "";
  }

  /** Where the draft is kept, once it is. */
  get place(): Store | null {
    return this.store;
  }

  /** Whether changes are kept here; not while the disk takes none. */
  get keeps(): boolean {
    return this.store !== null && !this.gap;
  }

  get ready(): boolean {
    return this.store !== null;
  }

  /** Reads what is kept here into the text, then keeps what follows. Gives what else is kept, and how
   * many pieces were put back that had been typed where another cut.
   * `asleep`: a page on which nothing was typed yet is not worth keeping. */
  async adopt(store: Store, asleep: boolean): Promise<{ found: Kept[]; rescued: number }> {
    const found = await store.of(this.draft);
    const updates = found.filter(({ kind }) => kind === "update");
    const { rescued } = adopt(this.shared, updates.map(({ bytes }) => bytes));
    this.rows = updates.map(({ id }) => id);
    this.heads = found.filter(({ kind }) => kind === "head").map(({ id }) => id);
    this.store = store;
    if (updates.length || !asleep) this.awake = true;
    if (this.awake) this.fold();
    await this.writing;
    return { found, rescued };
  }

  /** Whether there is anything of the text here. */
  get found(): boolean {
    return this.awake;
  }

  /** Something was typed: from now on all of it is kept. Whether it was the first. */
  wake(): boolean {
    if (this.awake) return false;
    this.awake = true;
    this.fold();
    return true;
  }

  /** Tries once more what the disk did not take. */
  again(): void {
    if (this.gap) this.fold();
  }

  private add(update: Uint8Array<ArrayBuffer>): void {
    if (this.gap || this.rows.length >= FOLD_AFTER) this.fold();
    else this.queue(async (store) => void this.rows.push(await store.keep(this.draft, "update", update)));
  }

  /** The whole text in the place of the rows it came from; another page's rows stay that page's. */
  private fold(): void {
    if (this.foldWaits || !this.store) return;
    this.foldWaits = true;
    this.queue(async (store) => {
      this.foldWaits = false;
      this.rows = [await store.replace(this.draft, "update", this.shared.lacking() as Uint8Array<ArrayBuffer>, this.rows)];
      this.gap = false;
    });
  }

  head(head: Head): void {
    this.again();
    this.queue(async (store) => {
      this.heads = [await store.replace(this.draft, "head", bytesOf(head), this.heads)];
    });
  }

  /** Keeps something that is to be sent, in the place of `old`; its row. Null where nothing is kept here. */
  async put(kind: Kind, bytes: Uint8Array<ArrayBuffer>, old: number | null = null): Promise<number | null> {
    return this.store ? this.store.replace(this.draft, kind, bytes, old === null ? [] : [old]) : null;
  }

  /** What is here stays, sealed; what follows is on the page alone. */
  close(): void {
    this.store = null;
    this.changed();
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
      .catch(() => {
        // A full disk, say. The text is still on the page, and the page says so.
        this.gap = true;
      })
      .finally(() => {
        this.open--;
        this.changed();
      });
  }
}
