// Giving a draft its source where there is no link: words or a file, kept until it returns.
import type { Outgoing } from "./outgoing";

const LARGEST = 20 * 1024 * 1024;
const LONGEST = 2_000_000;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Ties the page's part for a source, if it has one. */
export function tieSourceForm(outgoing: Outgoing, changed: () => void): void {
  const part = document.querySelector<HTMLElement>("[data-source]");
  const button = part?.querySelector<HTMLButtonElement>("[data-keep-source]");
  if (!part || !button) return;
  const of = (name: string): Control | null => part.querySelector<Control>(`#source-${name}`);
  const valueOf = (name: string, otherwise: string): string => of(name)?.value || otherwise;
  const wrong = part.querySelector<HTMLElement>("[data-source-wrong]");
  const say = (words: string): void => {
    if (!wrong) return;
    wrong.hidden = words === "";
    wrong.textContent = words;
  };
  const keep = async (): Promise<void> => {
    const chosen = part.querySelector<HTMLInputElement>("#source-file")?.files?.[0];
    const words = valueOf("words", "");
    if (!chosen && !words.trim()) return say("Choose a file, or write its words.");
    if (chosen && chosen.size > LARGEST) return say("It is larger than 20 MB.");
    if (!chosen && words.length > LONGEST) return say("These are more words than the desk takes at once; give them as a file.");
    const title = valueOf("title", "").trim() || chosen?.name || words.trim().slice(0, 60);
    const what = {
      operation: crypto.randomUUID(),
      title,
      kind: valueOf("kind", "transcript"),
      terms: valueOf("terms", "on_the_record"),
      seen_by: valueOf("seen-by", "desk"),
      name: chosen?.name ?? "",
    };
    try {
      const bytes = chosen ? new Uint8Array(await chosen.arrayBuffer()) : new TextEncoder().encode(words);
      await outgoing.addSource(what, bytes);
    } catch {
      return say("This device could not keep it: its disk may be full, or the file has moved.");
    }
    say("");
    for (const name of ["title", "file", "words"]) {
      const input = of(name);
      if (input) input.value = "";
    }
    changed();
  };
  button.addEventListener("click", () => void keep());
}
