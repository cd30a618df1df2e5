// The page for writing without a link: the device's own drafts, a new one, or one that is named.
import { askDesk, desksKnown, openPlace } from "./device";
import { element } from "./element";
import { dropEmpty } from "./emptying";
import { type Given, given } from "./given";
import { type Head, valueIn } from "./keeping";
import { heldShare, keepHeld, saidOf, showShares } from "./shares";
import type { Store } from "./store";

const UNTITLED = "A draft without a headline";
const NAMED = /^\/dispatches\/([0-9a-f-]{36})\/edit$/;

/** Calls `start` once the place on this device is open, with what the page is about. */
export async function writeOffline(
  place: HTMLElement,
  form: HTMLFormElement,
  start: (page: Given, store: Store) => void,
): Promise<void> {
  const list = document.querySelector<HTMLElement>("[data-device-list]");
  const named = NAMED.exec(location.pathname)?.[1] ?? new URLSearchParams(location.search).get("draft");
  form.hidden = true;
  if (new URLSearchParams(location.search).has("lost")) {
    list?.append(
      element("p", { class: "note note-warn", role: "status" }, "This device was reported lost. What was kept on it is erased; what had reached the desk stays there."),
    );
  }
  const shared = new URLSearchParams(location.search).get("share");
  const held = shared === "held" ? await heldShare() : null;
  const became = saidOf(shared);
  if (became) list?.append(element("p", { class: "note note-warn", role: "status" }, became));
  const said = await askDesk();
  const box = await openPlace(said?.person ?? null, (store) => {
    void store.heads().then(async (heads) => {
      const known = newest(heads.map(({ draft, bytes }) => ({ draft, ...valueIn<Head>(bytes) })));
      const here = known.find(({ draft }) => draft === named);
      if (named && !here) {
        list?.append(element("p", { class: "note note-warn" }, "This dispatch is not on this device. Below are those that are."));
      }
      const rest = known.filter(({ draft }) => draft !== named);
      const went = await dropEmpty(store, rest.filter((one) => !titleOf(one)).map(({ draft }) => draft));
      const others = rest.filter(({ draft }) => !went.has(draft));
      if (others.length && list) list.append(listOf(others));
      const desk = form.elements.namedItem("desk");
      if (desk instanceof HTMLSelectElement) {
        // Which one it is on, the desk knows.
        if (here && !here.desk) desk.append(element("option", { value: "" }, "As at the desk"));
        for (const { id, name } of desksKnown()) desk.append(element("option", { value: id }, name));
        if (here?.desk) desk.value = here.desk;
      }
      const zone = form.elements.namedItem("embargo_zone");
      if (zone instanceof HTMLSelectElement) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (held) await keepHeld(store, held);
      const waiting = await showShares(store, others.map((one) => ({ id: one.draft, title: titleOf(one) || UNTITLED })));
      // First of all: where that goes. It may be the beginning of a dispatch.
      if (shared && waiting) return;
      const id = here ? here.draft : crypto.randomUUID();
      if (!here) history.replaceState(null, "", `/write?draft=${id}`);
      form.hidden = false;
      start(pageOf(place, id, !here || here.desk !== ""), store);
    });
  });
  list?.prepend(box);
}

function listOf(drafts: (Head & { draft: string })[]): HTMLElement {
  const items = drafts.map((one) =>
    element("li", {}, element("a", { href: `/write?draft=${one.draft}` }, titleOf(one) || UNTITLED)),
  );
  const part = element("section", { class: "part", "aria-label": "On this device" });
  part.append(element("h2", {}, "On this device"), element("ul", {}, ...items));
  return part;
}

/** One head of each draft, the newest first. */
function newest<One extends Head & { draft: string }>(heads: One[]): One[] {
  const sorted = heads.sort((one, other) => other.at - one.at);
  return sorted.filter(({ draft }, at) => sorted.findIndex((one) => one.draft === draft) === at);
}

/** What a draft is known by; empty for one in which nothing may stand. */
function titleOf({ headline, slugline, words }: Head): string {
  // Heads of an older page have no words.
  return headline.trim() || slugline.trim() || (words === undefined ? UNTITLED : words);
}

function pageOf(place: HTMLElement, id: string, begins: boolean): Given {
  const at = `/dispatches/${id}`;
  return { ...given(place), sync: `${at}/sync`, check: `${at}/check`, edit: `${at}/edit`, shared: null, begins };
}
