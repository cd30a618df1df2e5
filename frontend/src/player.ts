// A recording beside its transcript: a time in the margin plays from there.

export function playFromTimes(): void {
  const player = document.querySelector<HTMLMediaElement>("[data-player]");
  if (!player) return;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-seconds]") : null;
    if (!link) return;
    event.preventDefault();
    player.currentTime = Number(link.dataset["seconds"]);
    void player.play().catch(() => undefined);
  });
}
