// How far the transcript of a recording is that this machine makes; once it is there, the page shows it.
const EVERY = 3000;

export function watchMaking(): void {
  if (document.querySelector("[data-making]")) window.setTimeout(() => void look(), EVERY);
}

async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href);
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector<HTMLProgressElement>("[data-making]");
      if (!now) return location.reload();
      document.querySelector("[data-making]")?.setAttribute("value", now.getAttribute("value") ?? "0");
      const said = document.querySelector("[data-made]");
      if (said) said.textContent = `${now.getAttribute("value")} %`;
    }
  } catch {
    // The next time, then.
  }
  watchMaking();
}
