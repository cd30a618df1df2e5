// What a quote's card does to the headline and the summary: one step, which the field itself undoes.
import { control } from "./fields";
import type { Target } from "./mending";
import { units } from "./places";
import { type Act, ACTS, type Quote, type Written, writtenFor } from "./quotes";
import { type Tidied, tidied } from "./tidy";

const FIELDS: readonly string[] = ["headline", "summary"];

interface Stretch {
  from: number;
  to: number;
  text: string;
}

/** The acts on a quote of a field; `checked` is what the desk was asked about, by field. Null where
 * no act lies wholly in one. */
export function fieldTarget(form: HTMLFormElement, quote: Quote, checked: Record<string, string>): Target | null {
  const lying = (act: Act): Written[] => {
    const edits = writtenFor(quote, act);
    const name = edits[0]?.block ?? "";
    return FIELDS.includes(name) && edits.every(({ block }) => block === name) ? edits : [];
  };
  const has = (act: Act): boolean => lying(act).length > 0;
  if (!ACTS.some(has)) return null;
  return {
    has,
    rename: quote.rename?.text ?? "",
    apply: (act, words) => {
      const edits = lying(act);
      const name = edits[0]?.block ?? "";
      const field = control(form, name);
      if (!field || field instanceof HTMLSelectElement) return false;
      const stands = tidied(field.value);
      if (stands.text !== checked[name]) return false;
      put(field, covering(stands, words === undefined ? edits : edits.map((edit) => ({ ...edit, text: words }))));
      return true;
    },
  };
}

/** The one stretch of what was typed that holds all the edits, which are in the order of the text. */
export function covering({ text, at }: Tidied, edits: Written[]): Stretch {
  const first = units(text, edits[0]?.start ?? 0);
  let reached = first;
  let words = "";
  for (const { start, end, text: wanted } of edits) {
    words += text.slice(reached, units(text, start)) + wanted;
    reached = units(text, end);
  }
  const past = (at.at(-1) ?? -1) + 1;
  const from = at[first] ?? past;
  return { from, to: reached > first ? (at[reached - 1] ?? past) + 1 : from, text: words };
}

function put(field: HTMLInputElement | HTMLTextAreaElement, { from, to, text }: Stretch): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Set otherwise, the value would be no step of the field's own undo.
  if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
