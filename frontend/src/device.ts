// This device's place for drafts: chosen with a PIN, opened with it, and what the desk says of it.
import { element } from "./element";
import { held, hold, letGo, onWithdrawn, startWorker } from "./holder";
import { eraseLost, heardBy, namesOf, places } from "./lost";
import { forgetUploads } from "./remembered";
import { canSeal, newPair, SHORTEST_PIN, unwrap, wrapNew } from "./seal";
import { changeOwner, forget, type Owner, ownerOf, owners, putOwner, Store } from "./store";

export interface DeviceWord {
  person: { id: string; name: string } | null;
  desks: { id: string; name: string }[];
  csrf: string;
  days: number;
  /** The devices of this browser that were reported lost. */
  lost: string[];
}

const DESKS = "editorial-desks";
const MAY_GO = "This browser does not promise to keep it: it may drop what is kept here when its disk runs short.";
let word: DeviceWord | null = null;

/** What the desk says to this browser; null without a link. */
export async function askDesk(): Promise<DeviceWord | null> {
  try {
    const known = await places();
    const headers = { "X-Device": namesOf(known) };
    const answer = await fetch("/device", { headers, signal: AbortSignal.timeout(8000) });
    if (!answer.ok) return null;
    word = (await answer.json()) as DeviceWord;
    if (await eraseLost(known, word.lost, word.csrf)) {
      withdrawn();
      return word;
    }
    if (!word.person) return word;
    await heardBy(word.person, word.days);
    localStorage.setItem(DESKS, JSON.stringify(word.desks));
    return word;
  } catch {
    return null;
  }
}

/** What was kept here is gone: this page shows none of it any longer. */
function withdrawn(): void {
  localStorage.removeItem(DESKS);
  forgetUploads();
  void letGo();
  location.replace("/write?lost");
}

export function desksKnown(): DeviceWord["desks"] {
  return JSON.parse(localStorage.getItem(DESKS) ?? "[]") as DeviceWord["desks"];
}

export interface Place {
  store: Store | null;
  dom: HTMLElement;
}

/** Opens the person's place, or offers to choose or to enter the PIN; `ready` comes once it is open.
 * `person` null: without a link, whoever has a place here. */
export async function openPlace(
  person: { id: string; name: string } | null,
  ready: (store: Store) => void,
): Promise<HTMLElement> {
  const box = element("div", { class: "device note", hidden: true });
  if (!canSeal()) return box;
  await startWorker();
  onWithdrawn(withdrawn);
  const known = person ? await ownerOf(person.id) : await first();
  if (known) {
    const key = await held(known.person);
    if (key) {
      hold(known.person, key);
      void addPair(known, key);
      ready(new Store(known.person, key, known.device));
    } else enterPin(box, known, ready);
  } else if (person) choosePin(box, person, ready);
  else {
    box.hidden = false;
    box.append(element("p", {}, "Nothing is kept on this device. Sign in once with a link, and choose a PIN."));
  }
  return box;
}

async function first(): Promise<Owner | null> {
  for (const { person } of await owners()) {
    const owner = await ownerOf(person);
    if (owner) return owner;
  }
  return null;
}

/** For the place of an older page: from now on what is shared can be sealed for it. */
async function addPair({ person, pair }: Owner, key: CryptoKey): Promise<void> {
  if (pair) return;
  const made = await newPair(key);
  await changeOwner(person, (one) => ({ pair: made, ...one })).catch(() => undefined);
}

function pinField(label: string): [HTMLElement, HTMLInputElement] {
  const input = element("input", { type: "password", id: "device-pin", autocomplete: "off", minlength: String(SHORTEST_PIN) });
  return [element("div", { class: "field" }, element("label", { for: "device-pin" }, label), input), input];
}

/** Enter in the field does what the button does, and never sends the form around it. */
function onEnter(input: HTMLInputElement, act: () => void): void {
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act();
  });
}

function choosePin(box: HTMLElement, person: { id: string; name: string }, ready: (store: Store) => void): void {
  const [field, input] = pinField(`A PIN for this device, ${SHORTEST_PIN} characters or more`);
  const wrong = element("p", { class: "error", role: "status" });
  const choose = async (): Promise<void> => {
    const pin = input.value;
    if (pin.length < SHORTEST_PIN) {
      wrong.textContent = `Choose ${SHORTEST_PIN} characters or more.`;
      return;
    }
    const wrapped = await wrapNew(pin);
    const days = word?.days ?? 14;
    const device = crypto.randomUUID();
    const key = await unwrap(wrapped, pin);
    if (!key) return;
    const pair = await newPair(key);
    await putOwner({ person: person.id, name: person.name, wrapped, contact: Date.now(), days, device, pair });
    void askDesk();
    hold(person.id, key);
    box.hidden = true;
    void navigator.storage?.persist?.().then((kept) => {
      if (!kept) box.after(element("p", { class: "quiet small", role: "status" }, MAY_GO));
    });
    ready(new Store(person.id, key, device));
  };
  onEnter(input, () => void choose());
  box.hidden = false;
  box.append(
    element(
      "details",
      {},
      element("summary", {}, "Keep what I write on this device too, for when there is no link"),
      element("p", { class: "small" }, "It is encrypted under the PIN. Nobody can give the PIN back to you."),
      field,
      wrong,
      element("button", { class: "button", type: "button", click: () => void choose() }, "Keep it here"),
    ),
  );
}

function enterPin(box: HTMLElement, owner: Owner, ready: (store: Store) => void): void {
  const [field, input] = pinField(`${owner.name}’s PIN on this device`);
  const wrong = element("p", { class: "error", role: "status" });
  const enter = async (): Promise<void> => {
    const key = await unwrap(owner.wrapped, input.value);
    if (!key) {
      wrong.textContent = "That is not the PIN.";
      input.select();
      return;
    }
    hold(owner.person, key);
    void addPair(owner, key);
    box.hidden = true;
    ready(new Store(owner.person, key, owner.device));
  };
  onEnter(input, () => void enter());
  box.hidden = false;
  box.append(
    element("p", {}, "Drafts are kept on this device. Enter the PIN to go on with them."),
    field,
    wrong,
    element("button", { class: "button", type: "button", click: () => void enter() }, "Open"),
  );
}

/** Signing out closes the place; what is in it stays, sealed. */
export function closeOnSignOut(): void {
  const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
  form?.addEventListener("submit", () => void letGo());
}

export { forget };
