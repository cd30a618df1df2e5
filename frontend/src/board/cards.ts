// The cards on the page: which one is at hand, and what is done to it.

export class Cards {
  changed: () => void = () => location.reload();

  constructor(
    readonly root: HTMLElement,
    readonly say: (words: string) => void,
  ) {}

  all(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>("[data-card]")];
  }

  current(): HTMLElement | null {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && this.root.contains(focused)
      ? focused.closest<HTMLElement>("[data-card]")
      : null;
  }

  byId(id: string): HTMLElement | null {
    return this.all().find((card) => card.dataset["card"] === id) ?? null;
  }

  /** Put the focus on the card's headline, where Enter opens it. */
  focus(card: HTMLElement | null | undefined): void {
    card?.querySelector<HTMLElement>("[data-open]")?.focus();
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The next card, or the one before; from nowhere the first. */
  step(by: 1 | -1): void {
    const all = this.all();
    const at = this.current();
    this.focus(at === null ? all[0] : all[all.indexOf(at) + by]);
  }

  /** The nearest column that has a card, at about the same height. */
  aside(by: 1 | -1): void {
    const at = this.current();
    const columns = [...this.root.querySelectorAll<HTMLElement>("[data-state]")].filter(
      (column) => column.querySelector("[data-card]") !== null,
    );
    const here = at?.closest<HTMLElement>("[data-state]");
    if (!at || !here) return this.step(1);
    const place = [...here.querySelectorAll("[data-card]")].indexOf(at);
    const there = columns[columns.indexOf(here) + by];
    const cards = there === undefined ? [] : [...there.querySelectorAll<HTMLElement>("[data-card]")];
    this.focus(cards[Math.min(place, cards.length - 1)]);
  }

  /** Press what the card has for the act: a form is sent and the board stays, a link is followed. */
  async act(name: string): Promise<void> {
    const card = this.current();
    const found = card?.querySelector<HTMLElement>(`[data-act="${name}"]`);
    if (!card) return this.say("Choose a card first: j goes to the next.");
    if (!found) return this.say("That can’t be done to this card now.");
    // The form has a field named action, which hides the property of that name.
    if (found instanceof HTMLFormElement) await this.send(found.getAttribute("action") ?? "", new FormData(found));
    else found.click();
  }

  /** Give the card its place one up or down among those of its desk. */
  async move(by: 1 | -1): Promise<void> {
    const card = this.current();
    const url = card?.dataset["orders"];
    if (!card || url === undefined) return this.say("The order of this card is not yours to change.");
    await this.put(card, by === 1 ? "down" : "up");
  }

  async put(card: HTMLElement, where: string, other = ""): Promise<void> {
    const data = new FormData();
    data.set("where", where);
    data.set("other", other);
    data.set("csrf_token", token());
    await this.send(card.dataset["orders"] ?? "", data);
  }

  private async send(url: string, body: FormData): Promise<void> {
    try {
      const answer = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
      const kind = answer.headers.get("Content-Type") ?? "";
      if (!kind.includes("json")) return location.reload();
      const told = (await answer.json()) as { said?: string; reasons?: string[] };
      this.say(told.said ?? (told.reasons ?? []).join(" "));
      this.changed();
    } catch {
      this.say("The newsroom can’t be reached: nothing was done. Try again.");
    }
  }
}

/** The token that every form of the page carries. */
export function token(): string {
  return document.querySelector<HTMLInputElement>('input[name="csrf_token"]')?.value ?? "";
}
