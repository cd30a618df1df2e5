// What other apps shared, as rows of this device: sealed for its owner while the PIN is not at hand.
import { parcel, unpacked } from "./parcel";
import { keyFor, seal, unseal } from "./seal";
import { type Kind, type Row, type Store, within } from "./store";

const SHARES = "shares";
const PIECE = 2 * 1024 * 1024;
const NOTHING = new Uint8Array();

/** As another app gives it. */
export interface Share {
  title: string;
  text: string;
  url: string;
  files: File[];
}

export interface SharedFile {
  name: string;
  type: string;
  size: number;
}

/** One that waits here, attached nowhere; its files stay sealed until they are sent. */
export interface Waiting {
  id: string;
  row: number;
  at: number;
  title: string;
  text: string;
  url: string;
  files: SharedFile[];
}

const about = (person: string, share: string, part: string): string => `${person} ${SHARES} ${share} ${part}`;

/** How many wait of that person. */
export const countShares = (person: string): Promise<number> =>
  within(["rows"], "readonly", (t) => t.objectStore("rows").index("draft").count([person, SHARES]));

/** Keeps all of it or, where the disk is full, nothing; its id. */
export async function keepShare(person: string, open: ArrayBuffer, share: Share, at = Date.now()): Promise<string> {
  const id = crypto.randomUUID();
  const { key, under } = await keyFor(open);
  const rows: Row[] = [];
  const add = async (draft: string, kind: Kind, part: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    rows.push({ person, draft, kind, share: id, part, under, ...(await seal(key, about(person, id, part), bytes)) });
  };
  const { title, text, url } = share;
  const files = share.files.map(({ name, type, size }) => ({ name, type, size }));
  await add(SHARES, "share", "", parcel({ at, title, text, url, files }, NOTHING));
  for (const [number, file] of share.files.entries()) {
    for (let from = 0; from < file.size; from += PIECE) {
      const bytes = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
      await add(`${SHARES}/${id}`, "piece", `${number} ${from}`, bytes);
    }
  }
  await within(["rows"], "readwrite", (t) => {
    for (const row of rows) t.objectStore("rows").add(row);
    return null;
  });
  return id;
}

/** Those that wait here, the newest first; one that does not open is nobody's. */
export async function sharesIn(store: Store): Promise<Waiting[]> {
  const rows = await rowsOf(store.person, SHARES);
  const found = await Promise.all(
    rows.map(async (row) => {
      const bytes = await opened(store, row).catch(() => null);
      return bytes && { ...unpacked<Omit<Waiting, "id" | "row">>(bytes).said, id: row.share ?? "", row: row.id ?? 0 };
    }),
  );
  return found.filter((one) => one !== null).sort((one, other) => other.at - one.at);
}

/** Its files, as they came. */
export async function filesOf(store: Store, { id, at, files }: Pick<Waiting, "id" | "at" | "files">): Promise<File[]> {
  const pieces = new Map((await rowsOf(store.person, `${SHARES}/${id}`)).map((row) => [row.part, row]));
  return Promise.all(
    files.map(async ({ name, type, size }, number) => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let from = 0; from < size; from += PIECE) {
        const row = pieces.get(`${number} ${from}`);
        if (!row) throw new Error("A piece of a shared file is missing.");
        parts.push(await opened(store, row));
      }
      return new File(parts, name, { type, lastModified: at });
    }),
  );
}

/** Makes it a source of a draft, which keeps its files sealed as they are; `head` where the draft begins
 * with it. One transaction: it is never in two places, nor in none. */
export async function assignShare(store: Store, share: Waiting, draft: string, source: Uint8Array<ArrayBuffer>, head: Uint8Array<ArrayBuffer> | null): Promise<void> {
  const made = [await store.sealed(draft, "source", source)];
  if (head) made.push(await store.sealed(draft, "head", head));
  await within(["rows"], "readwrite", (t) => {
    const rows = t.objectStore("rows");
    const asked = rows.getKey(share.row);
    asked.onsuccess = () => {
      // Another page was faster.
      if (asked.result === undefined) return t.abort();
      rows.delete(share.row);
      for (const row of made) rows.add(row);
    };
    return null;
  });
}

/** Takes it off this device, with the rows that stood for it. */
export async function dropShare(person: string, id: string, rows: number[]): Promise<void> {
  await within(["rows"], "readwrite", (t) => {
    const store = t.objectStore("rows");
    for (const row of rows) store.delete(row);
    const asked = store.index("draft").getAllKeys([person, `${SHARES}/${id}`]);
    asked.onsuccess = () => {
      for (const row of asked.result) store.delete(row);
    };
    return null;
  });
}

async function opened(store: Store, row: Row): Promise<Uint8Array<ArrayBuffer>> {
  if (!row.under) throw new Error("It was sealed for nobody.");
  const key = await store.keyUnder(row.under);
  return unseal(key, about(store.person, row.share ?? "", row.part ?? ""), row);
}

function rowsOf(person: string, draft: string): Promise<Row[]> {
  return within(["rows"], "readonly", (t) => t.objectStore("rows").index("draft").getAll([person, draft]));
}
