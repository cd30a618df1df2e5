// The desk's side of a working copy, and as much of a browser as the sync asks for.
import * as Y from "yjs";
import { decode, encode, Shared } from "../src/shared";
import { Sync, type Where } from "../src/sync";

const around = { addEventListener: (): void => undefined };
Object.assign(globalThis, {
  window: { ...around, setTimeout: () => 1, clearTimeout: () => undefined },
  document: { ...around, visibilityState: "visible" },
});

export class Desk {
  version = 1;
  sent: Record<string, string>[] = [];
  /** Answers in the place of the desk's own. */
  instead: (() => Response) | null = null;

  constructor(readonly shared: Shared) {
    globalThis.fetch = async (_url, options) => this.answer(options ?? {});
  }

  private answer({ headers, body }: RequestInit): Response {
    this.sent.push(headers as Record<string, string>);
    if (this.instead) return this.instead();
    const asked = JSON.parse(body as string) as { seen: number | null; vector: string; update: string | null };
    const taken = asked.update !== null && asked.seen === this.version;
    if (taken) {
      Y.applyUpdate(this.shared.doc, decode(asked.update as string));
      this.version++;
    }
    return Response.json({
      version: this.version, state: "draft", placed: 1, here: [], taken,
      vector: encode(this.shared.vector), lacking: encode(this.shared.lacking(decode(asked.vector))),
    });
  }
}

export function syncOf(shared: Shared, more: { token?: () => Promise<string> } = {}): { sync: Sync; said: Where[]; rescued: number[] } {
  const said: Where[] = [];
  const rescued: number[] = [];
  const sync = new Sync({
    url: "/sync",
    token: more.token ?? (async () => "token"),
    shared,
    begins: () => null,
    place: () => "",
    device: () => "",
    told: () => undefined,
    stands: (where) => said.push(where),
    rescued: (pieces) => rescued.push(pieces),
    left: () => undefined,
  });
  return { sync, said, rescued };
}
