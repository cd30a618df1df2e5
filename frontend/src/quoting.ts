// Words of the record, put into the story where the cursor is.
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { QUOTE } from "./pane";

export function takeQuotes(view: EditorView, check: () => void): void {
  document.addEventListener(QUOTE, (event) => {
    const text: unknown = (event as CustomEvent).detail;
    if (typeof text !== "string" || !text) return;
    insertQuote(view, text);
    check();
  });
}

/** At the cursor, apart from what stands before and after it; where no words can be, in a new
 * paragraph below. */
export function insertQuote(view: EditorView, text: string): void {
  const { state } = view;
  const { $to } = state.selection;
  const tr = state.tr;
  if ($to.parent.inlineContent) {
    const before = $to.parent.textBetween(0, $to.parentOffset, "\n", "\n");
    const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, "\n", "\n");
    const apart = (/\S$/.test(before) ? " " : "") + text + (/^\S/.test(after) ? " " : "");
    tr.insertText(apart, $to.pos);
  } else {
    const at = $to.depth ? $to.after(1) : state.doc.content.size;
    const paragraph = state.schema.nodes["paragraph"]?.create(null, state.schema.text(text));
    if (!paragraph) return;
    tr.insert(at, paragraph);
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + paragraph.nodeSize - 1), -1));
  }
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
