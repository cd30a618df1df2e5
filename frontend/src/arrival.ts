// What came of a filing that had waited on this device, said above the form.
import { element } from "./element";
import type { Sent } from "./outgoing";

export function arrival({ filed, refusal, stays, turned = [] }: Sent): HTMLElement[] {
  const notes = turned.map(({ title, refused = "" }) =>
    note("bad", `The desk did not take the source “${title}”. ${refused} It stays on this device, in the list of sources.`),
  );
  if (refusal) notes.push(note("bad", `Not filed. ${refusal}${stays ? " The filing stays on this device." : ""}`));
  else if (filed?.waits) {
    const why = filed.why ?? "The desk’s text had moved on.";
    const waits = note("ok", `Your filing arrived, but it is not filed yet: it waits for you with its words and its time. ${why}`);
    waits.append(element("p", {}, element("a", { href: filed.waits }, "Look at the two texts")));
    notes.push(waits);
  } else if (filed) notes.push(note("ok", "Filed to the desk. ", element("a", { href: filed.shown }, "Quotes and state")));
  return notes;
}

function note(kind: "ok" | "bad", ...words: (string | HTMLElement)[]): HTMLElement {
  return element("div", { class: `note note-${kind}`, role: "status" }, element("p", {}, ...words));
}
