// Dragging a card to its place in its own column, among those of its own desk.
import type { Cards } from "./cards";

export function letDrag(root: HTMLElement, cards: Cards): void {
  let taken: HTMLElement | null = null;
  let aim: HTMLElement | null = null;
  let after = false;

  const unmark = (): void => {
    aim?.classList.remove("card-aim", "card-aim-after");
    aim = null;
  };
  root.addEventListener("pointerdown", (event) => {
    const card = (event.target as Element).closest<HTMLElement>("[data-orders]");
    if (card) card.draggable = true;
  });
  root.addEventListener("dragstart", (event) => {
    taken = (event.target as Element).closest<HTMLElement>("[data-orders]");
    if (!taken || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", taken.dataset["card"] ?? "");
    taken.classList.add("card-taken");
  });
  root.addEventListener("dragover", (event) => {
    const over = (event.target as Element).closest<HTMLElement>("[data-card]");
    if (!taken || !over || over === taken) return;
    const same = over.dataset["desk"] === taken.dataset["desk"];
    if (!same || over.parentElement !== taken.parentElement) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    unmark();
    aim = over;
    after = event.clientY > box.top + box.height / 2;
    aim.classList.add(after ? "card-aim-after" : "card-aim");
  });
  root.addEventListener("drop", (event) => {
    if (!taken || !aim) return;
    event.preventDefault();
    void cards.put(taken, after ? "after" : "before", aim.dataset["card"]);
    if (after) aim.after(taken);
    else aim.before(taken);
  });
  root.addEventListener("dragend", () => {
    taken?.classList.remove("card-taken");
    taken = null;
    unmark();
  });
}
