// Filing what the author sees, with its digest and the time: now, or when the link returns.
import type { Node } from "prosemirror-model";
import type { Choice } from "./placing";
import { CHOSEN, type Shared, TYPED } from "./shared";
import { type Json, treeOf } from "./tree";

export interface Filing {
  operation: string;
  filed_at: string;
  seen: { fields: Record<string, string>; body: Json };
  digest: string;
  /** Desk and embargo, where what was chosen is not at the desk. */
  placing: Choice | null;
}

/** RFC 8785 for what a text holds: strings, whole numbers, lists and objects. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

export async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(value));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function filingOf(shared: Shared, doc: Node, placing: Choice | null): Promise<Filing> {
  const fields: Record<string, string> = {};
  for (const name of TYPED) fields[name] = shared.text(name).toString().toWellFormed();
  for (const name of CHOSEN) fields[name] = String(shared.chosen.get(name) ?? "");
  const seen = { fields, body: treeOf(doc) };
  return {
    operation: crypto.randomUUID(),
    filed_at: new Date().toISOString(),
    seen,
    digest: await digestOf(seen),
    placing,
  };
}
