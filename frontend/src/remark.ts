// Words selected in the story offer a comment or a suggestion, and fill its form in. Without this
// script they are pasted into the same form.

const CONTEXT = 40;
const NOT_WORDS = ".closing, .remark-sign, .tag";

interface Chosen {
  words: string;
  before: string;
  range: Range;
}

/** What a reader sees of the range: signs that only this page sets are no words of the story. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents();
  for (const sign of copy.querySelectorAll(NOT_WORDS)) sign.remove();
  return (copy.textContent ?? "").replaceAll("\u2060", "");
}

function chosen(story: HTMLElement): Chosen | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!story.contains(range.commonAncestorContainer)) return null;
  const words = wordsOf(range).trim();
  if (words === "" || words.includes("\n")) return null;
  const start = range.startContainer;
  const around = start instanceof Element ? start : start.parentElement;
  const block = around?.closest("p, h2, h3, h4, figcaption");
  const until = document.createRange();
  until.setStart(block ?? story, 0);
  until.setEnd(range.startContainer, range.startOffset);
  return { words, before: wordsOf(until).slice(-CONTEXT), range };
}

function fill(kind: string, about: Chosen): void {
  const place = document.querySelector<HTMLDetailsElement>(`[data-remark="${kind}"]`);
  const form = place?.querySelector("form");
  if (!place || !form) return;
  place.open = true;
  const set = (name: string, value: string): void => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  };
  set("block", "");
  set("words", about.words);
  set("before", about.before);
  const next = form.elements.namedItem(kind === "comment" ? "note" : "new");
  if (next instanceof HTMLElement) next.focus();
}

function bar(act: (kind: string) => void): HTMLElement {
  const made = document.createElement("div");
  made.className = "remark-bar";
  made.hidden = true;
  for (const [kind, words] of [
    ["comment", "Comment"],
    ["suggestion", "Suggest"],
  ] as const) {
    if (!document.querySelector(`[data-remark="${kind}"]`)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = words;
    // Pressing must not take the selection away before it is read.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => act(kind));
    made.append(button);
  }
  return made;
}

const story = document.querySelector<HTMLElement>(".review-text");
if (story !== null) {
  let about: Chosen | null = null;
  const acts = bar((kind) => {
    if (about !== null) fill(kind, about);
    acts.hidden = true;
  });
  story.after(acts);
  document.addEventListener("selectionchange", () => {
    about = chosen(story);
    acts.hidden = about === null;
    if (about === null) return;
    const at = about.range.getBoundingClientRect();
    acts.style.setProperty("--at", `${at.bottom + scrollY + 8}px`);
  });
}
