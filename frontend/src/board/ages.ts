// “5 minutes ago” stays true while nobody loads the page, and a deadline that passes shows.

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const EVERY = 30_000;
const words = new Intl.RelativeTimeFormat("en");

/** How long ago ``seconds`` are, in the largest unit that is whole. */
export function ago(seconds: number): string {
  for (const [unit, size] of UNITS) {
    if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
  }
  return "just now";
}

export function keepAges(root: HTMLElement): void {
  setInterval(() => tick(root, Date.now()), EVERY);
}

function tick(root: HTMLElement, now: number): void {
  for (const one of root.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
    one.textContent = ago((now - Date.parse(one.dateTime)) / 1000);
  }
  for (const one of root.querySelectorAll<HTMLTimeElement>("time[data-due]:not(.tag-bad)")) {
    if (Date.parse(one.dateTime) > now) continue;
    one.classList.add("tag-bad");
    one.textContent = (one.textContent ?? "").replace(/^due/, "overdue since");
    one.closest(".card")?.classList.add("card-late");
  }
}
