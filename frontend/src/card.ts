// The card of a quote: what the record says, who speaks there, and what can be done.
import type { EditorView } from "prosemirror-view";
import { element, icon } from "./element";
import { apart } from "./history";
import { type Marked, type Piece, type Quote, markedIn } from "./quotes";

interface Shown {
  words: Record<string, string>;
  sprite: string;
  say: (words: string) => void;
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
    this.show(view, marked.quote, sign, marked);
    return true;
  }

  /** The card of a quote that stands outside of the text: in the headline or the summary. */
  show(view: EditorView, quote: Quote, sign: HTMLElement, marked: Marked | null = null): void {
    this.view = null;
    this.dom.hidePopover();
    this.view = view;
    this.dom.className = `card verdict-${quote.shown}`;
    this.dom.replaceChildren(...this.content(view, quote, marked));
    (this.dom.showPopover as (options: { source: HTMLElement }) => void).call(this.dom, {
      source: sign,
    });
    this.dom.querySelector<HTMLElement>("[data-first]")?.focus();
  }

  /** Whether the focus is on a card, in the text, or nowhere. */
  private holdsFocus(): boolean {
    const now = document.activeElement;
    return !now || now === document.body || this.dom.contains(now) || !!this.view?.dom.contains(now);
  }

  private content(view: EditorView, quote: Quote, marked: Marked | null): HTMLElement[] {
    const { words, sprite } = this.shown;
    const title = element(
      "p",
      { id: "quote-card-title" },
      element(
        "span",
        { class: `verdict-words verdict-${quote.shown}` },
        icon(sprite, quote.shown),
        ` ${words[quote.shown] ?? quote.shown}`,
      ),
      element("span", { class: "aloud" }, `, quote ${quote.number}`),
    );
    const close = element(
      "button",
      {
        class: "card-close",
        type: "button",
        "aria-label": "Close",
        click: () => this.dom.hidePopover(),
      },
      icon(sprite, "close"),
    );
    const correctable = marked !== null && marked.edits.length > 0;
    if (!correctable) close.dataset["first"] = "";
    const parts: HTMLElement[] = [element("div", { class: "card-head" }, title, close)];
    if (quote.there.length) parts.push(wordings(quote));
    parts.push(element("p", {}, quote.reason));
    parts.push(element("p", { class: "quiet small" }, said(quote)));
    if (quote.origin) parts.push(origin(quote.origin));
    if (quote.settled) {
      parts.push(
        element(
          "div",
          { class: "note note-ok small" },
          element("p", {}, element("strong", {}, `Vouched for by ${quote.settled.name}`)),
          element("p", {}, quote.settled.reason),
        ),
      );
    }
    if (correctable) {
      const use = element(
        "button",
        {
          class: "button",
          type: "button",
          "data-first": true,
          click: () => this.useRecord(view, quote.number),
        },
        "Use the record’s words",
      );
      parts.push(element("div", { class: "acts" }, use));
    }
    return parts;
  }

  private useRecord(view: EditorView, number: number): void {
    const marked = markedIn(view.state).find(({ quote }) => quote.number === number);
    this.dom.hidePopover();
    if (!marked) return;
    apart(view);
    const transaction = view.state.tr;
    for (const { from, to, text } of [...marked.edits].reverse()) {
      if (text) transaction.insertText(text, from, to);
      else transaction.delete(from, to);
    }
    view.dispatch(transaction.scrollIntoView());
    apart(view);
    this.shown.say("The quote has the record’s words now. Undo takes that back.");
  }
}

function said(quote: Quote): string {
  const story = quote.speaker_resolved ?? quote.speaker;
  const record = quote.origin?.speaker;
  const here = story ? `The story gives these words to ${story}` : "The story names nobody";
  return record ? `${here}; in the record ${record} speaks.` : `${here}.`;
}

function wordings(quote: Quote): HTMLElement {
  const row = (name: string, pieces: Piece[]): HTMLElement =>
    element(
      "div",
      {},
      element("dt", {}, name),
      element(
        "dd",
        {},
        ...pieces.map(([words, kind]) =>
          kind === "same" ? words : element("mark", { class: kind }, words),
        ),
      ),
    );
  const speaker = quote.origin?.speaker;
  return element(
    "dl",
    { class: `wordings verdict-${quote.shown}` },
    row("In the story", quote.here),
    row(speaker ? `The record says, ${speaker}` : "The record says", quote.there),
  );
}

function origin({ title, url, terms }: NonNullable<Quote["origin"]>): HTMLElement {
  const link = element("a", { href: url, target: "_blank", rel: "noopener" }, title);
  const source = element("p", { class: "source quiet small" }, "Source: ", link, " (in a new tab)");
  if (terms) source.append(" ", element("span", { class: "tag tag-warn" }, terms));
  return source;
}
