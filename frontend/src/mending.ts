// What a quote's card does to the text: each one step, taken back by one undo.
import type { EditorView } from "prosemirror-view";
import { element } from "./element";
import { apart } from "./history";
import { type Act, type Edit, type Marked, markedIn } from "./quotes";

interface Told {
  label: string;
  done: string;
}

const BUTTONS: readonly (readonly [Exclude<Act, "rename">, Told])[] = [
  ["edits", { label: "Use the record’s words", done: "The quote has the record’s words now." }],
  ["ellipses", { label: "Mark the cut with “…”", done: "An ellipsis marks what was left out." }],
  ["brackets", { label: "Put the insertion in [brackets]", done: "Brackets mark what the record does not have." }],
];

interface Mending {
  view: EditorView;
  marked: Marked;
  /** The card goes before the text changes, so that its words never stand beside others. */
  close: () => void;
  say: (words: string) => void;
}

/** The acts that this quote's text allows, the first to be focused first. */
export function mendings(mending: Mending): HTMLElement[] {
  const { marked } = mending;
  const buttons = BUTTONS.filter(([act]) => marked.edits[act].length > 0).map(([act, { label, done }]) =>
    element("button", { class: "button", type: "button", click: () => mend(mending, act, done) }, label),
  );
  const parts: HTMLElement[] = buttons.length ? [element("div", { class: "acts" }, ...buttons)] : [];
  if (marked.edits.rename.length) parts.push(renaming(mending));
  return parts;
}

function renaming(mending: Mending): HTMLElement {
  const name = element("input", { id: "quote-speaker", dir: "auto", value: mending.marked.edits.rename[0]?.text ?? "" });
  const submit = (event: Event): void => {
    event.preventDefault();
    const named = name.value.trim();
    if (named) mend(mending, "rename", `The story names ${named} now.`, named);
    else name.focus();
  };
  return element(
    "form",
    { class: "card-name-form", submit },
    element("label", { for: name.id }, "Who says it, as the story should name them"),
    name,
    element("button", { class: "button", type: "submit" }, "Correct the speaker"),
  );
}

function mend({ view, marked, close, say }: Mending, act: Act, done: string, words?: string): void {
  // Where the quote stands by now: others may have typed before it.
  const now = markedIn(view.state).find(({ quote }) => quote.key === marked.quote.key && quote.number === marked.quote.number);
  close();
  const edits = now?.edits[act] ?? [];
  if (!edits.length) return say("Its words have changed meanwhile. Nothing was done.");
  apart(view);
  write(view, words === undefined ? edits : edits.map((edit) => ({ ...edit, text: words })));
  apart(view);
  say(`${done} Undo takes that back.`);
}

function write(view: EditorView, edits: Edit[]): void {
  const transaction = view.state.tr;
  for (const { from, to, text } of [...edits].reverse()) {
    if (text) transaction.insertText(text, from, to);
    else transaction.delete(from, to);
  }
  view.dispatch(transaction.scrollIntoView());
}
