// The few questions the editor asks, each in a dialog of its own.
import { type Attrs } from "prosemirror-model";
import { element } from "./element";
import { isHref, pictureOf } from "./schema";

let asked = 0;

/** Shows a dialog; `done` is called with the value of the button that closed it. */
function ask(title: string, content: Node[], done: (value: string) => void): HTMLDialogElement {
  const name = `editor-dialog-${++asked}`;
  const form = element("form", { method: "dialog", class: "form", novalidate: true });
  form.append(element("h2", { id: name }, title), ...content);
  const dialog = element("dialog", { class: "editor-dialog", "aria-labelledby": name }, form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    done(dialog.returnValue);
  });
  (document.querySelector("main") ?? document.body).append(dialog);
  dialog.showModal();
  return dialog;
}

function button(words: string, value: string, kind = ""): HTMLButtonElement {
  return element("button", { class: `button ${kind}`, value }, words);
}

function field(label: string, input: HTMLElement): HTMLElement {
  input.id = `editor-field-${++asked}`;
  return element("div", { class: "field" }, element("label", { for: input.id }, label), input);
}

/** Asks where a link leads; null takes it away. */
export function askLink(href: string, done: (href: string | null) => void): void {
  const address = element("input", { type: "url", value: href, autofocus: true, inputmode: "url" });
  const wrong = element("p", { class: "error", hidden: true }, "It must be a whole address that begins with http, https or mailto.");
  const set = button("Set the link", "set", "button-primary");
  const acts = element("div", { class: "acts" }, set, button("Cancel", ""));
  if (href) acts.append(button("Remove it", "remove", "button-danger"));
  set.addEventListener("click", (event) => {
    wrong.hidden = isHref(address.value.trim());
    if (!wrong.hidden) event.preventDefault();
  });
  ask("Link", [field("Address", address), wrong, acts], (value) => {
    if (value === "set") done(address.value.trim());
    if (value === "remove") done(null);
  });
}

/** Asks which of the dispatch's pictures, and for the words that go with it. */
export function askPicture(pictures: string[], now: Attrs | null, done: (attrs: Attrs) => void): void {
  const known = now ? [...new Set([now["src"] as string, ...pictures])] : pictures;
  if (!known.length) {
    const words = "Add a picture in the part “Pictures” and save; then it can be put into the text.";
    ask("Picture", [element("p", {}, words), element("div", { class: "acts" }, button("Close", ""))], () => {});
    return;
  }
  const choices = known.map((src, index) => {
    const radio = element("input", { type: "radio", name: "src", value: src });
    radio.checked = index === 0;
    const image = element("img", { src, alt: `Picture ${index + 1}` });
    return element("label", { class: "editor-picture" }, radio, image);
  });
  const inputs = (["alt", "caption", "credit"] as const).map((name) => {
    const input = element("input", { maxlength: "2000", value: now?.[name] ?? "", dir: "auto" });
    return [name, input] as const;
  });
  const labels = { alt: "What it shows, for those who can’t see it", caption: "Caption", credit: "Credit" };
  const dialog = ask(
    "Picture",
    [
      element("fieldset", { class: "fields editor-pictures" }, element("legend", {}, "Which"), ...choices),
      ...inputs.map(([name, input]) => field(labels[name], input)),
      element("div", { class: "acts" }, button(now ? "Change it" : "Put it in", "put", "button-primary"), button("Cancel", "")),
    ],
    (value) => {
      const chosen = dialog.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
      const src = pictureOf(chosen);
      if (value !== "put" || !src) return;
      done({ src, ...Object.fromEntries(inputs.map(([name, input]) => [name, input.value.trim()])) });
    },
  );
}

/** The list of what the keyboard does. */
export function showShortcuts(shortcuts: readonly (readonly [string, string])[]): void {
  const mac = /Mac|iP(?:hone|[oa]d)/.test(navigator.platform);
  const named = (keys: string): string =>
    keys.replace(/Mod/g, mac ? "⌘" : "Ctrl").replace(/-(?=.)/g, " + ");
  const list = element("dl", { class: "facts" });
  for (const [keys, words] of shortcuts) {
    list.append(element("dt", {}, element("kbd", {}, named(keys))), element("dd", {}, words.replace(/Mod-/g, mac ? "⌘ " : "Ctrl + ")));
  }
  const close = button("Close", "", "button-primary");
  close.autofocus = true;
  const hint = "Headings, lists and block quotes also begin as in Markdown: ## , - , 1. , > ; **bold**, _italic_, [words](address).";
  ask("Keyboard", [list, element("p", { class: "quiet small" }, hint), element("div", { class: "acts" }, close)], () => {});
}
