// The sources that wait on this device, each with what can be done about it.
import { element } from "./element";
import type { Outgoing } from "./outgoing";
import type { Waiting } from "./source";

export class SourceList {
  private readonly list = element("ul", { class: "rows" });
  private readonly part: HTMLElement;
  private shown = "";

  constructor(
    private readonly outgoing: Outgoing,
    form: HTMLElement,
    private readonly changed: () => void,
  ) {
    const place = document.querySelector<HTMLElement>("[data-sources]");
    this.part = place ?? element("section", { class: "part", "aria-label": "Sources on this device" });
    if (!place) {
      this.part.append(element("h2", {}, "Sources on this device"));
      form.before(this.part);
    }
    this.part.append(this.list);
    this.show();
  }

  /** As it is now; what stands already is left alone, and with it the cursor. */
  show(): void {
    const { sources } = this.outgoing;
    this.part.hidden = sources.length === 0;
    const now = JSON.stringify(sources.map(({ what }) => [what.operation, what.refused]));
    if (now === this.shown) return;
    this.shown = now;
    this.list.replaceChildren(...sources.map((one) => this.item(one)));
  }

  private item(one: Waiting): HTMLElement {
    const { title, refused } = one.what;
    const act = (words: string, does: () => Promise<void>): HTMLElement =>
      element(
        "button",
        {
          type: "button",
          class: "button button-plain",
          "aria-label": `${words}: ${title}`,
          click: () => void does().catch(() => undefined).then(() => this.changed()),
        },
        words,
      );
    const remove = act("Remove", () => this.outgoing.removeSource(one));
    if (!refused) return element("li", {}, `${title}, waits for the link `, remove);
    const again = act("Try again", () => this.outgoing.retrySource(one));
    const why = element("span", { class: "error" }, refused);
    return element("li", {}, `${title}: the desk did not take it. `, why, " ", again, " ", remove);
  }
}
