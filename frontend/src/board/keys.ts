// Single keys act on the board, unless someone types, or has switched them off.
import type { Cards } from "./cards";

const OFF = "editorial.board.keys.off";
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function listenToKeys(cards: Cards): void {
  const dialog = document.querySelector<HTMLDialogElement>("[data-keys-list]");
  const button = document.querySelector<HTMLButtonElement>("[data-keys]");
  const box = document.querySelector<HTMLInputElement>("[data-keys-on]");
  let on = stored() !== "1";
  if (box) {
    box.checked = on;
    box.addEventListener("change", () => {
      on = box.checked;
      store(on ? "0" : "1");
    });
  }
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => dialog?.showModal());
  }
  const keys: Record<string, () => void> = {
    j: () => cards.step(1),
    k: () => cards.step(-1),
    h: () => cards.aside(-1),
    l: () => cards.aside(1),
    o: () => void cards.current()?.querySelector<HTMLElement>("[data-open]")?.click(),
    c: () => void cards.act("claim"),
    r: () => void cards.act("release"),
    a: () => void cards.act("approve"),
    m: () => void cards.act("more"),
    J: () => void cards.move(1),
    K: () => void cards.move(-1),
    x: () => cards.current()?.querySelector<HTMLInputElement>("[name=chosen]")?.click(),
    "/": () => document.querySelector<HTMLElement>(".board-filter [type=search]")?.focus(),
    "?": () => dialog?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    const act = keys[event.key];
    if (!on || act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (dialog?.open || (at instanceof Element && at.closest(TYPING) !== null)) return;
    event.preventDefault();
    act();
  });
}

function stored(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(OFF, value);
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
