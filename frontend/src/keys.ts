// Everything the keyboard does, and the list of it for people.
import {
  baseKeymap,
  chainCommands,
  exitCode,
  setBlockType,
  toggleMark,
  wrapIn,
} from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { redoCommand as redo, undoCommand as undo } from "y-prosemirror";
import { schema } from "./schema";

const { nodes, marks } = schema;
// The server takes twelve levels; a list within a list is two.
const DEEPEST = 8;

/** What the page does beyond the text itself. */
export interface Acts {
  save: Command;
  link: Command;
  find: Command;
  shortcuts: Command;
  toolbar: Command;
  openQuote: Command;
  nextQuote: Command;
}

const breakLine: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type !== nodes.paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

const deepen: Command = (state, dispatch, view) =>
  state.selection.$from.depth < DEEPEST && sinkListItem(nodes.list_item)(state, dispatch, view);

export const SHORTCUTS: readonly (readonly [keys: string, words: string])[] = [
  ["Mod-b", "Bold"],
  ["Mod-i", "Italic"],
  ["Mod-k", "Link"],
  ["Mod-Alt-0", "Paragraph"],
  ["Mod-Alt-2", "Heading (3 and 4 for smaller ones)"],
  ["Mod-Shift-8", "Bulleted list"],
  ["Mod-Shift-7", "Numbered list"],
  ["Mod-Shift-9", "Block quote"],
  ["Mod-]", "Deeper in a list (Mod-[ out of it)"],
  ["Shift-Enter", "New line in the same paragraph"],
  ["Mod-z", "Undo"],
  ["Mod-Shift-z", "Redo"],
  ["Mod-f", "Find and replace"],
  ["F8", "Next quote that needs a look"],
  ["Mod-Enter", "Open the card of the quote at the cursor"],
  ["Mod-s", "Save"],
  ["Alt-F10", "To the buttons above the text"],
  ["Mod-/", "This list"],
];

export function keys(acts: Acts): Plugin[] {
  const ours: Record<string, Command> = {
    "Mod-b": toggleMark(marks.strong),
    "Mod-i": toggleMark(marks.em),
    "Mod-k": acts.link,
    "Mod-Alt-0": setBlockType(nodes.paragraph),
    "Mod-Alt-2": setBlockType(nodes.heading, { level: 2 }),
    "Mod-Alt-3": setBlockType(nodes.heading, { level: 3 }),
    "Mod-Alt-4": setBlockType(nodes.heading, { level: 4 }),
    "Mod-Shift-8": wrapInList(nodes.bullet_list),
    "Mod-Shift-7": wrapInList(nodes.ordered_list),
    "Mod-Shift-9": wrapIn(nodes.blockquote),
    "Mod-]": deepen,
    "Mod-[": liftListItem(nodes.list_item),
    Enter: splitListItem(nodes.list_item),
    "Shift-Enter": chainCommands(exitCode, breakLine),
    Backspace: undoInputRule,
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-f": acts.find,
    "Mod-s": acts.save,
    "Mod-/": acts.shortcuts,
    "Alt-F10": acts.toolbar,
    "Mod-Enter": acts.openQuote,
    F8: acts.nextQuote,
  };
  return [keymap(ours), keymap(baseKeymap)];
}
