// Asking the desk, on a pause of the typing, what it finds of the quotes.
import type { Node } from "prosemirror-model";
import type { Quote } from "./quotes";
import { tidy } from "./tidy";
import { treeOf } from "./tree";

const PAUSE = 300;
const AFTER_FAILURE = 5000;

export interface Check {
  url: string;
  token: () => Promise<string>;
  /** Whether the desk knows the dispatch yet. */
  known: () => boolean;
  doc: () => Node;
  /** Headline, summary and language, where quotes and their rules are too. */
  fields: () => Record<string, string>;
  /** `sent`: the fields in which they were found, as the desk reads them. */
  found: (quotes: Quote[], sent: Record<string, string>) => void;
  failed: (words: string) => void;
}

/** Call `soon` on every change; an answer that is no longer asked for is dropped. */
export class Checking {
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(private readonly check: Check) {}

  soon(pause = PAUSE): void {
    this.asking?.abort();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    const { url, token, known, doc, fields, found, failed } = this.check;
    if (!known()) return;
    const asking = new AbortController();
    this.asking = asking;
    const sent = fields();
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": await token() },
        body: JSON.stringify({ document: treeOf(doc()), ...sent }),
        signal: asking.signal,
      });
      if (answer.ok) {
        const { quotes } = (await answer.json()) as { quotes: Quote[] };
        const read = Object.entries(sent).map(([name, value]) => [name, tidy(value)]);
        if (!asking.signal.aborted) found(quotes, Object.fromEntries(read) as Record<string, string>);
        return;
      }
      const json = answer.headers.get("Content-Type")?.startsWith("application/json");
      const told = json ? ((await answer.json()) as { refusal?: string }) : {};
      if (asking.signal.aborted) return;
      failed(told.refusal ?? "The quotes can’t be checked now.");
      if (answer.status === 429 || answer.status >= 500) this.soon(AFTER_FAILURE);
    } catch {
      if (asking.signal.aborted) return;
      failed("The desk can’t be reached; quotes are checked once it can.");
      this.soon(AFTER_FAILURE);
    }
  }
}
