// The buttons above the text; each does what a shortcut does, in words.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { MarkType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { redoCommand as redo, undoCommand as undo } from "y-prosemirror";
import { element } from "./element";
import type { Acts } from "./keys";
import { schema } from "./schema";

const { nodes, marks } = schema;

const KINDS: readonly (readonly [value: string, words: string])[] = [
  ["paragraph", "Paragraph"],
  ["heading2", "Heading"],
  ["heading3", "Smaller heading"],
  ["heading4", "Smallest heading"],
  ["bullet_list", "Bulleted list"],
  ["ordered_list", "Numbered list"],
  ["blockquote", "Block quote"],
];

export class Toolbar {
  readonly dom: HTMLElement;
  private readonly kind = element("select", { "aria-label": "Kind of paragraph" });
  private readonly toggles: { button: HTMLButtonElement; type: MarkType }[] = [];
  private readonly usable: { button: HTMLButtonElement; command: Command }[] = [];

  constructor(
    private readonly view: () => EditorView,
    acts: Acts & { picture: Command },
  ) {
    for (const [value, words] of KINDS) this.kind.append(element("option", { value }, words));
    this.kind.addEventListener("change", () => this.become(this.kind.value));
    const bold = this.toggle("Bold", toggleMark(marks.strong), marks.strong);
    const italic = this.toggle("Italic", toggleMark(marks.em), marks.em);
    const link = this.toggle("Link", acts.link, marks.link);
    this.dom = element(
      "div",
      { class: "editor-toolbar", role: "group", "aria-label": "Formatting" },
      this.kind,
      bold,
      italic,
      link,
      this.button("Picture", acts.picture),
      this.whenUsable("Undo", undo),
      this.whenUsable("Redo", redo),
      this.button("Find", acts.find),
      this.button("Keyboard", acts.shortcuts),
    );
  }

  focus(): void {
    this.kind.focus();
  }

  /** Show what holds at the cursor. */
  update(state: EditorState): void {
    this.kind.value = kindAt(state);
    const { from, to, empty, $from } = state.selection;
    for (const { button, type } of this.toggles) {
      const held = empty
        ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
        : state.doc.rangeHasMark(from, to, type);
      button.setAttribute("aria-pressed", String(held));
    }
    for (const { button, command } of this.usable) button.disabled = !command(state);
  }

  private button(words: string, command: Command): HTMLButtonElement {
    const made = element("button", { type: "button", class: "editor-button" }, words);
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => {
      const view = this.view();
      view.focus();
      command(view.state, view.dispatch, view);
    });
    return made;
  }

  private toggle(words: string, command: Command, type: MarkType): HTMLButtonElement {
    const button = this.button(words, command);
    this.toggles.push({ button, type });
    return button;
  }

  private whenUsable(words: string, command: Command): HTMLButtonElement {
    const button = this.button(words, command);
    this.usable.push({ button, command });
    return button;
  }

  private become(kind: string): void {
    const view = this.view();
    const run = (command: Command): boolean => command(view.state, view.dispatch, view);
    if (kind === "bullet_list" || kind === "ordered_list") {
      if (kindAt(view.state).endsWith("_list")) run(retype(kind));
      else run(wrapInList(nodes[kind]));
    } else if (kind === "blockquote") run(wrapIn(nodes.blockquote));
    else {
      while (view.state.selection.$from.depth > 1) {
        if (!run(liftListItem(nodes.list_item)) && !run(lift)) break;
      }
      const level = Number(kind.replace("heading", ""));
      run(kind === "paragraph" ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }));
    }
    view.focus();
    this.update(view.state);
  }
}

function kindAt({ selection: { $from } }: EditorState): string {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === "heading") return `heading${$from.node(depth).attrs["level"]}`;
    if (name.endsWith("_list") || name === "blockquote") return name;
  }
  return "paragraph";
}

/** A bulleted list numbered, or the other way round. */
function retype(kind: "bullet_list" | "ordered_list"): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const list = $from.node(depth);
      if (list.type !== nodes.bullet_list && list.type !== nodes.ordered_list) continue;
      if (list.type === nodes[kind]) return false;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), nodes[kind], { id: list.attrs["id"] }));
      return true;
    }
    return false;
  };
}
