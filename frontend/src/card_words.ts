// What the card of a quote says: the two wordings, what differs, and where the record has it.
import { element, icon } from "./element";
import type { Piece, Quote } from "./quotes";

export interface Signs {
  words: Record<string, string>;
  sprite: string;
}

export function titleOf(quote: Quote, { words, sprite }: Signs): HTMLElement {
  return element(
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
}

export function wordsOf(quote: Quote): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (quote.there.length) parts.push(wordings(quote));
  parts.push(element("p", {}, quote.reason));
  const more = quote.told.filter((one) => one !== quote.reason);
  parts.push(...more.map((one) => element("p", {}, one)));
  return parts;
}

/** Where the record has it, and who vouched for it; after what can be done. */
export function recordOf(quote: Quote): HTMLElement[] {
  const parts: HTMLElement[] = [element("p", { class: "quiet small" }, said(quote))];
  if (quote.around.length) parts.push(surroundings(quote));
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
  return parts;
}

function said(quote: Quote): string {
  const story = quote.speaker_resolved ?? quote.speaker;
  const record = quote.origin?.speaker;
  const here = story ? `The story gives these words to ${story}` : "The story names nobody";
  if (!record) return `${here}.`;
  return quote.second_hand ? `${here}; in the record ${record} says them for another.` : `${here}; in the record ${record} speaks.`;
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
        ...pieces.map(([words, kind]) => (kind === "same" ? words : element("mark", { class: kind }, words))),
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

/** The record around each passage, so that nobody has to leave the text to see what came before. */
function surroundings(quote: Quote): HTMLElement {
  const passages = quote.around.map(({ before, words, after }) =>
    element("blockquote", { dir: "auto" }, before, " ", element("strong", {}, words), /^[.,;:!?)…]/.test(after) ? "" : " ", after),
  );
  const open = quote.shown !== "verbatim";
  return element("details", { class: "card-around small", open }, element("summary", {}, "What stands around it"), ...passages);
}

function origin({ title, url, terms, place }: NonNullable<Quote["origin"]>): HTMLElement {
  const link = element("a", { href: url, target: "_blank", rel: "noopener" }, place ? `${title}, ${place}` : title);
  const source = element("p", { class: "source quiet small" }, "Source: ", link, " (in a new tab)");
  if (terms) source.append(" ", element("span", { class: "tag tag-warn" }, terms));
  return source;
}
