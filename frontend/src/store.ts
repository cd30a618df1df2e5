// The drafts on this device: sealed rows in IndexedDB, each on the disk before it counts as kept.
import { keyUnder, type Pair, type Sealed, seal, unseal, type Wrapped } from "./seal";

/** Of one person on this device; what is readable without the PIN. */
export interface Owner {
  person: string;
  name: string;
  wrapped: Wrapped;
  /** When the desk was last heard from, in milliseconds; after `days` without, all of it goes. */
  contact: number;
  days: number;
  /** This place's id at the desk, by which it can be reported lost. */
  device: string;
  /** What comes while the PIN is not at hand is sealed with it; a place of an older page has none yet. */
  pair?: Pair;
}

export type Kind = "share" | "piece" | "update" | "head" | "source" | "filing";

export interface Row extends Sealed {
  id?: number;
  person: string;
  draft: string;
  kind: Kind;
  /** What another app shared: which, what part of it, and its key as it was wrapped for the place. */
  share?: string;
  part?: string;
  under?: ArrayBuffer;
}

export interface Kept {
  id: number;
  draft: string;
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
}

const DAY = 86_400_000;
// Drafts are called by ids, in hexadecimal; what was shared, which may be large, comes after them.
const AFTER_DRAFTS = "g";
const STRICT = { durability: "strict" } as const;

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open("editorial", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("owners", { keyPath: "person" });
      const rows = asked.result.createObjectStore("rows", { keyPath: "id", autoIncrement: true });
      rows.createIndex("draft", ["person", "draft"]);
      rows.createIndex("person", "person");
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

let database: Promise<IDBDatabase> | null = null;

/** One transaction; it is over, on the disk, when the promise is. */
export async function within<T>(stores: string[], mode: IDBTransactionMode, act: (t: IDBTransaction) => IDBRequest<T> | null): Promise<T> {
  // One that would not open is tried anew.
  database ??= opened().catch((error: unknown) => {
    database = null;
    throw error;
  });
  const transaction = (await database).transaction(stores, mode, STRICT);
  return new Promise((done, failed) => {
    const asked = act(transaction);
    transaction.oncomplete = () => done((asked?.result ?? undefined) as T);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

export const owners = (): Promise<Owner[]> => within(["owners"], "readonly", (t) => t.objectStore("owners").getAll());

export const putOwner = (owner: Owner): Promise<unknown> =>
  within(["owners"], "readwrite", (t) => t.objectStore("owners").put(owner));

/** Changes what is written of that person's place, whatever else of it was changed meanwhile. */
export function changeOwner(person: string, change: (owner: Owner) => Owner): Promise<unknown> {
  return within(["owners"], "readwrite", (t) => {
    const store = t.objectStore("owners");
    const asked: IDBRequest<Owner | undefined> = store.get(person);
    asked.onsuccess = () => {
      if (asked.result) store.put(change(asked.result));
    };
    return null;
  });
}

/** Takes all of that person's drafts, and the key, off this device. */
export function forget(person: string): Promise<unknown> {
  return within(["owners", "rows"], "readwrite", (t) => {
    t.objectStore("owners").delete(person);
    const rows = t.objectStore("rows");
    const asked = rows.index("person").getAllKeys(person);
    asked.onsuccess = () => {
      for (const id of asked.result) rows.delete(id);
    };
    return null;
  });
}

/** That person's place on this device, unless it is too long ago that the desk was heard from. */
export async function ownerOf(person: string, now = Date.now()): Promise<Owner | null> {
  const found = (await owners()).find((one) => one.person === person);
  if (!found) return null;
  if (now - found.contact <= found.days * DAY) return found;
  await forget(person);
  return null;
}

export class Store {
  constructor(
    readonly person: string,
    private readonly key: CryptoKey,
    readonly device: string,
  ) {}

  private about(draft: string, kind: Kind): string {
    return `${this.person} ${draft} ${kind}`;
  }

  /** A row for a transaction that keeps several. */
  async sealed(draft: string, kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<Row> {
    const sealed = await seal(this.key, this.about(draft, kind), bytes);
    return { person: this.person, draft, kind, ...sealed };
  }

  /** The key that was wrapped for this place while its PIN was not at hand. */
  async keyUnder(under: ArrayBuffer): Promise<CryptoKey> {
    const pair = (await owners()).find(({ person }) => person === this.person)?.pair;
    if (!pair) throw new Error("Nothing can have been wrapped for this place.");
    return keyUnder(pair, this.key, under);
  }

  /** Keeps bytes; when the promise is over they are on the disk. */
  async keep(draft: string, kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const row = await this.sealed(draft, kind, bytes);
    return (await within(["rows"], "readwrite", (t) => t.objectStore("rows").add(row))) as number;
  }

  /** One row in the place of several, or of none; its id. */
  async replace(draft: string, kind: Kind, bytes: Uint8Array<ArrayBuffer>, ids: number[]): Promise<number> {
    const row = await this.sealed(draft, kind, bytes);
    return (await within(["rows"], "readwrite", (t) => {
      const rows = t.objectStore("rows");
      for (const id of ids) rows.delete(id);
      return rows.add(row);
    })) as number;
  }

  async drop(ids: number[]): Promise<void> {
    await within(["rows"], "readwrite", (t) => {
      for (const id of ids) t.objectStore("rows").delete(id);
      return null;
    });
  }

  async of(draft: string): Promise<Kept[]> {
    const found = (await within(["rows"], "readonly", (t) =>
      t.objectStore("rows").index("draft").getAll([this.person, draft]),
    )) as Row[];
    return this.unsealed(found);
  }

  /** The heads of all drafts, what a list shows of them; two pages of one draft have one each. */
  async heads(): Promise<Kept[]> {
    const found = (await within(["rows"], "readonly", (t) =>
      t.objectStore("rows").index("draft").getAll(IDBKeyRange.bound([this.person, ""], [this.person, AFTER_DRAFTS])),
    )) as Row[];
    return this.unsealed(found.filter(({ kind }) => kind === "head"));
  }

  private unsealed(rows: Row[]): Promise<Kept[]> {
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id as number,
        draft: row.draft,
        kind: row.kind,
        bytes: await unseal(this.key, this.about(row.draft, row.kind), row),
      })),
    );
  }
}
