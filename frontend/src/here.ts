// A page of a dispatch says that it is open, as long as it is seen, and when it is left; and shows
// who else has it open, where the page has a place for that.

const EVERY = 30_000;

interface Other {
  name: string;
  initials: string;
  doing: "reading" | "writing";
}

const place = document.querySelector<HTMLElement>("[data-here]");

function body(doing: string): FormData {
  const data = new FormData();
  data.set("doing", doing);
  data.set("csrf_token", document.querySelector<HTMLInputElement>('input[name="csrf_token"]')?.value ?? "");
  return data;
}

async function say(at: HTMLElement): Promise<void> {
  if (document.visibilityState !== "visible") return;
  try {
    const doing = at.dataset["doing"] ?? "reading";
    const answer = await fetch(at.dataset["here"] ?? "", { method: "POST", body: body(doing) });
    if (!answer.ok || answer.redirected) return;
    const told = (await answer.json()) as { others: Other[] };
    const words = told.others.map((one) => `${one.name} is ${one.doing} it`).join("; ");
    if (at.textContent !== words) at.textContent = words;
    at.hidden = words === "";
  } catch {
    // The next time, then: who is here is worth no alarm.
  }
}

if (place !== null) {
  void say(place);
  setInterval(() => void say(place), EVERY);
  document.addEventListener("visibilitychange", () => void say(place));
  addEventListener("pagehide", () => {
    navigator.sendBeacon(place.dataset["here"] ?? "", body("left"));
  });
}
