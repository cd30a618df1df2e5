// An approved text is changed on purpose only: the first letter takes the approval back.

/** Where the page says so; `opened` once someone wants to. */
export function lock(form: HTMLFormElement, opened: () => void): void {
  const unlock = document.querySelector<HTMLElement>("[data-unlock]");
  if (!unlock) return;
  form.inert = true;
  unlock.hidden = false;
  unlock.querySelector("button")?.addEventListener("click", () => {
    form.inert = false;
    unlock.hidden = true;
    opened();
  });
}
