// Finding and replacing, in a bar above the text.
import { SearchQuery, findNext, findPrev, replaceAll, replaceNext, setSearchState } from "prosemirror-search";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { element } from "./element";

export class FindBar {
  readonly dom: HTMLElement;
  private readonly wanted = element("input", { type: "search", id: "editor-find", autocomplete: "off" });
  private readonly instead = element("input", { type: "text", id: "editor-replace", autocomplete: "off" });

  constructor(
    private readonly view: () => EditorView,
    private readonly say: (words: string) => void,
  ) {
    const act = (words: string, command: Command, told: string): HTMLElement =>
      element("button", { type: "button", class: "button", click: () => this.run(command, told) }, words);
    this.dom = element(
      "div",
      { class: "editor-find", role: "search", "aria-label": "In this text", hidden: true },
      element("div", { class: "field" }, element("label", { for: "editor-find" }, "Find"), this.wanted),
      element("div", { class: "field" }, element("label", { for: "editor-replace" }, "Replace with"), this.instead),
      element(
        "div",
        { class: "acts" },
        act("Next", findNext, "Not found."),
        act("Previous", findPrev, "Not found."),
        act("Replace", replaceNext, "Nothing to replace."),
        act("Replace all", replaceAll, "Nothing to replace."),
        element("button", { type: "button", class: "button button-plain", click: () => this.close() }, "Close"),
      ),
    );
    this.dom.addEventListener("input", () => this.look());
    this.dom.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      this.run(event.shiftKey ? findPrev : findNext, "Not found.");
    });
  }

  open(): void {
    const { state } = this.view();
    const chosen = state.doc.textBetween(state.selection.from, state.selection.to);
    if (chosen) this.wanted.value = chosen;
    this.dom.hidden = false;
    this.wanted.focus();
    this.wanted.select();
    this.look();
  }

  private close(): void {
    this.dom.hidden = true;
    this.set(new SearchQuery({ search: "" }));
    this.view().focus();
  }

  private look(): void {
    const [search, replace] = [this.wanted.value, this.instead.value];
    this.set(new SearchQuery({ search, replace, literal: true }));
  }

  private set(query: SearchQuery): void {
    const view = this.view();
    view.dispatch(setSearchState(view.state.tr, query));
  }

  private run(command: Command, told: string): void {
    const view = this.view();
    if (!command(view.state, view.dispatch, view)) this.say(told);
  }
}
