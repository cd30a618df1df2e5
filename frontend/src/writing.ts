// A page on the shared working copy: what is typed goes to the desk by itself, and what others type
// comes here; the form's own buttons act on what is at the desk then.
import { arrival } from "./arrival";
import { beginning } from "./beginning";
import { askDesk } from "./device";
import type { Editor } from "./editor";
import { element } from "./element";
import { holdOpen } from "./emptying";
import { tieFields, valueOf } from "./fields";
import { filingOf } from "./filing";
import type { Given } from "./given";
import { undoManagerOf } from "./history";
import { giveOver } from "./giving_over";
import { onSignedOut } from "./holder";
import { Keeping, newestHead } from "./keeping";
import { lock } from "./locking";
import { showVersions, tieVersions } from "./naming";
import { placeIn, setOthers, whoIsHere } from "./others";
import { Outgoing, type Sent } from "./outgoing";
import type { Shared } from "./shared";
import { signedInAgain } from "./signing";
import { tieSourceForm } from "./source_form";
import { SourceList } from "./source_list";
import type { Store } from "./store";
import { Sync, type Told, type Where } from "./sync";
import { Placing } from "./placing";
import { Undoing } from "./undoing";
import { showWanting, showWrong } from "./wanting";
import { standing } from "./whereabouts";

const NAMED_AFTER = 500;

interface Asks {
  page: Given;
  shared: Shared;
  form: HTMLFormElement;
  token: () => Promise<string>;
  /** The page came from this device: the desk has no form for it. */
  apart: boolean;
}

/** What the editor may ask of the desk: whether it knows the text, and to have it all. */
export interface AtDesk {
  known: () => boolean;
  flush: (() => Promise<boolean>) | null;
}

export class Writing {
  readonly shared: Shared;
  private readonly sync: Sync;
  private readonly keeping: Keeping;
  private readonly outgoing: Outgoing;
  private readonly placing: Placing;
  private editor: Editor | null = null;
  private sources: SourceList | null = null;
  private undoing: Undoing | null = null;
  private passing = false;
  private leaves = false;
  private where: Where;
  private reason = "";
  private known = false;
  private typed = false;
  private naming = 0;
  private pieces = 0;
  private readonly draft: string;

  constructor(private readonly asks: Asks) {
    const { page, shared, form, token } = asks;
    this.shared = shared;
    this.where = asks.apart ? "waiting" : "desk";
    this.draft = page.sync.split("/")[2] ?? "";
    this.keeping = new Keeping(shared, this.draft, () => this.say());
    this.outgoing = new Outgoing(this.draft, this.keeping, token);
    this.sync = new Sync({
      url: page.sync,
      token,
      shared,
      begins: () => (page.begins ? valueOf(form, "desk") || null : null),
      device: () => this.keeping.device,
      place: () => (this.editor ? placeIn(this.editor.view.state) : ""),
      told: (told) => this.told(told),
      stands: (where, words) => this.stands(where, words),
      rescued: (pieces) => this.rescued(pieces),
      left: (words) => void this.left(words),
    });
    this.placing = new Placing({
      form,
      url: page.sync.replace(/sync$/, "placing"),
      token,
      known: () => this.sync.version !== null,
      changed: () => this.head(),
    });
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("beforeunload", (event) => {
      const open = (this.sync.waiting || this.placing.waiting) && !this.keeping.kept;
      if (open && !this.passing) event.preventDefault();
    });
    lock(form, () => this.editor?.view.focus());
  }

  /** Keeps the draft on this device from now on, and takes in what was kept here. */
  async adopt(store: Store): Promise<void> {
    holdOpen(store, this.draft);
    onSignedOut(() => this.keeping.close());
    const { found, rescued } = await this.keeping.adopt(store, !this.typed && this.asks.page.shared === null);
    this.outgoing.restore(found);
    this.placing.restore(newestHead(found)?.placing);
    this.known = this.keeping.found;
    this.typed ||= this.known;
    this.undoing?.restore();
    if (this.known) this.sync.unsent();
    this.head();
    this.rescued(rescued);
    this.say();
  }

  begin(show: (desk: AtDesk) => Editor): void {
    const { page, shared, form, apart } = this.asks;
    const fresh = page.begins && !this.known;
    if (page.shared) this.sync.start(page.shared);
    else if (!this.known) shared.begin();
    tieFields(form, shared, fresh);
    this.editor = show({ known: () => this.sync.version !== null, flush: () => this.sync.flush() });
    const undo = undoManagerOf(this.editor.view);
    if (undo) this.undoing = new Undoing(undo, `undo ${page.sync}`);
    // An empty page is no dispatch yet.
    if (fresh) this.sync.untouched();
    else if (!page.shared) this.sync.start(null);
    shared.doc.on("update", () => {
      this.typed = true;
      // Found again even if the tab dies before the first pause.
      if (this.keeping.wake()) this.head();
      window.clearTimeout(this.naming);
      this.naming = window.setTimeout(() => this.head(), NAMED_AFTER);
    });
    this.sources = new SourceList(this.outgoing, form, () => this.say());
    if (apart) tieSourceForm(this.outgoing, () => this.say());
    if (page.shared) showWanting(page.shared);
    tieVersions({ flush: () => this.sync.flush(), token: this.asks.token, kept: () => this.stillHere() });
    this.head();
    this.rescued(this.pieces);
    this.say();
  }

  /** What the draft is known by; before the editor is there nobody can say. */
  private head(): void {
    const { form, page } = this.asks;
    if (!this.editor || !this.keeping.found) return;
    this.keeping.head({
      headline: this.shared.text("headline").toString(),
      slugline: this.shared.text("slugline").toString(),
      words: beginning(this.editor.view.state.doc, this.shared),
      desk: page.begins && this.sync.version === null ? valueOf(form, "desk") : "",
      placing: this.placing.choice,
      at: Date.now(),
    });
  }

  private told(told: Told): void {
    const { form, page, apart } = this.asks;
    if (page.begins && !apart && form.action !== new URL(page.edit, location.href).href) {
      form.action = page.edit;
      history.replaceState(null, "", page.edit);
      set(form, "placed_version", String(told.placed));
      this.editor?.checking?.soon(0);
    }
    set(form, "version", String(told.version));
    showVersions();
    this.placing.again();
    showWanting(told);
    showWrong(form, told.wrong);
    if (!this.editor) return;
    this.editor.view.dispatch(setOthers(this.editor.view.state, told.here));
    this.editor.status.others(whoIsHere(told.here));
  }

  private stands(where: Where, reason: string): void {
    this.where = where;
    this.reason = reason;
    this.keeping.again();
    this.say();
    // It may be that this device was reported lost: then the desk says so, and what is kept goes.
    if (where === "signed out") void signedInAgain(this.asks.page.person);
    else if (this.keeping.ready && where === "refused") void askDesk();
    const takes = where === "desk" && this.sync.version !== null;
    if (takes) void this.outgoing.send().then((sent) => this.went(sent));
    // A filing stands for itself: it is kept at the desk though its words change nothing there.
    if (where === "refused" && !this.leaves) void this.outgoing.sendFilingAlone().then((sent) => this.went(sent));
  }

  private say(): void {
    if (!this.editor) return;
    const { words, kind } = standing({
      where: this.where,
      reason: this.reason,
      typed: this.typed || this.asks.page.shared !== null,
      place: this.keeping.keeps,
      kept: this.keeping.kept,
      filedAt: this.outgoing.filedAt,
      sources: this.outgoing.sources.filter(({ what }) => !what.refused).length,
      refused: this.outgoing.sources.filter(({ what }) => what.refused).length,
    });
    this.sources?.show();
    this.editor.status.stands(words, kind);
  }

  /** Their words go whole to the desk's editors, as the text here may hold what a merge would not. */
  private async left(words: string): Promise<void> {
    const { form, page, token } = this.asks;
    this.leaves = true;
    form.inert = true;
    if (this.editor && this.sync.waiting) {
      const seen = await filingOf(this.shared, this.editor.view.state.doc, null);
      await giveOver(page.sync, seen, await token());
    }
    await this.outgoing.sendFilingAlone();
    form.before(element("div", { class: "note note-warn", role: "status" }, element("p", {}, words)));
    this.passing = true;
  }

  private rescued(pieces: number): void {
    // Before the editor is there it waits to be said.
    this.pieces = this.editor ? 0 : pieces;
    if (!this.editor || !pieces) return;
    const one = pieces === 1;
    this.editor.status.say(
      `Someone took out a block while words were typed in it. ${one ? "They stand" : "Each piece stands"} in a paragraph of its own now.`,
    );
  }

  /** First what was typed, then what the button does. */
  private submit(event: SubmitEvent): void {
    if (this.passing) return;
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    void this.act(button);
  }

  private async act(button: HTMLButtonElement | null): Promise<void> {
    const { form, apart } = this.asks;
    const files = button?.value === "file";
    const seen = files && this.editor ? await filingOf(this.shared, this.editor.view.state.doc, this.placing.choice).catch(() => null) : null;
    const all = await this.sync.flush();
    // A page that the desk does not know yet can still be sent as a form.
    if (!apart && (all || (this.sync.version === null && navigator.onLine && this.where !== "waiting"))) {
      this.sync.stop();
      this.passing = true;
      form.requestSubmit(button);
      return;
    }
    if (files && seen && this.keeping.ready) {
      try {
        await this.outgoing.addFiling(seen);
      } catch {
        this.editor?.status.say("Not filed: this device could not keep the filing; its disk may be full. Your words are still on this page.");
        return;
      }
      this.editor?.status.say("Filed on this device. It goes to the desk when the link returns, with the time of now.");
      this.say();
      if (all) this.went(await this.outgoing.send());
      return;
    }
    this.editor?.status.say(`Not done: the desk can’t be reached. ${this.stillHere()}`);
  }

  private stillHere(): string {
    return this.keeping.kept ? "What you typed is kept on this device." : "What you typed is still here.";
  }

  private went(sent: Sent | null): void {
    if (sent) this.asks.form.before(...arrival(sent));
    this.say();
  }
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
