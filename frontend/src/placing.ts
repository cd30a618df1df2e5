// Desk and embargo of a draft: they save themselves once chosen, and say so where they stand.
import { valueOf } from "./fields";

const FIELDS = ["desk", "embargo_at", "embargo_zone"] as const;
const PAUSE = 600;

interface Asks {
  form: HTMLFormElement;
  token: () => Promise<string>;
  /** Whether the desk knows the dispatch: before that they go with its beginning. */
  known: () => boolean;
}

export class Placing {
  private readonly place = document.querySelector<HTMLElement>("[data-placing]");
  private timer = 0;
  private changed = false;
  private sending = false;

  constructor(private readonly asks: Asks) {
    if (!this.place) return;
    for (const name of FIELDS) {
      const field = asks.form.elements.namedItem(name);
      if (field instanceof HTMLElement) field.addEventListener("change", () => this.touched());
    }
  }

  /** Whether a choice is on this page only. */
  get waiting(): boolean {
    return this.changed;
  }

  /** The desk answered: what waits can go. */
  again(): void {
    if (this.changed && !this.timer && !this.sending) void this.send();
  }

  private touched(): void {
    this.changed = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.send();
    }, PAUSE);
  }

  private async send(): Promise<void> {
    const { form, token, known } = this.asks;
    const field = form.elements.namedItem("embargo_at");
    // Half a date is no date: it must not end the embargo that stands.
    if (!this.place || !known() || (field instanceof HTMLInputElement && field.validity.badInput)) return;
    const body = new FormData();
    for (const name of FIELDS) body.set(name, valueOf(form, name));
    const sent = FIELDS.map((name) => valueOf(form, name)).join(" ");
    // As it began: on the desk that was chosen then, without an embargo.
    body.set("shown", this.place.dataset["placed"] ?? "");
    this.sending = true;
    try {
      const headers = { "X-CSRFToken": await token() };
      const answer = await fetch(this.place.dataset["placing"] ?? "", { method: "POST", headers, body, credentials: "same-origin" });
      const told = (await answer.json()) as { shown?: string; refusal?: string };
      if (told.shown !== undefined) {
        this.place.dataset["placed"] = told.shown;
        this.changed = sent !== FIELDS.map((name) => valueOf(form, name)).join(" ");
        this.say("Desk and embargo are saved.");
      } else {
        this.changed = false;
        this.say(`Not saved. ${told.refusal ?? "Load the page again."}`, true);
      }
    } catch {
      this.say("Desk and embargo are not saved yet: the desk can’t be reached. They go by themselves once it can.");
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
