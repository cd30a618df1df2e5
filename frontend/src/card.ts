// The card of a quote: what the record says, who speaks there, and what can be done.
import type { EditorView } from "prosemirror-view";
import { bodyTarget } from "./body_mending";
import { recordOf, type Signs, titleOf, wordsOf } from "./card_words";
import { element, icon } from "./element";
import { mendings, type Target } from "./mending";
import { type Quote, markedIn } from "./quotes";
import { settlingOf } from "./settling";

interface Shown extends Signs {
  say: (words: string) => void;
  /** Has what was typed saved at the desk; null where the text stands apart from it. */
  flush: (() => Promise<boolean>) | null;
  /** Asks the desk anew how the quotes stand. */
  check: () => void;
}

/** One card for all quotes; it opens beside the sign that was pressed. */
export class Card {
  readonly dom: HTMLElement;
  private view: EditorView | null = null;

  constructor(private readonly shown: Shown) {
    this.dom = element("div", {
      class: "card",
      id: "quote-card",
      popover: "auto",
      role: "dialog",
      "aria-labelledby": "quote-card-title",
    });
    // Pressed here, let go in the text: else Enter would part the paragraph that gets the focus.
    this.dom.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      event.target.click();
    });
    this.dom.addEventListener("toggle", (event) => {
      // Told a moment late: whoever went elsewhere meanwhile, to the find bar say, stays there.
      if (event.newState === "closed" && this.holdsFocus()) this.view?.focus();
    });
  }

  /** Open the card of that quote. False when there is none, or no longer. */
  open(view: EditorView, number: number): boolean {
    const marked = markedIn(view.state).find(({ quote }) => quote.number === number);
    const sign = view.dom.querySelector<HTMLElement>(`[data-quote="${number}"]`);
    if (!marked || !sign) return false;
    this.show(view, marked.quote, sign, bodyTarget(view, marked));
    return true;
  }

  /** Its card beside `sign`; `target` null where nothing can be done to its words. */
  show(view: EditorView, quote: Quote, sign: HTMLElement, target: Target | null): void {
    this.view = null;
    this.dom.hidePopover();
    this.view = view;
    this.dom.className = `card verdict-${quote.shown}`;
    this.dom.replaceChildren(...this.content(quote, target));
    (this.dom.showPopover as (options: { source: HTMLElement }) => void).call(this.dom, {
      source: sign,
    });
    const close = this.dom.querySelector<HTMLElement>(".card-close");
    (this.dom.querySelector<HTMLElement>(".acts button, .card-name-form input") ?? close)?.focus();
  }

  /** Whether the focus is on a card, in the text, or nowhere. */
  private holdsFocus(): boolean {
    const now = document.activeElement;
    return !now || now === document.body || this.dom.contains(now) || !!this.view?.dom.contains(now);
  }

  private content(quote: Quote, target: Target | null): HTMLElement[] {
    const { say, flush, check, sprite } = this.shown;
    const close = (): void => this.dom.hidePopover();
    const cross = { class: "card-close", type: "button", "aria-label": "Close", click: close };
    const head = element("div", { class: "card-head" }, titleOf(quote, this.shown));
    head.append(element("button", cross, icon(sprite, "close")));
    const parts = [head, ...wordsOf(quote)];
    if (target) parts.push(...mendings({ target, close, say }));
    parts.push(...recordOf(quote));
    if (quote.settling && flush) {
      const done = (words: string): void => {
        close();
        say(words);
        check();
      };
      parts.push(settlingOf({ url: quote.settling, flush, done }));
    }
    return parts;
  }
}
