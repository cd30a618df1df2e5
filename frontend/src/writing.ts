// A page on the shared working copy: what is typed goes to the desk by itself, and what others type
// comes here; the form's own buttons act on what is at the desk then.
import type { Editor } from "./editor";
import { tieFields, valueOf } from "./fields";
import type { Given } from "./given";
import { placeIn, setOthers, whoIsHere } from "./others";
import type { Shared } from "./shared";
import { Sync, type Told, type Where } from "./sync";

const WORDS: Record<Where, readonly [words: string, kind: "ok" | "way" | "bad"]> = {
  desk: ["Saved at the desk.", "ok"],
  sending: ["On its way to the desk…", "way"],
  waiting: ["Not saved: the desk can’t be reached. Keep this page open; it goes on trying.", "bad"],
  "signed out": ["Not saved:", "bad"],
  refused: ["Not at the desk:", "bad"],
};

interface Asks {
  page: Given;
  shared: Shared;
  form: HTMLFormElement;
  token: () => Promise<string>;
}

export class Writing {
  private readonly sync: Sync;
  private editor: Editor | null = null;
  private passing = false;

  constructor(private readonly asks: Asks) {
    const { page, shared, form, token } = asks;
    this.sync = new Sync({
      url: page.sync,
      token,
      shared,
      begins: () => (page.begins ? this.deskToBegin() : null),
      place: () => (this.editor ? placeIn(this.editor.view.state) : ""),
      told: (told) => this.told(told),
      stands: (where, words) => this.stands(where, words),
      rescued: (pieces) => this.rescued(pieces),
    });
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("beforeunload", (event) => {
      if (this.sync.waiting && !this.passing) event.preventDefault();
    });
    const unlock = document.querySelector<HTMLElement>("[data-unlock]");
    if (unlock) {
      form.inert = true;
      unlock.hidden = false;
      unlock.querySelector("button")?.addEventListener("click", () => {
        form.inert = false;
        unlock.hidden = true;
        this.editor?.view.focus();
      });
    }
  }

  begin(show: (known: () => boolean) => Editor): void {
    const { page, shared, form } = this.asks;
    if (page.shared) this.sync.start(page.shared);
    else shared.begin();
    tieFields(form, shared, page.begins);
    this.editor = show(() => this.sync.version !== null);
    if (page.shared) this.stands("desk", "");
    else {
      // An empty page is no dispatch yet.
      this.sync.untouched();
      this.editor.status.stands("Nothing is typed yet.", "way");
    }
  }

  private deskToBegin(): string | null {
    return valueOf(this.asks.form, "desk") || null;
  }

  private told(told: Told): void {
    const { form, page } = this.asks;
    const first = form.action !== new URL(page.edit, location.href).href;
    if (page.begins && first) {
      form.action = page.edit;
      history.replaceState(null, "", page.edit);
      set(form, "placed_version", String(told.placed));
      this.editor?.checking?.soon(0);
    }
    set(form, "version", String(told.version));
    if (!this.editor) return;
    this.editor.view.dispatch(setOthers(this.editor.view.state, told.here));
    this.editor.status.others(whoIsHere(told.here));
    document.dispatchEvent(new CustomEvent("editorial:told", { detail: told }));
  }

  private stands(where: Where, words: string): void {
    const [told, kind] = WORDS[where];
    this.editor?.status.stands(words ? `${told} ${words}` : told, kind);
  }

  private rescued(pieces: number): void {
    const one = pieces === 1;
    this.editor?.status.say(
      `Someone took out a block while words were typed in it. ${one ? "They stand" : "Each piece stands"} in a paragraph of its own now.`,
    );
  }

  /** First what was typed, then what the button does. */
  private submit(event: SubmitEvent): void {
    if (this.passing) return;
    event.preventDefault();
    const { form } = this.asks;
    const button = event.submitter;
    void this.sync.flush().then((all) => {
      // A page that the desk does not know yet can still be sent as a form.
      if (!all && this.sync.version !== null) {
        this.editor?.status.say("Not done: the desk can’t be reached. What you typed is still here.");
        return;
      }
      this.sync.stop();
      this.passing = true;
      form.requestSubmit(button instanceof HTMLButtonElement ? button : null);
    });
  }
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
