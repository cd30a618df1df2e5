// What can be taken back: what was typed here, and nothing that others typed.
import type { EditorView } from "prosemirror-view";
import { yUndoPluginKey } from "y-prosemirror";
import type { UndoManager } from "yjs";

export function undoManagerOf(view: EditorView): UndoManager | null {
  const found = yUndoPluginKey.getState(view.state) as { undoManager?: UndoManager } | undefined;
  return found?.undoManager ?? null;
}

/** What comes next is taken back apart from what came before. */
export function apart(view: EditorView): void {
  undoManagerOf(view)?.stopCapturing();
}
