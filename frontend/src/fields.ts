// The fields beside the text, each tied to its part of the shared document: they save themselves.
import type * as Y from "yjs";
import { CHOSEN, type Shared, TYPED } from "./shared";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const OTHER = "other";

export function control(form: HTMLFormElement, name: string): Control | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
    ? found
    : null;
}

export function valueOf(form: HTMLFormElement, name: string): string {
  return control(form, name)?.value ?? "";
}

/** The language as it is chosen: from the list, or written beside it. */
export function languageOf(form: HTMLFormElement): string {
  const chosen = valueOf(form, "language");
  return chosen === OTHER ? valueOf(form, "language_other") : chosen;
}

/** Ties the form's fields to the document, both ways. `fresh`: what the form shows is the beginning. */
export function tieFields(form: HTMLFormElement, shared: Shared, fresh: boolean): void {
  for (const name of TYPED) {
    const field = control(form, name);
    if (!field) continue;
    const text = shared.text(name);
    const show = (): void => {
      if (field.value !== text.toString()) field.value = text.toString();
    };
    if (fresh) retype(text, field.value);
    field.addEventListener("input", () => retype(text, field.value));
    text.observe(() => keepCursor(field, show));
    show();
  }
  for (const name of CHOSEN) {
    const field = control(form, name);
    if (!field) continue;
    const read = (): string => (name === "language" ? languageOf(form) : field.value);
    const show = (): void => choose(form, name, field, String(shared.chosen.get(name) ?? ""));
    const set = (): void => {
      if (shared.chosen.get(name) !== read()) shared.chosen.set(name, read());
    };
    if (fresh) set();
    for (const event of ["input", "change"]) field.addEventListener(event, set);
    if (name === "language") control(form, "language_other")?.addEventListener("input", set);
    shared.chosen.observe(({ keysChanged }) => {
      if (keysChanged.has(name)) show();
    });
    if (shared.chosen.has(name)) show();
  }
}

function choose(form: HTMLFormElement, name: string, field: Control, value: string): void {
  if (name !== "language" || !(field instanceof HTMLSelectElement)) {
    if (field.value !== value) field.value = value;
    return;
  }
  const listed = [...field.options].some((option) => option.value === value && value !== OTHER);
  field.value = listed ? value : OTHER;
  const other = control(form, "language_other");
  if (other && !listed && other.value !== value) other.value = value;
}

/** Only what differs, so that another's words in the same field stay. */
export function retype(text: Y.Text, wanted: string): void {
  const old = text.toString();
  if (old === wanted) return;
  const shorter = Math.min(old.length, wanted.length);
  let first = 0;
  while (first < shorter && old[first] === wanted[first]) first++;
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === wanted.at(-1 - last)) last++;
  // Never between the halves of a letter.
  const half = (unit: string | undefined): boolean => unit !== undefined && unit >= "\ud800" && unit <= "\udfff";
  while (first > 0 && (half(old[first]) || half(wanted[first]))) first--;
  while (last > 0 && (half(old.at(-last)) || half(wanted.at(-last)))) last--;
  text.doc?.transact(() => {
    if (old.length - first - last > 0) text.delete(first, old.length - first - last);
    if (wanted.length - first - last > 0) text.insert(first, wanted.slice(first, wanted.length - last));
  });
}

function keepCursor(field: Control, show: () => void): void {
  if (field instanceof HTMLSelectElement || document.activeElement !== field) return show();
  const { selectionStart, selectionEnd, value } = field;
  show();
  if (selectionStart === null || selectionEnd === null) return;
  // What came before the cursor moves it along.
  const moved = value.slice(selectionEnd) === field.value.slice(-(value.length - selectionEnd) || field.value.length);
  const by = moved ? field.value.length - value.length : 0;
  field.setSelectionRange(selectionStart + by, selectionEnd + by);
}
