// A source attached beside the text: files dropped or pasted anywhere on the page, or the button.
import { Attaching } from "./attach";
import { element } from "./element";
import { HANDED, type Handed } from "./handing";

/** What the editor hears when the record has grown. */
export const GREW = "editorial:record";

export function sourcing(): void {
  const pane = document.querySelector<HTMLElement>("[data-record][data-attach]");
  if (pane) new Sourcing(pane, pane.dataset["attach"] ?? "");
}

class Sourcing {
  private readonly said = element("p", { class: "small", role: "status" });
  private readonly dialog = element("dialog", { class: "editor-dialog", "aria-labelledby": "sourcing-title" });
  private attaching: Attaching | null = null;
  private opening: Promise<void> | null = null;
  private listening = new AbortController();
  /** What another app shared and this form was opened for. */
  private handed: Handed | null = null;

  constructor(
    pane: HTMLElement,
    private readonly url: string,
  ) {
    const open = element("button", { type: "button", class: "button", click: () => void this.open() }, "Add a source…");
    pane.after(element("div", { class: "sourcing" }, open, element("p", { class: "small quiet" }, "Or drop files on this page, or paste them."), this.said));
    (document.querySelector("main") ?? document.body).append(this.dialog);
    // What is dropped or pasted after that is meant for the story.
    this.dialog.addEventListener("close", () => this.listening.abort());
    document.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    document.addEventListener("drop", (event) => this.took(event, event.dataTransfer));
    document.addEventListener("paste", (event) => this.took(event, event.clipboardData));
    document.addEventListener(HANDED, (event) => void this.hand((event as CustomEvent<Handed>).detail));
    this.dialog.addEventListener("close", () => {
      this.handed = null;
    });
  }

  private async hand(handed: Handed): Promise<void> {
    await this.open();
    const form = this.dialog.querySelector<HTMLFormElement>("form#attach");
    if (!form) return;
    this.handed = handed;
    const words = form.elements.namedItem("text");
    if (words instanceof HTMLTextAreaElement) words.value = handed.words;
    const title = form.elements.namedItem("title");
    if (title instanceof HTMLInputElement) title.value = handed.title;
    this.attaching?.take(handed.files);
  }

  /** Words that were copied with a picture of them are words, and go where they are pasted. */
  private took(event: Event, data: DataTransfer | null): void {
    if (this.dialog.open || !data?.files.length || data.types.includes("text/html") || data.types.includes("text/plain")) return;
    event.preventDefault();
    const files = [...data.files];
    void this.open().then(() => this.attaching?.take(files));
  }

  private open(): Promise<void> {
    this.opening ??= this.fill().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async fill(): Promise<void> {
    try {
      const answer = await fetch(this.url, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error();
      this.show(await answer.text());
      if (!this.dialog.open) this.dialog.showModal();
    } catch {
      this.said.textContent = "The desk can’t be reached just now. Nothing was attached; your text is safe.";
    }
  }

  /** The desk's own form, parsed without running anything. */
  private show(html: string): void {
    this.listening.abort();
    this.listening = new AbortController();
    const page = new DOMParser().parseFromString(html, "text/html");
    const title = element("h2", { id: "sourcing-title" }, "Add a source");
    const close = element("button", { type: "button", class: "button button-plain", click: () => this.dialog.close() }, "Not now");
    const form = page.querySelector<HTMLFormElement>("form#attach");
    if (!form) {
      const refused = page.querySelector(".note") ?? element("p", {}, "Nothing can be attached to it now.");
      this.dialog.replaceChildren(title, refused, close);
      return;
    }
    this.dialog.replaceChildren(title, form);
    form.querySelector("a.button")?.replaceWith(close);
    const drop = form.querySelector<HTMLElement>("[data-uploads]");
    if (drop) this.attaching = new Attaching(drop, form, drop.dataset["uploads"] ?? "", this.listening.signal);
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      void this.send(form);
    });
  }

  private async send(form: HTMLFormElement): Promise<void> {
    try {
      const answer = await fetch(this.url, { method: "POST", credentials: "same-origin", body: new FormData(form) });
      if (answer.redirected && answer.ok) {
        const said = await answer.text();
        this.handed?.attached();
        this.dialog.close();
        this.tell(said);
        document.dispatchEvent(new CustomEvent(GREW));
      } else this.show(await answer.text());
    } catch {
      this.said.textContent = "";
      form.prepend(element("p", { class: "error", role: "alert" }, "The desk can’t be reached. What you gave stands here; press again."));
    }
  }

  /** What the desk's page says of each file: one may be refused while others are taken. */
  private tell(html: string): void {
    const page = new DOMParser().parseFromString(html, "text/html");
    const notes = [...page.querySelectorAll<HTMLElement>(".flashes .note")];
    const words = notes.map((note) => element("span", { class: note.matches(".note-bad") ? "error" : "" }, `${note.textContent?.trim() ?? ""} `));
    this.said.replaceChildren(...words, "The quotes are checked against what is on the record.");
  }
}
