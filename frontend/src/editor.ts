// The editor itself: the text on the page, its buttons, its marks and cards, on a shared document.
import { gapCursor } from "prosemirror-gapcursor";
import { search } from "prosemirror-search";
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { Card } from "./card";
import { Checking } from "./checking";
import { lengthOf } from "./count";
import { showShortcuts } from "./dialog";
import { element } from "./element";
import { languageOf, valueOf } from "./fields";
import { fieldTarget } from "./field_mending";
import { FindBar } from "./find";
import type { Given } from "./given";
import { ids } from "./ids";
import { linkSelection, putPicture } from "./insert";
import { type Acts, keys, SHORTCUTS } from "./keys";
import { others } from "./others";
import { plainHtml } from "./paste";
import { type Quote, markedIn, markQuotes, quotes, summaryOf } from "./quotes";
import { markdownRules } from "./rules";
import { schema } from "./schema";
import type { Shared } from "./shared";
import { Status } from "./status";
import { Toolbar } from "./toolbar";
import { countOpen } from "./wanting";

const ELSEWHERE: Record<string, string> = { headline: "In the headline", summary: "In the summary" };

export interface Editor {
  view: EditorView;
  status: Status;
  dom: HTMLElement[];
  card: Card;
  checking: Checking | null;
}

interface Options {
  given: Given;
  shared: Shared;
  form: HTMLFormElement;
  described: string;
  token: () => Promise<string>;
  /** Whether the desk knows the dispatch, so that its quotes can be checked. */
  known: () => boolean;
  /** Has what was typed saved at the desk; null for a text apart from it. */
  flush: (() => Promise<boolean>) | null;
}

export function createEditor({ given, shared, form, described, token, known, flush }: Options): Editor {
  const { check, sprite, words, pictures } = given;
  const status = new Status(check !== "");
  const say = (told: string): void => status.say(told);
  const card = new Card({ words, sprite, say, flush, check: () => checking?.soon(0) });
  const find = new FindBar(() => view, say);
  const did = (act: () => void): Command => () => {
    act();
    return true;
  };
  const acts: Acts & { picture: Command } = {
    save: did(() => form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="then"]'))),
    link: did(() => linkSelection(view)),
    picture: did(() => putPicture(view, pictures)),
    find: did(() => find.open()),
    shortcuts: did(() => showShortcuts(SHORTCUTS)),
    toolbar: did(() => toolbar.focus()),
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
  const checking = check
    ? new Checking({
        url: check,
        token,
        known,
        doc: () => view.state.doc,
        fields: () => ({
          headline: valueOf(form, "headline"),
          summary: valueOf(form, "summary"),
          language: languageOf(form),
        }),
        found: (found, sent) => {
          view.dispatch(markQuotes(view.state, found));
          status.quotes(summaryOf(found), elsewhere(found, sent));
          countOpen(found.filter(({ open }) => open).length);
        },
        failed: (told) => status.quotes(told, []),
      })
    : null;

  /** The quotes of headline and summary have no place in the text; their signs stand below it. */
  function elsewhere(found: Quote[], checked: Record<string, string>): HTMLElement[] {
    return found.flatMap((quote) => {
      const name = ELSEWHERE[quote.places[0]?.block ?? ""];
      if (!name) return [];
      const told = `${name}: ${words[quote.shown] ?? quote.shown}`;
      const click = ({ currentTarget }: Event): void =>
        card.show(view, quote, currentTarget as HTMLElement, fieldTarget(form, quote, checked));
      return [element("button", { type: "button", class: `button button-plain verdict-${quote.shown}`, click }, told)];
    });
  }

  const view: EditorView = new EditorView(null, {
    state: EditorState.create({
      schema,
      plugins: [
        ySyncPlugin(shared.body),
        yUndoPlugin(),
        markdownRules(),
        ...keys(acts),
        ids,
        gapCursor(),
        search(),
        others(),
        quotes({ words, sprite, open: (_view, number) => card.open(view, number) }),
      ],
    }),
    attributes: {
      id: "body",
      class: "text editor-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": "body-label",
      "aria-describedby": described,
      dir: "auto",
      spellcheck: "true",
    },
    transformPastedHTML: plainHtml,
    handleDoubleClickOn: (here, _at, node) => node.type === schema.nodes.image && acts.picture(here.state),
    // The first ones come while the view is being made: it has no name yet.
    dispatchTransaction(this: EditorView, transaction) {
      this.updateState(this.state.apply(transaction));
      toolbar.update(this.state);
      if (!transaction.docChanged) return;
      status.length(lengthOf(this.state.doc));
      checking?.soon();
    },
  });
  status.next.addEventListener("click", () => acts.nextQuote(view.state));
  status.length(lengthOf(view.state.doc));
  toolbar.update(view.state);
  return { view, status, card, checking, dom: [toolbar.dom, find.dom, view.dom, status.dom] };
}
