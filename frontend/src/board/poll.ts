// Asking every few seconds whether anything has changed; mostly nothing has, and that is cheap.
import type { Cards } from "./cards";

const EVERY = 14_000;
const SLOWEST = 60_000;

export class Poll {
  private tag: string;
  private timer = 0;
  private asking = false;
  private again = false;
  private failures = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly cards: Cards,
    private readonly say: (words: string) => void,
  ) {
    this.tag = root.dataset["etag"] ?? "";
  }

  start(): void {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.now();
      else clearTimeout(this.timer);
    });
    this.wait();
  }

  now(): void {
    clearTimeout(this.timer);
    void this.ask();
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (document.visibilityState !== "visible") return;
    this.timer = window.setTimeout(() => void this.ask(), Math.min(EVERY * 2 ** this.failures, SLOWEST));
  }

  private async ask(): Promise<void> {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      const answer = await fetch(this.root.dataset["changes"] ?? "", {
        headers: { "If-None-Match": this.tag, Accept: "text/html" },
        cache: "no-store",
      });
      if (answer.redirected) return this.say("You are signed out. Load the page to sign in again.");
      if (answer.status === 200) this.show(await answer.text(), answer.headers.get("ETag") ?? "");
      else if (answer.status !== 304) throw new Error(String(answer.status));
      if (this.failures) this.say("");
      this.failures = 0;
    } catch {
      if (!this.failures) {
        const at = new Date().toTimeString().slice(0, 5);
        this.say(`The newsroom can’t be reached; this is how it was at ${at}.`);
      }
      this.failures += 1;
    } finally {
      this.asking = false;
      if (this.again) {
        this.again = false;
        void this.ask();
      } else this.wait();
    }
  }

  /** Put the new columns in the place of the old; focus and choice stay with their cards. */
  private show(html: string, tag: string): void {
    if (this.root.querySelector(".card-taken")) return; // someone drags; the next time, then
    const before = new Set(this.cards.all().map((card) => card.dataset["card"]));
    const at = this.cards.current();
    const focused = document.activeElement?.getAttribute("data-act") ?? null;
    const chosen = [...this.root.querySelectorAll<HTMLInputElement>("[name=chosen]:checked")];
    const keep = new Set(chosen.map((box) => box.value));
    this.root.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    for (const box of this.root.querySelectorAll<HTMLInputElement>("[name=chosen]")) {
      box.checked = keep.has(box.value);
    }
    const now = at && this.cards.byId(at.dataset["card"] ?? "");
    if (now) {
      const same = focused && now.querySelector<HTMLElement>(`[data-act="${focused}"] button, a[data-act="${focused}"]`);
      if (same) same.focus();
      else this.cards.focus(now);
    }
    const fresh = this.cards.all().filter((card) => !before.has(card.dataset["card"]));
    if (fresh.length) this.say(`New on the board: ${fresh.map(name).join("; ")}.`);
    this.tag = tag;
  }
}

function name(card: HTMLElement): string {
  return card.querySelector("[data-open]")?.textContent?.trim() ?? "";
}
