// What waits on this device to go out after the words: sources first, then the filing.
import type { Filing } from "./filing";
import { type Keeping, valueIn } from "./keeping";
import type { Kept } from "./store";

export interface Source {
  operation: string;
  title: string;
  words: string;
}

interface Waiting<T> {
  row: number | null;
  what: T;
}

export interface Sent {
  filed?: { filed_at: string; waits: string | null; shown: string };
  refusal?: string;
}

export class Outgoing {
  readonly sources: Waiting<Source>[] = [];
  private filing: Waiting<Filing> | null = null;
  private sending = false;

  constructor(
    private readonly dispatch: string,
    private readonly keeping: Keeping,
    private readonly token: () => Promise<string>,
  ) {}

  /** When the author filed it, where that has not reached the desk. */
  get filedAt(): string | null {
    return this.filing?.what.filed_at ?? null;
  }

  restore(found: Kept[]): void {
    for (const { id, kind, bytes } of found) {
      if (kind === "source") this.sources.push({ row: id, what: valueIn<Source>(bytes) });
      if (kind === "filing") this.filing = { row: id, what: valueIn<Filing>(bytes) };
    }
  }

  async addSource(what: Source): Promise<void> {
    this.sources.push({ row: await this.keeping.put("source", what), what });
  }

  /** One filing waits at a time: a later one is the one that is meant. */
  async addFiling(what: Filing): Promise<void> {
    if (this.filing) await this.keeping.drop(this.filing.row);
    this.filing = { row: await this.keeping.put("filing", what), what };
  }

  /** Sends what waits; the desk has every word by now. Null where nothing went or the link broke. */
  async send(): Promise<Sent | null> {
    if (this.sending) return null;
    this.sending = true;
    try {
      while (this.sources[0]) {
        const { row, what } = this.sources[0];
        const answer = await this.sendSource(what);
        if (answer === "refused") {
          return { refusal: `The desk did not take the source “${what.title}”; it stays on this device. Attach it at the desk.` };
        }
        if (answer === "later") return null;
        this.sources.shift();
        await this.keeping.drop(row);
      }
      return this.filing ? await this.sendFiling(this.filing) : null;
    } catch {
      return null;
    } finally {
      this.sending = false;
    }
  }

  /** The filing alone, where nothing else is taken any more. */
  async sendFilingAlone(): Promise<Sent | null> {
    return this.filing ? this.sendFiling(this.filing).catch(() => null) : null;
  }

  private async sendSource({ operation, title, words }: Source): Promise<"taken" | "refused" | "later"> {
    const form = new FormData();
    const said = { csrf_token: await this.token(), operation, title, text: words, kind: "transcript", terms: "on_the_record", seen_by: "desk", recording: "", encoding: "" };
    for (const [name, value] of Object.entries(said)) form.set(name, value);
    const answer = await fetch(`/dispatches/${this.dispatch}/sources/new`, { method: "POST", body: form });
    if (answer.redirected && answer.ok && answer.url.includes("/sources/")) return "taken";
    return answer.status === 409 ? "refused" : "later";
  }

  private async sendFiling({ row, what }: Waiting<Filing>): Promise<Sent | null> {
    const answer = await fetch(`/dispatches/${this.dispatch}/filing`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": await this.token(),
        "X-Device": this.keeping.device,
      },
      body: JSON.stringify(what),
    });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return null;
    const told = (await answer.json()) as { refusal?: string; filed_at: string; waits: string | null; shown: string };
    if (answer.status >= 500) return null;
    this.filing = null;
    await this.keeping.drop(row);
    return answer.ok ? { filed: told } : { refusal: told.refusal ?? "The desk refused it." };
  }
}
