// The page for writing: the editor takes the place of the text area, and the form stays the form.
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { Node } from "prosemirror-model";
import { search } from "prosemirror-search";
import { type Command, EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { Card } from "./card";
import { Checking } from "./checking";
import { lengthOf } from "./count";
import { askLink, askPicture, showShortcuts } from "./dialog";
import { element } from "./element";
import { FindBar } from "./find";
import { ids } from "./ids";
import { type Acts, keys, SHORTCUTS } from "./keys";
import { plainHtml } from "./paste";
import { type Quote, markedIn, markQuotes, quotes, summaryOf } from "./quotes";
import { markdownRules } from "./rules";
import { schema } from "./schema";
import { Status } from "./status";
import { Toolbar } from "./toolbar";
import { treeOf } from "./tree";

const { nodes, marks } = schema;

/** What the page tells the editor, in the attributes of `[data-editor]`. */
interface Given {
  tree: unknown;
  check: string;
  sprite: string;
  words: Record<string, string>;
  pictures: string[];
}

function given(dom: HTMLElement): Given {
  const { tree = "", check = "", sprite = "", words = "{}", pictures = "[]" } = dom.dataset;
  return {
    tree: JSON.parse(tree),
    check,
    sprite,
    words: JSON.parse(words) as Record<string, string>,
    pictures: JSON.parse(pictures) as string[],
  };
}

function mount(place: HTMLElement, area: HTMLTextAreaElement, form: HTMLFormElement): void {
  const { tree, check, sprite, words, pictures } = given(place);
  const doc = Node.fromJSON(schema, tree);
  doc.check();

  const status = new Status(check !== "");
  const say = (told: string): void => status.say(told);
  const card = new Card({ words, sprite, say });
  const find = new FindBar(() => view, say);
  const acts: Acts & { picture: Command } = {
    save: () => {
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="then"]'));
      return true;
    },
    link: () => {
      linkSelection(view);
      return true;
    },
    picture: () => {
      putPicture(view, pictures);
      return true;
    },
    find: () => {
      find.open();
      return true;
    },
    shortcuts: () => {
      showShortcuts(SHORTCUTS);
      return true;
    },
    toolbar: () => {
      toolbar.focus();
      return true;
    },
    openQuote: (state) => {
      const { head } = state.selection;
      const here = markedIn(state).find(({ ranges, sign }) =>
        ranges.some(({ from, to }) => from - 1 <= head && head <= Math.max(to, sign)),
      );
      return here !== undefined && card.open(view, here.quote.number);
    },
    nextQuote: (state) => {
      const waiting = markedIn(state).filter(({ quote }) => quote.open);
      const next = waiting.find(({ sign }) => sign > state.selection.head + 1) ?? waiting[0];
      if (!next) {
        say("No quote needs a look.");
        return true;
      }
      const at = TextSelection.create(state.doc, next.ranges[0]?.from ?? next.sign, next.sign);
      view.dispatch(state.tr.setSelection(at).scrollIntoView());
      return card.open(view, next.quote.number);
    },
  };
  const toolbar = new Toolbar(() => view, acts);
  let changed = false;

  const view: EditorView = new EditorView(null, {
    state: EditorState.create({
      doc,
      plugins: [
        markdownRules(),
        ...keys(acts),
        history(),
        ids,
        gapCursor(),
        search(),
        quotes({ words, sprite, open: (_view, number) => card.open(view, number) }),
      ],
    }),
    attributes: {
      id: "body",
      class: "text editor-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": "body-label",
      "aria-describedby": area.getAttribute("aria-describedby") ?? "",
      dir: "auto",
      spellcheck: "true",
    },
    transformPastedHTML: plainHtml,
    handleDoubleClickOn: (_view, _at, node) => node.type === nodes.image && acts.picture(view.state),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      toolbar.update(view.state);
      if (!transaction.docChanged) return;
      changed = true;
      status.length(lengthOf(view.state.doc));
      checking?.soon();
    },
  });

  const checking = check
    ? new Checking({
        url: check,
        token: field(form, "csrf_token"),
        doc: () => view.state.doc,
        fields: () => ({
          headline: field(form, "headline"),
          summary: field(form, "summary"),
          language: field(form, "language") === "other" ? field(form, "language_other") : field(form, "language"),
        }),
        found: (found) => {
          view.dispatch(markQuotes(view.state, found));
          status.quotes(summaryOf(found), elsewhere(found));
        },
        failed: (told) => status.quotes(told, []),
      })
    : null;

  /** The quotes of headline and summary have no place in the text; their signs stand below it. */
  function elsewhere(found: Quote[]): HTMLElement[] {
    const names: Record<string, string> = { headline: "In the headline", summary: "In the summary" };
    return found.flatMap((quote) => {
      const name = names[quote.places[0]?.block ?? ""];
      if (!name) return [];
      const told = `${name}: ${words[quote.shown] ?? quote.shown}`;
      const open = (event: Event): void => card.show(view, quote, event.currentTarget as HTMLElement);
      return [element("button", { type: "button", class: `button button-plain verdict-${quote.shown}`, click: open }, told)];
    });
  }

  status.next.addEventListener("click", () => acts.nextQuote(view.state));
  status.length(lengthOf(doc));
  place.append(toolbar.dom, find.dom, view.dom, status.dom);
  place.hidden = false;
  (place.closest("main") ?? document.body).append(card.dom);
  const label = form.querySelector<HTMLLabelElement>('label[for="body"]');
  if (label) {
    label.id = "body-label";
    label.removeAttribute("for");
    label.addEventListener("click", () => view.focus());
  }
  area.id = "body-markdown";
  area.hidden = true;
  for (const plain of form.querySelectorAll<HTMLElement>("[data-without-editor]")) plain.hidden = true;
  toolbar.update(view.state);

  form.addEventListener("formdata", ({ formData }) => {
    formData.delete("body");
    formData.set("document", JSON.stringify(treeOf(view.state.doc)));
  });
  form.addEventListener("input", (event) => {
    if (event.target instanceof Element && view.dom.contains(event.target)) return;
    changed = true;
    checking?.soon();
  });
  form.addEventListener("submit", () => {
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
  checking?.soon(0);
}

function field(form: HTMLFormElement, name: string): string {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
    ? found.value
    : "";
}

/** Links the chosen words, or the whole of the link that the cursor is in. */
function linkSelection(view: EditorView): void {
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
function putPicture(view: EditorView, pictures: string[]): void {
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

const place = document.querySelector<HTMLElement>("[data-editor]");
const area = document.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
if (place && area?.form) mount(place, area, area.form);
