// The page that attaches: files chosen, dropped or pasted are sent at once, with their progress.
import { element } from "./element";
import { giveUp, Refused, send } from "./uploading";

/** Takes over the form of the page, if there is one. */
export function attachPage(): void {
  const drop = document.querySelector<HTMLElement>("[data-uploads]");
  const form = drop?.closest("form");
  if (drop && form) new Attaching(drop, form, drop.dataset["uploads"] ?? "");
}

export class Attaching {
  private readonly list = element("ul", { class: "rows uploads", "aria-label": "Files on their way" });
  private readonly said = element("p", { class: "quiet small", role: "status" });
  private coming = 0;
  private wanted: HTMLElement | null = null;

  constructor(
    drop: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly begin: string,
    /** Aborted when the form goes and the page stays. */
    signal?: AbortSignal,
  ) {
    const until = signal ? { signal } : {};
    drop.append(element("p", { class: "small quiet" }, "Or drop files here, or paste them."), this.list, this.said);
    const input = drop.querySelector<HTMLInputElement>('input[type="file"]');
    input?.addEventListener("change", () => {
      this.take(input.files);
      input.value = "";
    });
    for (const name of ["dragenter", "dragover"])
      document.addEventListener(name, (event) => {
        if (!(event as DragEvent).dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        drop.classList.add("drop-open");
      }, until);
    for (const name of ["dragleave", "drop"]) document.addEventListener(name, () => drop.classList.remove("drop-open"), until);
    document.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      this.take(event.dataTransfer.files);
    }, until);
    document.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.take(event.clipboardData.files);
    }, until);
    form.addEventListener("submit", (event) => {
      if (!this.coming) return;
      event.preventDefault();
      this.wanted = event.submitter;
      this.said.textContent = "It is attached as soon as all have arrived. Stay on this page.";
    });
    addEventListener("beforeunload", (event) => {
      if (this.coming) event.preventDefault();
    }, until);
  }

  take(files: Iterable<File> | null): void {
    for (const file of files ?? []) void this.send(file);
  }

  private async send(file: File): Promise<void> {
    const bar = element("progress", { max: `${file.size || 1}`, value: "0", "aria-label": `${file.name}, how much has arrived` });
    const told = element("span", { class: "quiet small" }, "begins");
    const stop = new AbortController();
    let address = "";
    const forget = (): void => {
      line.remove();
      if (address) void giveUp(file, this.begin, address, this.field("csrf_token"));
    };
    const end = element("button", { type: "button", class: "button button-plain", click: () => stop.abort() }, "Give up");
    const line = element("li", { class: "upload" }, element("span", { class: "upload-name" }, file.name), bar, told, end);
    this.list.append(line);
    this.coming += 1;
    try {
      const url = await send(
        file,
        this.begin,
        () => this.field("csrf_token"),
        {
          begun: (url) => {
            address = url;
          },
          progress: (arrived, waiting) => {
            bar.value = arrived;
            const percent = file.size ? Math.floor((arrived / file.size) * 100) : 100;
            told.textContent = waiting ? `${percent} %. The link is broken; it goes on by itself.` : `${percent} %`;
          },
        },
        stop.signal,
      );
      const key = url.split("/").pop() ?? "";
      line.append(element("input", { type: "hidden", name: "arrived", value: key }));
      bar.value = Math.max(file.size, 1);
      told.textContent = "arrived";
      this.said.textContent = `${file.name} has arrived. It is on the record once you press Attach.`;
      end.addEventListener("click", forget);
    } catch (error) {
      bar.remove();
      end.remove();
      if (stop.signal.aborted) forget();
      told.className = "error";
      told.textContent = error instanceof Refused ? error.message : "It was given up.";
      this.said.textContent = `${file.name}: ${told.textContent}`;
    } finally {
      this.coming -= 1;
      this.sendForm();
    }
  }

  private sendForm(): void {
    if (this.coming || !this.wanted) return;
    const button = this.wanted;
    this.wanted = null;
    this.form.requestSubmit(button);
  }

  private field(name: string): string {
    return this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
  }
}
