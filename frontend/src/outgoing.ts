// What waits on this device to go out after the words: sources first, then the filing.
import type { Filing } from "./filing";
import { bytesOf, type Keeping, valueIn } from "./keeping";
import { parcel } from "./parcel";
import { dropShare } from "./share_rows";
import { sendFiles } from "./share_sending";
import { type Answer as Attached, attach, type Source, type Waiting, waitingIn } from "./source";
import type { Kept } from "./store";
import { Refused } from "./uploading";

interface Filed {
  filed_at: string;
  /** Where it waits for its author, and why, if not for the desk's text. */
  waits: string | null;
  why?: string | null;
  shown: string;
}

export interface Sent {
  filed?: Filed;
  /** Why the desk did not take the filing. `stays`: it is sent again. */
  refusal?: string;
  stays?: boolean;
  /** Sources that the desk did not take just now. */
  turned?: Source[];
}

interface WaitingFiling {
  row: number | null;
  what: Filing;
  /** Sent while the desk took no words. */
  alone?: boolean;
  /** Its author knows that the desk did not take it yet. */
  told?: boolean;
}

type Answer = Filed & { refusal?: string };

export class Outgoing {
  readonly sources: Waiting[] = [];
  private filing: WaitingFiling | null = null;
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
      if (kind === "source") this.sources.push(waitingIn(id, bytes));
      if (kind === "filing") this.filing = { row: id, what: valueIn<Filing>(bytes) };
    }
  }

  async addSource(what: Source, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.sources.push({ row: await this.keeping.put("source", parcel(what, bytes)), what, bytes });
  }

  async removeSource(one: Waiting): Promise<void> {
    const at = this.sources.indexOf(one);
    if (at >= 0) this.sources.splice(at, 1);
    const { place } = this.keeping;
    const { share } = one.what;
    if (share && place && one.row !== null) await dropShare(place.person, share.id, [one.row]);
    else await this.keeping.drop(one.row);
  }

  /** One that the desk refused is sent once more. */
  async retrySource(one: Waiting): Promise<void> {
    await this.mark(one, "");
  }

  /** One filing waits at a time: a later one is the one that is meant. */
  async addFiling(what: Filing): Promise<void> {
    this.filing = { row: await this.keeping.put("filing", bytesOf(what), this.filing?.row ?? null), what };
  }

  /** Sends what waits; the desk has every word by now. Null where there is nothing to tell. */
  async send(): Promise<Sent | null> {
    return this.once(async () => {
      const turned: Source[] = [];
      for (const one of [...this.sources]) {
        if (one.what.refused) continue;
        const answer = await this.attach(one);
        if (answer === "later") return turned.length ? { turned } : null;
        if (answer === "taken") await this.removeSource(one);
        else {
          await this.mark(one, answer.refusal);
          turned.push(one.what);
        }
      }
      // What the desk does not take holds up nothing else.
      const sent = this.filing && (await this.sendFiling(this.filing).catch(() => null));
      return turned.length ? { ...sent, turned } : sent;
    });
  }

  /** The filing alone, once, where the desk takes no words any more: it is kept there with its own. */
  async sendFilingAlone(): Promise<Sent | null> {
    const { filing } = this;
    if (!filing || filing.alone) return null;
    return this.once(async () => {
      const sent = await this.sendFiling(filing);
      filing.alone = sent !== null;
      return sent;
    });
  }

  private async once(act: () => Promise<Sent | null>): Promise<Sent | null> {
    if (this.sending) return null;
    this.sending = true;
    try {
      return await act();
    } catch {
      return null;
    } finally {
      this.sending = false;
    }
  }

  private async attach(one: Waiting): Promise<Attached> {
    const { place } = this.keeping;
    const { share } = one.what;
    try {
      if (share && place && !share.arrived) {
        const arrived = await sendFiles(place, share, this.dispatch, await this.token());
        // Not sent twice, should the link break before the form.
        await this.put(one, { ...one.what, share: { ...share, arrived } });
      }
      return await attach(this.dispatch, one, await this.token());
    } catch (error) {
      if (error instanceof Refused) return { refusal: error.message };
      throw error;
    }
  }

  private async mark(one: Waiting, refused: string): Promise<void> {
    const { share, ...what } = one.what;
    await this.put(one, { ...what, refused, ...(share && { share: { id: share.id, at: share.at, files: share.files } }) });
  }

  private async put(one: Waiting, what: Source): Promise<void> {
    one.what = what;
    one.row = await this.keeping.put("source", parcel(one.what, one.bytes), one.row);
  }

  private async sendFiling(filing: WaitingFiling): Promise<Sent | null> {
    const answer = await fetch(`/dispatches/${this.dispatch}/filing`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": await this.token(),
        "X-Device": this.keeping.device,
      },
      body: JSON.stringify(filing.what),
    });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return null;
    if (answer.status >= 500 || answer.status === 429) return null;
    const told = (await answer.json()) as Answer;
    const refusal = told.refusal ?? "The desk refused it.";
    if (!answer.ok && answer.status !== 403 && answer.status !== 409) {
      if (filing.told) return null;
      filing.told = true;
      return { refusal, stays: true };
    }
    // A later one may have taken its place meanwhile.
    if (this.filing === filing) this.filing = null;
    await this.keeping.drop(filing.row);
    return answer.ok ? { filed: told } : { refusal };
  }
}
