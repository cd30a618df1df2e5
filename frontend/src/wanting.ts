// What filing still needs, kept true while it is written; and what is too long, beside its field.
import { element } from "./element";
import type { Told } from "./sync";

let last: Pick<Told, "wanting" | "sources"> = {};
let quotes = 0;

/** How many quotes are open, as the check found them just now. */
export function countOpen(open: number): void {
  quotes = open;
  showWanting({});
}

/** A source was attached beside the text. */
export function countSource(): void {
  last = { ...last, sources: (last.sources ?? 0) + 1 };
  showWanting({});
}

export function showWanting(told: Pick<Told, "wanting" | "sources">): void {
  if (told.wanting !== undefined) last = told;
  const { wanting, sources } = last;
  const list = document.querySelector<HTMLElement>("[data-wanting]");
  if (!list || wanting === undefined) return;
  const item = (words: string, required: boolean): HTMLElement =>
    element(
      "li",
      {},
      element("span", { "aria-hidden": "true" }, required ? "☐" : "○"),
      element("span", {}, words, ...(required ? [" ", element("span", { class: "quiet" }, "(required)")] : [])),
    );
  const items = wanting.map((words) => item(words, true));
  if (!sources) items.push(item("a source for its quotes", false));
  if (quotes) items.push(item(quotes === 1 ? "1 open quote to settle" : `${quotes} open quotes to settle`, false));
  if (!items.length) items.push(element("li", {}, "Nothing is missing."));
  list.replaceChildren(...items);
}

export function showWrong(form: HTMLFormElement, wrong: Record<string, string> | undefined): void {
  if (wrong === undefined) return;
  for (const old of form.querySelectorAll("[data-wrong]")) old.remove();
  for (const [name, words] of Object.entries(wrong)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLElement) field.after(element("p", { class: "error", "data-wrong": name }, words));
  }
}
