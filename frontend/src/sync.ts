// Giving the desk what was typed and taking what it has; a broken answer costs nothing.
import { merge } from "./merge";
import { decode, encode, KEPT, ELSEWHERE, SCHEMA, type Shared } from "./shared";

export interface Other {
  tab: string;
  name: string;
  mine: boolean;
  place: string;
  /** At another page of the dispatch, and typing nothing. */
  reads?: boolean;
}

export interface Told {
  version: number;
  state: string;
  placed: number;
  here: Other[];
  taken?: boolean;
  vector?: string;
  lacking?: string;
  wanting?: string[];
  sources?: number;
  wrong?: Record<string, string>;
}

/** Where the words are: all at the desk, on the way, waiting for a link, for a sign-in, or refused. */
export type Where = "desk" | "sending" | "waiting" | "signed out" | "refused";

export interface Asks {
  url: string;
  token: () => Promise<string>;
  shared: Shared;
  /** The desk on which a new dispatch begins; null for one that is there. */
  begins: () => string | null;
  place: () => string;
  /** Whose place on this device is open, as the desk knows it; empty without one. */
  device: () => string;
  told: (told: Told) => void;
  stands: (where: Where, words: string) => void;
  rescued: (pieces: number) => void;
  /** Whoever types here was deactivated: the desk takes nothing into the text any more. */
  left: (words: string) => void;
}

const PAUSE = 400;
const LOOK = 3000;
const FIRST_AGAIN = 150;
const SLOWEST = 10_000;
const PATIENCE = 15_000;

class Refused extends Error {}
class SignedOut extends Error {}

export class Sync {
  readonly tab = crypto.randomUUID();
  version: number | null = null;
  private vector: Uint8Array | null = null;
  private typed = 0;
  private taken = 0;
  private timer = 0;
  private due = 0;
  private failures = 0;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly asks: Asks) {
    asks.shared.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin === ELSEWHERE || origin === KEPT) return;
      this.typed++;
      asks.stands(this.failures ? "waiting" : "sending", "");
      if (!this.failures) this.soon(PAUSE);
    });
    window.addEventListener("online", () => this.soon(0));
    window.addEventListener("pagehide", () => void this.leave());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.soon(0);
    });
  }

  /** What the page came with. */
  start(told: Told | null): void {
    if (told) this.take(told);
    this.soon(told ? PAUSE : 0);
  }

  /** What the page put there by itself is nothing typed. */
  untouched(): void {
    this.typed = this.taken = 0;
    window.clearTimeout(this.timer);
    this.timer = 0;
  }

  /** Words that were read from this device and may not be at the desk. */
  unsent(): void {
    this.typed++;
    this.asks.stands(this.failures ? "waiting" : "sending", "");
    this.soon(0);
  }

  get waiting(): boolean {
    return this.typed > this.taken;
  }

  /** Whether the desk answered just now and has all that was typed. */
  async flush(): Promise<boolean> {
    await this.running;
    await this.run();
    return !this.waiting && !this.failures;
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
  }

  /** Tell the others that this page is closed. */
  async leave(): Promise<void> {
    if (this.version === null) return;
    const headers = { "Content-Type": "application/json", "X-CSRFToken": await this.asks.token() };
    const body = JSON.stringify({ tab: this.tab, gone: true });
    await fetch(this.asks.url, { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
  }

  /** Within `pause`; what is due earlier stays so, or who types without a rest would never be heard. */
  soon(pause: number): void {
    const due = performance.now() + pause;
    if (this.stopped || (this.timer && this.due <= due)) return;
    window.clearTimeout(this.timer);
    this.due = due;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.run();
    }, pause);
  }

  private run(): Promise<void> {
    this.running ??= this.rounds().finally(() => {
      this.running = null;
      const hidden = document.visibilityState === "hidden";
      // At once after a hiccup, ever more slowly while nothing answers.
      const again = this.failures ? Math.min(SLOWEST, FIRST_AGAIN * 2 ** this.failures) : LOOK;
      this.soon(this.waiting && !this.failures ? PAUSE : hidden ? SLOWEST : again);
    });
    return this.running;
  }

  /** Once to take, once to give; more often only while others type at the same moment. */
  private async rounds(): Promise<void> {
    try {
      for (let round = 0; round < 6; round++) {
        await this.once();
        if (!this.waiting) break;
      }
      this.failures = 0;
      this.asks.stands(this.waiting ? "sending" : "desk", "");
    } catch (error) {
      this.failures++;
      if (error instanceof Refused) this.asks.stands("refused", error.message);
      else if (error instanceof SignedOut) this.asks.stands("signed out", error.message);
      else this.asks.stands("waiting", "");
    }
  }

  private async once(): Promise<void> {
    const { shared, begins, place } = this.asks;
    const desk = this.version === null ? begins() : null;
    // What is yet to begin has nothing to take.
    if (desk !== null && !this.waiting) return;
    const gives = this.waiting && (this.version !== null || desk !== null);
    const { typed } = this;
    const answer = await this.post({
      seen: this.version,
      vector: encode(shared.vector),
      update: gives ? encode(shared.lacking(this.vector ?? undefined)) : null,
      schema: SCHEMA,
      desk,
      tab: this.tab,
      place: place(),
    });
    this.take(answer);
    if (answer.taken) this.taken = Math.max(this.taken, typed);
  }

  private take(told: Told): void {
    if (told.lacking !== undefined && told.vector !== undefined) {
      // What the desk has, whoever cut there had seen: nobody gives before taking.
      this.vector = decode(told.vector);
      const { rescued, mended } = merge(this.asks.shared, decode(told.lacking), this.vector);
      // What was put back or set right has to reach the desk too.
      if (rescued || mended) this.typed++;
      if (rescued) this.asks.rescued(rescued);
    }
    this.version = told.version;
    this.asks.told(told);
  }

  private async post(sent: unknown): Promise<Told> {
    const answer = await fetch(this.asks.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": await this.asks.token(),
        "X-Device": this.asks.device(),
      },
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (!json) {
      if (answer.redirected || answer.status === 400) {
        throw new SignedOut("You are signed out. Sign in in another tab; this page then goes on.");
      }
      throw new Error(String(answer.status));
    }
    const told = (await answer.json()) as Told & { refusal?: string; left?: boolean };
    if (answer.ok) return told;
    if (told.left) {
      this.stop();
      this.asks.left(told.refusal ?? "");
    }
    if (answer.status === 401) throw new SignedOut(told.refusal);
    if (answer.status === 429) throw new Error("429");
    throw new Refused(told.refusal ?? "The desk refused what was typed.");
  }
}
