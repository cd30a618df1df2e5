// Desk and embargo of a draft: they save themselves once chosen, and say so where they stand.
import { valueOf } from "./fields";

const FIELDS = ["desk", "embargo_at", "embargo_zone"] as const;
const PAUSE = 600;

/** What was chosen; `shown`: what the page had shown before. */
export type Choice = Record<(typeof FIELDS)[number] | "shown", string>;

interface Asks {
  form: HTMLFormElement;
  /** Where it is saved, for a page that came from this device. */
  url: string;
  token: () => Promise<string>;
  /** Whether the desk knows the dispatch: before that they go with its beginning. */
  known: () => boolean;
  /** Something was chosen, or is at the desk now. */
  changed: () => void;
}

export class Placing {
  private readonly place = document.querySelector<HTMLElement>("[data-placing]");
  private shown: string;
  private timer = 0;
  private waits = false;
  private sending = false;

  constructor(private readonly asks: Asks) {
    // As it began: on the desk that was chosen then, without an embargo.
    this.shown = this.place?.dataset["placed"] ?? "";
    if (!this.place) return;
    for (const name of FIELDS) this.field(name)?.addEventListener("change", () => this.touched());
  }

  /** Whether a choice is not at the desk. */
  get waiting(): boolean {
    return this.waits;
  }

  /** What was chosen and is not at the desk: it goes with a filing too. */
  get choice(): Choice | null {
    const { form } = this.asks;
    if (!this.waits || this.halfDate) return null;
    const [desk, embargo_at, embargo_zone] = FIELDS.map((name) => valueOf(form, name)) as [string, string, string];
    return { desk, embargo_at, embargo_zone, shown: this.shown };
  }

  /** A choice that this device kept; what is chosen on the page counts more. */
  restore(choice: Choice | null | undefined): void {
    if (!this.place || !choice || this.waits) return;
    for (const name of FIELDS) {
      const field = this.field(name);
      if (field) field.value = choice[name];
    }
    this.shown = choice.shown;
    this.waits = true;
  }

  /** The desk answered: what waits can go. */
  again(): void {
    if (this.waits && !this.timer && !this.sending) void this.send();
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement | null {
    const field = this.asks.form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null;
  }

  /** Half a date is no date: it must not end the embargo that stands. */
  private get halfDate(): boolean {
    return this.field("embargo_at")?.validity.badInput ?? false;
  }

  private touched(): void {
    this.waits = true;
    this.asks.changed();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.send();
    }, PAUSE);
  }

  private async send(): Promise<void> {
    const { token, known, url, changed } = this.asks;
    const { choice } = this;
    if (!this.place || !choice || !known()) return;
    const body = new FormData();
    for (const [name, value] of Object.entries(choice)) body.set(name, value);
    this.sending = true;
    try {
      const headers = { "X-CSRFToken": await token() };
      const answer = await fetch(this.place.dataset["placing"] || url, { method: "POST", headers, body, credentials: "same-origin" });
      const told = (await answer.json()) as { shown?: string; refusal?: string };
      if (told.shown !== undefined) {
        const now = this.choice;
        this.waits = FIELDS.some((name) => now?.[name] !== choice[name]);
        this.shown = told.shown;
        this.say("Desk and embargo are saved.");
      } else {
        this.waits = false;
        this.say(`Not saved. ${told.refusal ?? "Load the page again."}`, true);
      }
      changed();
    } catch {
      this.say("Desk and embargo are not saved yet: the desk can’t be reached. They go by themselves once it can, or with your filing.");
    } finally {
      this.sending = false;
    }
  }

  private say(words: string, bad = false): void {
    const said = this.place?.querySelector<HTMLElement>("[data-placing-said]");
    if (!said) return;
    said.className = bad ? "small error" : "small quiet";
    said.textContent = words;
  }
}
