// The rows of a device, in memory: what a test keeps, and what it makes fail.
import type { Kept, Kind, Store } from "../src/store";

export class Shelf {
  readonly person = "mira";
  readonly device = "phone";
  rows: Kept[] = [];
  /** Writes of these kinds fail, as on a full disk. */
  full: Kind[] = [];
  private last = 0;

  get store(): Store {
    return this as unknown as Store;
  }

  async keep(draft: string, kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    return this.replace(draft, kind, bytes, []);
  }

  async replace(draft: string, kind: Kind, bytes: Uint8Array<ArrayBuffer>, ids: number[]): Promise<number> {
    await new Promise((done) => setTimeout(done));
    if (this.full.includes(kind)) throw new Error("QuotaExceededError");
    this.rows = this.rows.filter(({ id }) => !ids.includes(id));
    this.rows.push({ id: ++this.last, draft, kind, bytes });
    return this.last;
  }

  async drop(ids: number[]): Promise<void> {
    this.rows = this.rows.filter(({ id }) => !ids.includes(id));
  }

  async of(draft: string): Promise<Kept[]> {
    return this.rows.filter((row) => row.draft === draft);
  }

  ofKind(kind: Kind): Kept[] {
    return this.rows.filter((row) => row.kind === kind);
  }
}
