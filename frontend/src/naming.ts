// Saving a version under a name, without leaving the text.
import { element } from "./element";

interface Naming {
  /** Has what was typed saved at the desk first: a version is what the desk then has. */
  flush: () => Promise<boolean>;
  token: () => Promise<string>;
  /** Where the words are, for a sentence when the desk can't be reached. */
  kept: () => string;
}

export function tieVersions({ flush, token, kept }: Naming): void {
  const place = document.querySelector<HTMLElement>("[data-versions]");
  const form = document.querySelector<HTMLFormElement>("#name-version");
  const field = place?.querySelector<HTMLInputElement>("#version-name");
  const told = place?.querySelector<HTMLElement>("[data-version-said]");
  const list = place?.querySelector<HTMLElement>("[data-version-list]");
  if (!place || !form || !field || !told || !list) return;
  const say = (words: string): void => {
    told.textContent = words;
  };
  const save = async (): Promise<void> => {
    const name = field.value.trim();
    if (!name) {
      say("Give the version a name, such as “before the cut”.");
      return field.focus();
    }
    if (!(await flush())) return say(`Not saved as a version: the desk can’t be reached. ${kept()} Save the version once there is a link.`);
    const body = new FormData(form);
    const headers = { Accept: "application/json", "X-CSRFToken": await token() };
    const answer = await fetch(form.action, { method: "POST", headers, body, credentials: "same-origin" });
    const saved = (await answer.json()) as { name?: string; address?: string; refusal?: string };
    if (!saved.name || !saved.address) return say(saved.refusal ?? "Not saved as a version. Load the page again.");
    // The next one is another: what is sent twice would happen once.
    const operation = form.elements.namedItem("operation");
    if (operation instanceof HTMLInputElement) operation.value = crypto.randomUUID();
    list.prepend(element("li", {}, element("a", { href: saved.address }, saved.name), " ", element("span", { class: "quiet" }, "just now")));
    field.value = "";
    say(`Saved as the version “${saved.name}”.`);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save().catch(() => say(`Not saved as a version: the desk can’t be reached. ${kept()}`));
  });
}

/** Versions are of a dispatch: where there is none yet, there is nothing to name. */
export function showVersions(): void {
  document.querySelector<HTMLElement>("[data-versions]")?.removeAttribute("hidden");
}
