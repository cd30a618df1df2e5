// The acts of a quote's card on its words: what is offered, and what is said of it.
import { element } from "./element";
import type { Act } from "./quotes";

/** Where the quote's words are: the text, or a field beside it. */
export interface Target {
  has(act: Act): boolean;
  /** The name that the record has for who speaks. */
  rename: string;
  /** One step, taken back by one undo; `words` in the place of the record's. False where what was
   * to be mended is no longer there. */
  apply(act: Act, words?: string): boolean;
}

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
  target: Target;
  /** The card goes before the text changes, so that its words never stand beside others. */
  close: () => void;
  say: (words: string) => void;
}

/** The acts that this quote's words allow, the first to be focused first. */
export function mendings(mending: Mending): HTMLElement[] {
  const { target } = mending;
  const buttons = BUTTONS.filter(([act]) => target.has(act)).map(([act, { label, done }]) =>
    element("button", { class: "button", type: "button", click: () => mend(mending, act, done) }, label),
  );
  const parts: HTMLElement[] = buttons.length ? [element("div", { class: "acts" }, ...buttons)] : [];
  if (target.has("rename")) parts.push(renaming(mending));
  return parts;
}

function renaming(mending: Mending): HTMLElement {
  const name = element("input", { id: "quote-speaker", dir: "auto", value: mending.target.rename });
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

function mend({ target, close, say }: Mending, act: Act, done: string, words?: string): void {
  close();
  if (target.apply(act, words)) say(`${done} Undo takes that back.`);
  else say("Its words have changed meanwhile. Nothing was done.");
}
