// The page for writing: the editor takes the place of the text area, and the form stays the form.
import { Node } from "prosemirror-model";
import { prosemirrorToYXmlFragment } from "y-prosemirror";
import { askDesk, closeOnSignOut, openPlace } from "./device";
import { createEditor, type Editor } from "./editor";
import { valueOf } from "./fields";
import { type Given, given } from "./given";
import { handOver } from "./handing";
import { writeOffline } from "./offline";
import { takeQuotes } from "./quoting";
import { schema } from "./schema";
import { Shared } from "./shared";
import { treeOf } from "./tree";
import { countSource } from "./wanting";
import { type AtDesk, Writing } from "./writing";

const ASK_AGAIN = 5000;

interface Page {
  place: HTMLElement;
  area: HTMLTextAreaElement;
  form: HTMLFormElement;
}

function mount(at: Page): void {
  const { place, form } = at;
  closeOnSignOut();
  if (place.dataset["offline"] !== undefined) {
    // Never in the name of someone else who signed in at this browser meanwhile.
    let whose = "";
    const token = async (): Promise<string> => {
      const word = await askDesk();
      return word?.person?.id === whose ? word.csrf : "";
    };
    void writeOffline(place, form, (page, store) => {
      whose = store.person;
      const writing = new Writing({ page, shared: new Shared(), form, token, apart: true });
      void writing.adopt(store).then(() => writing.begin((desk) => show(at, page, writing.shared, token, desk)));
    });
    return;
  }
  const page = given(place);
  const shared = new Shared();
  const token = (): Promise<string> => Promise.resolve(valueOf(form, "csrf_token"));
  if (!page.sync) {
    const doc = Node.fromJSON(schema, page.tree);
    doc.check();
    prosemirrorToYXmlFragment(doc, shared.body);
    warn(form, show(at, page, shared, token, { known: () => true, flush: null }));
    return;
  }
  const writing = new Writing({ page, shared, form, token, apart: false });
  writing.begin((desk) => show(at, page, shared, token, desk));
  // What waits on this device goes out from here too, however slow the link is.
  const open = async (): Promise<void> => {
    const word = await askDesk();
    if (!word) window.setTimeout(() => void open(), ASK_AGAIN);
    else if (word.person) place.before(await openPlace(word.person, (store) => {
      void writing.adopt(store);
      void handOver(store);
    }));
  };
  void open();
}

function show({ place, area, form }: Page, page: Given, shared: Shared, token: () => Promise<string>, desk: AtDesk): Editor {
  const described = area.getAttribute("aria-describedby") ?? "";
  const editor = createEditor({ given: page, shared, form, described, token, ...desk });
  const { view } = editor;
  place.append(...editor.dom);
  place.hidden = false;
  (place.closest("main") ?? document.body).append(editor.card.dom);
  const label = form.querySelector<HTMLLabelElement>('label[for="body"]');
  if (label) {
    label.id = "body-label";
    label.removeAttribute("for");
    label.addEventListener("click", () => view.focus());
  }
  area.id = "body-markdown";
  area.hidden = true;
  for (const plain of form.querySelectorAll<HTMLElement>("[data-without-editor]")) plain.hidden = true;
  form.addEventListener("formdata", ({ formData }) => {
    formData.delete("body");
    formData.set("document", JSON.stringify(treeOf(view.state.doc)));
  });
  form.addEventListener("input", (event) => {
    if (!(event.target instanceof Element && view.dom.contains(event.target))) editor.checking?.soon();
  });
  // What a colleague types there comes without an event of the form.
  for (const name of ["headline", "summary"]) shared.text(name).observe(() => editor.checking?.soon());
  editor.checking?.soon(0);
  takeQuotes(view, () => editor.checking?.soon(0));
  document.addEventListener("editorial:record", () => {
    countSource();
    editor.checking?.soon(0);
  });
  return editor;
}

/** A text that stands apart from the working copy is saved by its button alone. */
function warn(form: HTMLFormElement, { view }: Editor): void {
  const opened = view.state.doc;
  let typed = false;
  let sent = false;
  form.addEventListener("input", () => {
    typed = true;
  });
  form.addEventListener("submit", () => {
    sent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && (typed || !view.state.doc.eq(opened))) event.preventDefault();
  });
}

const place = document.querySelector<HTMLElement>("[data-editor]");
const area = document.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
if (place && area?.form) mount({ place, area, form: area.form });
