// Giving a draft its source where there is no link: words, or a text file, kept until it returns.
import { element } from "./element";
import type { Outgoing } from "./outgoing";

const LARGEST = 20 * 1024 * 1024;

export function tieSources(outgoing: Outgoing, changed: () => void): void {
  const part = document.querySelector<HTMLElement>("[data-source]");
  const button = part?.querySelector<HTMLButtonElement>("[data-keep-source]");
  if (!part || !button) return;
  const title = part.querySelector<HTMLInputElement>("#source-title");
  const file = part.querySelector<HTMLInputElement>("#source-file");
  const words = part.querySelector<HTMLTextAreaElement>("#source-words");
  const list = part.querySelector<HTMLElement>("[data-sources]");
  const show = (): void => {
    list?.replaceChildren(...outgoing.sources.map(({ what }) => element("li", {}, `${what.title}, waits for the link`)));
  };
  const keep = async (): Promise<void> => {
    const chosen = file?.files?.[0];
    if (chosen && chosen.size > LARGEST) {
      list?.prepend(element("li", { class: "error" }, "It is larger than 20 MB."));
      return;
    }
    const text = chosen ? await chosen.text() : (words?.value ?? "");
    if (!text.trim()) return;
    const named = title?.value.trim() || chosen?.name || text.trim().slice(0, 60);
    await outgoing.addSource({ operation: crypto.randomUUID(), title: named, words: text });
    for (const input of [title, file, words]) if (input) input.value = "";
    show();
    changed();
  };
  button.addEventListener("click", () => void keep());
  show();
}
