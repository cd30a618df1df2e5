// The line below the text: how long it is, how its quotes stand; read aloud when that changes.
import { element } from "./element";

const SAID_FOR = 30_000;

export class Status {
  readonly dom: HTMLElement;
  readonly next = element("button", { type: "button", class: "button button-plain" }, "Next quote");
  /** Where the words are, said plainly. */
  private readonly where = element("span", { class: "editor-where", role: "status" });
  private readonly here = element("span", { class: "editor-here", role: "status" });
  private readonly words = element("span", { class: "editor-length" });
  private readonly told: HTMLElement;
  private readonly said = element("span", { class: "editor-said", role: "status" });
  private saying = 0;
  private readonly elsewhere = element("span", { class: "editor-elsewhere" });

  constructor(checks: boolean) {
    this.told = element(
      "span",
      { role: "status" },
      checks ? "" : "Quotes are checked here once the draft is saved.",
    );
    this.next.hidden = !checks;
    this.dom = element("p", { class: "editor-status small" });
    this.dom.append(this.where, this.here, this.words, this.told, this.elsewhere, this.next, this.said);
  }

  /** `kind`: at the desk, on its way, or not saved as it should be. */
  stands(words: string, kind: "ok" | "way" | "bad"): void {
    this.where.className = `editor-where editor-where-${kind}`;
    if (this.where.textContent !== words) this.where.textContent = words;
  }

  others(words: string): void {
    if (this.here.textContent !== words) this.here.textContent = words;
  }

  length(words: string): void {
    this.words.textContent = words;
  }

  /** How the quotes stand; said aloud only when it changed. */
  quotes(summary: string, elsewhere: HTMLElement[]): void {
    if (this.told.textContent !== summary) this.told.textContent = summary;
    this.elsewhere.replaceChildren(...elsewhere);
  }

  /** A word about what was just done; it goes again, so that it never stays where it is no longer so. */
  say(words: string): void {
    this.said.textContent = "";
    window.clearTimeout(this.saying);
    window.setTimeout(() => {
      this.said.textContent = words;
    });
    this.saying = window.setTimeout(() => {
      this.said.textContent = "";
    }, SAID_FOR);
  }
}
