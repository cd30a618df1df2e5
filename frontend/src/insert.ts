// Putting a link or a picture into the text.
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { askLink, askPicture } from "./dialog";
import { schema } from "./schema";

const { nodes, marks } = schema;

/** Links the chosen words, or the whole of the link that the cursor is in. */
export function linkSelection(view: EditorView): void {
  const { state } = view;
  let { from, to } = state.selection;
  const now = marks.link.isInSet(state.selection.$from.marks()) ?? linkAfter(view);
  if (state.selection.empty && now) {
    const { parent, parentOffset } = state.selection.$from;
    const start = from - parentOffset;
    parent.forEach((node, at) => {
      if (!now.isInSet(node.marks) || start + at > to || start + at + node.nodeSize < from) return;
      from = Math.min(from, start + at);
      to = Math.max(to, start + at + node.nodeSize);
    });
  }
  askLink((now?.attrs["href"] as string | undefined) ?? "", (href) => {
    const transaction = view.state.tr;
    if (href === null) transaction.removeMark(from, to, marks.link);
    else if (from === to) {
      transaction.insert(from, schema.text(href, [marks.link.create({ href })]));
    } else transaction.addMark(from, to, marks.link.create({ href }));
    view.dispatch(transaction);
    view.focus();
  });
}

function linkAfter(view: EditorView) {
  return marks.link.isInSet(view.state.selection.$from.nodeAfter?.marks ?? []);
}

/** Puts a picture below the block that the cursor is in, or changes the one that is chosen. */
export function putPicture(view: EditorView, pictures: string[]): void {
  const { selection } = view.state;
  const chosen = selection instanceof NodeSelection && selection.node.type === nodes.image;
  const now = chosen ? selection.node.attrs : null;
  askPicture(pictures, now, (attrs) => {
    const { tr } = view.state;
    if (now) tr.setNodeMarkup(selection.from, null, { ...now, ...attrs });
    else {
      const { $to } = view.state.selection;
      tr.insert($to.depth ? $to.after(1) : $to.pos, nodes.image.create(attrs));
    }
    view.dispatch(tr.scrollIntoView());
    view.focus();
  });
}
