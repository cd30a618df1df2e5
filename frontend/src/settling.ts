// Settling a quote from its card: the desk's own form, which it gives only to whoever may.

interface Settling {
  url: string;
  /** What was typed has to be at the desk first: a settlement is about the desk's words. */
  flush: () => Promise<boolean>;
  /** Done; in the desk's words. */
  done: (words: string) => void;
}

const AWAY = "The desk can’t be reached, so the quote can’t be settled now.";

/** A part of the card that fills itself; it stays empty where there is nothing to do. */
export function settlingOf(asked: Settling): HTMLElement {
  const place = document.createElement("div");
  place.className = "card-settling";
  void fill(place, asked);
  return place;
}

async function fill(place: HTMLElement, asked: Settling): Promise<void> {
  try {
    if (!(await asked.flush())) return say(place, AWAY);
    await show(place, asked, await fetch(asked.url, { credentials: "same-origin" }), null);
  } catch {
    say(place, AWAY);
  }
}

async function show(place: HTMLElement, asked: Settling, answer: Response, sent: HTMLFormElement | null): Promise<void> {
  // The desk's own page, parsed without running anything.
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const done = page.querySelector("[data-done]");
  if (done) return asked.done((done.textContent ?? "").replace(/\s+/g, " ").trim());
  const found = page.querySelector("[data-settling]");
  if (!found || answer.redirected) {
    if (sent) say(place, "The desk did not take it. Sign in again in another tab, then press again.", true);
    else if (answer.redirected) say(place, AWAY);
    return;
  }
  place.replaceChildren(found);
  for (const form of place.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(place, asked, form);
    });
  }
  if (sent) (place.querySelector<HTMLElement>('[aria-invalid="true"], .field-bad input') ?? place.querySelector("a"))?.focus();
}

async function send(place: HTMLElement, asked: Settling, form: HTMLFormElement): Promise<void> {
  try {
    const body = new FormData(form);
    await show(place, asked, await fetch(asked.url, { method: "POST", credentials: "same-origin", body }), form);
  } catch {
    say(place, "The desk can’t be reached. What you wrote stands here; press again.", true);
  }
}

/** A word in the place of the form, or above it so that what was written stays. */
function say(place: HTMLElement, words: string, above = false): void {
  place.querySelector("[data-said]")?.remove();
  const said = document.createElement("p");
  said.className = above ? "error" : "small quiet";
  said.dataset["said"] = "";
  said.setAttribute("role", "status");
  said.textContent = words;
  if (above) place.prepend(said);
  else place.replaceChildren(said);
}
