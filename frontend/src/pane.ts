// The record beside the text: looked through, read, and quoted from into the story.
import { element } from "./element";

/** What the editor hears when words of the record are to be put into the story. */
export const QUOTE = "editorial:quote";

export function recordPane(): void {
  const place = document.querySelector<HTMLDetailsElement>("[data-record]");
  const form = document.querySelector<HTMLFormElement>("form.write");
  if (place && form) new Pane(place, form);
}

class Pane {
  private readonly found = element("div", { class: "pane-found" });
  private readonly said = element("p", { class: "small", role: "status" });
  private readonly words = element("input", { id: "record-words", type: "search", dir: "auto" });
  private timer = 0;
  private asked = 0;

  constructor(
    private readonly place: HTMLDetailsElement,
    private readonly form: HTMLFormElement,
  ) {
    const label = element("label", { for: "record-words" }, "Look through the record");
    for (const old of [...place.children]) if (old.tagName !== "SUMMARY") old.remove();
    place.append(element("div", { class: "field" }, label, this.words), this.said, this.found);
    // Enter looks; it must not send the form that the pane stands in.
    this.words.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    this.words.addEventListener("input", (event) => {
      event.stopPropagation();
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.load(this.looking()), 250);
    });
    place.addEventListener("toggle", () => {
      if (place.open && !this.found.childElementCount) void this.load(this.looking());
    });
    this.found.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-pane]") : null;
      if (!link) return;
      event.preventDefault();
      void this.load(new URL(link.href));
    });
  }

  private looking(): URL {
    const url = new URL(this.place.dataset["record"] ?? "", location.href);
    if (this.words.value.trim()) url.searchParams.set("q", this.words.value);
    return url;
  }

  private async load(url: URL): Promise<void> {
    const turn = ++this.asked;
    url.searchParams.set("pane", "1");
    try {
      const answer = await fetch(url, { credentials: "same-origin" });
      if (turn !== this.asked) return;
      if (!answer.ok || answer.redirected) throw new Error();
      // The desk's own page, parsed without running anything.
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== this.asked) return;
      this.found.replaceChildren(...page.body.childNodes);
      this.dress();
    } catch {
      if (turn === this.asked) this.said.textContent = "The record can’t be reached just now. Your text is safe.";
    }
  }

  private dress(): void {
    const lines = this.found.querySelectorAll<HTMLElement>("[data-line]");
    for (const hint of this.found.querySelectorAll<HTMLElement>("[data-pane-hint]")) hint.hidden = false;
    for (const line of lines) {
      const words = line.querySelector<HTMLElement>("[data-source]");
      if (!words) continue;
      const insert = element("button", { type: "button", class: "button pane-insert" }, "Insert as quote");
      // Pressing the button must not take the marking of the words away.
      insert.addEventListener("pointerdown", (event) => event.preventDefault());
      insert.addEventListener("click", () => void this.insert(words));
      line.append(insert);
    }
    this.said.textContent = this.words.value.trim() ? `${lines.length} ${lines.length === 1 ? "line" : "lines"} found` : "";
  }

  private async insert(words: HTMLElement): Promise<void> {
    const [first, last] = markedWithin(words);
    const base = Number(words.dataset["start"]);
    const text = words.textContent ?? "";
    const language = this.field("language") === "other" ? this.field("language_other") : this.field("language");
    try {
      const answer = await fetch(this.place.dataset["quote"] ?? "", {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.field("csrf_token") },
        body: JSON.stringify({
          source: words.dataset["source"],
          // The desk counts letters, the browser half-letters.
          start: base + [...text.slice(0, first)].length,
          end: base + [...text.slice(0, last)].length,
          language,
        }),
      });
      const told = (await answer.json()) as { text?: string; refusal?: string };
      if (told.text) {
        document.dispatchEvent(new CustomEvent(QUOTE, { detail: told.text }));
        this.said.textContent = "It stands in the text, with its speaker. Undo takes it out.";
      } else this.said.textContent = told.refusal ?? "The desk did not take it. Load the page again.";
    } catch {
      this.said.textContent = "The desk can’t be reached just now. Nothing was inserted.";
    }
  }

  private field(name: string): string {
    return new FormData(this.form).get(name)?.toString() ?? "";
  }
}

/** The marked stretch of the words, in the browser's units; all of them where none is marked. */
function markedWithin(words: HTMLElement): [number, number] {
  const selection = getSelection();
  const length = words.textContent?.length ?? 0;
  if (!selection || selection.isCollapsed || !selection.rangeCount) return [0, length];
  const marked = selection.getRangeAt(0);
  if (!marked.intersectsNode(words)) return [0, length];
  const before = document.createRange();
  before.selectNodeContents(words);
  const whole = before.cloneRange();
  if (marked.compareBoundaryPoints(Range.START_TO_START, whole) <= 0) before.collapse(true);
  else before.setEnd(marked.startContainer, marked.startOffset);
  const first = before.toString().length;
  const within = document.createRange();
  within.selectNodeContents(words);
  if (marked.compareBoundaryPoints(Range.END_TO_END, whole) < 0) within.setEnd(marked.endContainer, marked.endOffset);
  const last = within.toString().length;
  return first < last ? [first, last] : [0, length];
}
