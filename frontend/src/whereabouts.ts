// One sentence that says where the words are, and never says more than is so.
import type { Where } from "./sync";

export interface Whereabouts {
  where: Where;
  reason: string;
  /** Whether there is anything to be somewhere. */
  typed: boolean;
  /** Whether this device keeps drafts, and can just now. */
  place: boolean;
  /** Whether it has every change on its disk. */
  kept: boolean;
  filedAt: string | null;
  sources: number;
  /** Sources that the desk did not take. */
  refused: number;
}

export function standing(at: Whereabouts): { words: string; kind: "ok" | "way" | "bad" } {
  const { words, kind } = text(at);
  const waits = [];
  if (at.sources) waits.push(at.sources === 1 ? "1 source" : `${at.sources} sources`);
  if (at.filedAt) {
    const time = new Date(at.filedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    waits.push(`your filing of ${time}`);
  }
  const said = [words];
  if (waits.length) said.push(`${waits.join(" and ")} on this device, waiting for the desk.`);
  if (at.refused) said.push(`${at.refused === 1 ? "1 source was" : `${at.refused} sources were`} not taken by the desk.`);
  if (said.length === 1) return { words, kind };
  return { words: said.join(" "), kind: at.refused || kind === "bad" ? "bad" : "way" };
}

function text({ where, reason, typed, place, kept }: Whereabouts): { words: string; kind: "ok" | "way" | "bad" } {
  if (!typed) return { words: "Nothing is typed yet.", kind: "way" };
  if (where === "desk") return { words: "Saved at the desk.", kind: "ok" };
  const here = kept ? "Kept on this device." : place ? "Being kept on this device…" : "Only on this page, so keep it open.";
  const kind = kept ? "way" : "bad";
  if (where === "sending") return { words: kept ? "Kept on this device; on its way to the desk…" : "On its way to the desk…", kind: "way" };
  if (where === "waiting") return { words: `Not at the desk: it can’t be reached. ${here}`, kind };
  if (where === "signed out") return { words: `Not at the desk: ${reason} ${here}`, kind };
  return { words: `Not at the desk: ${reason} ${here}`, kind: "bad" };
}
