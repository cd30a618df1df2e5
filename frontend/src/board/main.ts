// The board's script: what changes is shown, keys act, cards are dragged. Without it all of that
// is done by links, forms and loading the page again.
import { keepAges } from "./ages";
import { Cards } from "./cards";
import { listenToKeys } from "./keys";
import { letDrag } from "./order";
import { Poll } from "./poll";

const root = document.querySelector<HTMLElement>("[data-board], .board-list");
const status = document.querySelector<HTMLElement>("[data-status]");

if (root !== null) {
  const say = (words: string): void => {
    if (status !== null) status.textContent = words;
  };
  const cards = new Cards(root, say);
  keepAges(root);
  if (root.dataset["changes"] !== undefined) {
    const poll = new Poll(root, cards, say);
    cards.changed = () => poll.now();
    letDrag(root, cards);
    poll.start();
  }
  listenToKeys(cards);
}
