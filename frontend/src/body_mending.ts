// What a quote's card does to the text: one step, taken back by one undo.
import type { EditorView } from "prosemirror-view";
import { apart } from "./history";
import type { Target } from "./mending";
import { type Edit, type Marked, markedIn } from "./quotes";

export function bodyTarget(view: EditorView, marked: Marked): Target {
  const { quote, edits } = marked;
  return {
    has: (act) => edits[act].length > 0,
    rename: edits.rename[0]?.text ?? "",
    apply: (act, words) => {
      // Where the quote stands by now: others may have typed before it.
      const now = markedIn(view.state).find((one) => one.quote.key === quote.key && one.quote.number === quote.number);
      const wanted = now?.edits[act] ?? [];
      if (!wanted.length) return false;
      apart(view);
      write(view, words === undefined ? wanted : wanted.map((edit) => ({ ...edit, text: words })));
      apart(view);
      return true;
    },
  };
}

function write(view: EditorView, edits: Edit[]): void {
  const transaction = view.state.tr;
  for (const { from, to, text } of [...edits].reverse()) {
    if (text) transaction.insertText(text, from, to);
    else transaction.delete(from, to);
  }
  view.dispatch(transaction.scrollIntoView());
}
