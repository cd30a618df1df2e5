// The quotes of the text and what the check found, drawn beside the text and never in it.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { ySyncPluginKey } from "y-prosemirror";
import { element, icon } from "./element";
import { finder, type Place } from "./places";

export type Piece = readonly [words: string, kind: string];

/** One quote as `drafting/check.py` tells it; only what is shown here. */
export interface Quote {
  number: number;
  /** Names its exact words, their speaker and what was found of them. */
  key: string;
  shown: string;
  open: boolean;
  text: string;
  speaker: string | null;
  speaker_resolved: string | null;
  /** The record has the words, but as another's: asked, or quoted. */
  second_hand?: boolean;
  reason: string;
  settled: { name: string; initials: string; reason: string } | null;
  places: Place[];
  sign: { block: string; at: number } | null;
  here: Piece[];
  there: Piece[];
  origin: { title: string; url: string; speaker: string | null; terms: string | null; place: string } | null;
  /** What differs, a sentence each. */
  told: string[];
  /** Each passage in its surroundings. */
  around: { before: string; words: string; after: string }[];
  edits: Written[];
  ellipses: Written[];
  brackets: Written[];
  rename: Written | null;
  /** Where the desk tells whether this person may settle it; null where there is nothing to settle. */
  settling: string | null;
}

export type Written = Place & { text: string };

interface Range {
  from: number;
  to: number;
}

export type Edit = Range & { text: string };

/** What the card can do to the text, each as edits of it. */
export const ACTS = ["edits", "ellipses", "brackets", "rename"] as const;
export type Act = (typeof ACTS)[number];
type Edits = Record<Act, Edit[]>;

/** A quote where it stands now. */
export interface Marked {
  quote: Quote;
  ranges: Range[];
  sign: number;
  edits: Edits;
}

interface Marks {
  marked: Marked[];
  drawn: DecorationSet;
}

interface Signs {
  words: Record<string, string>;
  sprite: string;
  open: (view: EditorView, number: number) => void;
}

const key = new PluginKey<Marks>("quotes");

/** The quotes marked in the text, in its order. */
export function markedIn(state: EditorState): Marked[] {
  return key.getState(state)?.marked ?? [];
}

/** A transaction that marks what was found of the text as it is now. */
export function markQuotes(state: EditorState, quotes: Quote[]): Transaction {
  return state.tr.setMeta(key, quotes).setMeta("addToHistory", false);
}

/** What that act writes, as the desk tells it. */
export function writtenFor(quote: Quote, act: Act): Written[] {
  return act === "rename" ? (quote.rename ? [quote.rename] : []) : quote[act];
}

function placed(doc: Node, quotes: Quote[]): Marked[] {
  const find = finder(doc);
  const range = ({ block, start, end }: Place): Range | null => {
    const [from, to] = [find(block, start), find(block, end)];
    return from === null || to === null ? null : { from, to };
  };
  return quotes.flatMap((quote) => {
    const ranges = quote.places.map(range).filter((one) => one !== null);
    const sign = quote.sign && find(quote.sign.block, quote.sign.at);
    if (!ranges.length || sign === null) return [];
    return [{ quote, ranges, sign, edits: edits((act) => each(writtenFor(quote, act), range)) }];
  });
}

function edits(of: (act: Act) => Edit[]): Edits {
  return { edits: of("edits"), ellipses: of("ellipses"), brackets: of("brackets"), rename: of("rename") };
}

/** All of the edits in their new places; none where one of them has none. */
function each<From extends { text: string }>(wanted: From[], range: (one: From) => Range | null): Edit[] {
  const found = wanted.flatMap((one) => {
    const place = range(one);
    return place ? [{ ...place, text: one.text }] : [];
  });
  return found.length === wanted.length ? found : [];
}

/** Where a quote is after an edit; null when its words were changed: nobody has checked those. */
function moved(marked: Marked, transaction: Transaction): Marked | null {
  const { mapping, before, doc } = transaction;
  const ranges: Range[] = [];
  for (const { from, to } of marked.ranges) {
    const [first, last] = [mapping.map(from, 1), mapping.map(to, -1)];
    if (first >= last) return null;
    if (doc.textBetween(first, last, "\n") !== before.textBetween(from, to, "\n")) return null;
    ranges.push({ from: first, to: last });
  }
  const range = ({ from, to }: Range): Range => ({ from: mapping.map(from, -1), to: mapping.map(to, 1) });
  // The speaker stands outside of the quote's words: what was typed there is not to be typed over.
  const same = ({ from, to }: Edit): boolean => {
    const place = range({ from, to });
    return doc.textBetween(place.from, place.to, "\n") === before.textBetween(from, to, "\n");
  };
  const kept = (act: Act): Edit[] => (marked.edits[act].every(same) ? each(marked.edits[act], range) : []);
  return { ...marked, ranges, edits: edits(kept), sign: mapping.map(marked.sign, -1) };
}

/** Where a quote is after another's change came in, which replaces the whole text at once: by its
 * blocks' ids. Null when its words were changed. */
function relocated(marked: Marked, { before, doc }: Transaction): Marked | null {
  const starts = new Map<string, number>();
  doc.descendants((node, at) => {
    if (node.isTextblock) starts.set(node.attrs["id"], at + 1);
    return !node.isTextblock;
  });
  const at = (position: number): number | null => {
    const $at = before.resolve(position);
    const start = starts.get($at.parent.attrs["id"]);
    return start === undefined ? null : Math.min(start + $at.parentOffset, doc.content.size);
  };
  const range = ({ from, to }: Range): Range | null => {
    const [first, last] = [at(from), at(to)];
    return first === null || last === null || first > last ? null : { from: first, to: last };
  };
  const ranges = marked.ranges.map(range);
  const same = ranges.every((one, index) => {
    const old = marked.ranges[index] as Range;
    return one && doc.textBetween(one.from, one.to, "\n") === before.textBetween(old.from, old.to, "\n");
  });
  const sign = at(marked.sign);
  if (!same || sign === null) return null;
  const written = (one: Edit): Range | null => {
    const found = range(one);
    const stood = found && doc.textBetween(found.from, found.to, "\n");
    return stood === before.textBetween(one.from, one.to, "\n") ? found : null;
  };
  const kept = (act: Act): Edit[] => each(marked.edits[act], written);
  return { ...marked, ranges: ranges as Range[], sign, edits: edits(kept) };
}

function draw(doc: Node, marked: Marked[], signs: Signs): DecorationSet {
  return DecorationSet.create(
    doc,
    marked.flatMap((one) => {
      const { number, shown, settled, open } = one.quote;
      const kind = `mark verdict-${shown}${settled ? " mark-settled" : ""}`;
      const words = one.ranges.map(({ from, to }) => Decoration.inline(from, to, { class: kind }));
      const sign = Decoration.widget(one.sign, (view) => signOf(view, one.quote, signs), {
        side: -1,
        key: `${number} ${shown} ${open} ${settled?.initials ?? ""}`,
        ignoreSelection: true,
        stopEvent: () => true,
      });
      return [...words, sign];
    }),
  );
}

function signOf(view: EditorView, quote: Quote, { words, sprite, open }: Signs): HTMLElement {
  const { number, shown, settled } = quote;
  const vouched = settled ? `, settled by ${settled.name}` : "";
  const button = element(
    "button",
    {
      type: "button",
      class: `sign sign-${shown} verdict-${shown}`,
      "data-quote": String(number),
      "aria-haspopup": "dialog",
      "aria-label": `Quote ${number}: ${words[shown] ?? shown}${vouched}`,
      click: () => open(view, number),
    },
    settled ? settled.initials : icon(sprite, shown),
  );
  return element("span", { class: "closing" }, "\u2060", button);
}

export function quotes(signs: Signs): Plugin<Marks> {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => ({ marked: [], drawn: DecorationSet.empty }),
      apply(transaction, marks, _before, state) {
        const found = transaction.getMeta(key) as Quote[] | undefined;
        if (!found && !transaction.docChanged) return marks;
        const others = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
        const follow = others ? relocated : moved;
        const marked = found
          ? placed(state.doc, found)
          : marks.marked.map((one) => follow(one, transaction)).filter((one) => one !== null);
        return { marked, drawn: draw(state.doc, marked, signs) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  });
}

const WORDS: readonly (readonly [kind: string, one: string, many: string])[] = [
  ["verbatim", "verbatim", "verbatim"],
  ["light_edit", "lightly edited", "lightly edited"],
  ["settled", "vouched for", "vouched for"],
  ["look", "needs a look", "need a look"],
  ["not_found", "not in the record", "not in the record"],
];

/** “3 quotes: 2 verbatim, 1 needs a look”. */
export function summaryOf(quotes: Quote[]): string {
  if (!quotes.length) return "No quotes";
  const kinds = quotes.map(({ settled, shown }) =>
    settled ? "settled" : WORDS.some(([kind]) => kind === shown) ? shown : "look",
  );
  const told = WORDS.flatMap(([kind, one, many]) => {
    const count = kinds.filter((other) => other === kind).length;
    return count ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return `${quotes.length} ${quotes.length === 1 ? "quote" : "quotes"}: ${told.join(", ")}`;
}
