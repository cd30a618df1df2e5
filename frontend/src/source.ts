// A source that waits on this device: what its author said of it, and its bytes as they came.
import { unpacked } from "./parcel";
import type { SharedFile } from "./share_rows";

export interface Source {
  operation: string;
  title: string;
  kind: string;
  terms: string;
  /** "named": confidential, and its author names at the desk who else may see it. */
  seen_by: string;
  /** Of the file; empty where words were written or pasted. */
  name: string;
  /** What another app shared: its files lie sealed beside this row, and go out in pieces before it. */
  share?: { id: string; at: number; files: SharedFile[]; arrived?: string[] };
  /** Why the desk did not take it; it is not sent again by itself. */
  refused?: string;
}

export interface Waiting {
  row: number | null;
  what: Source;
  bytes: Uint8Array<ArrayBuffer>;
}

export type Answer = "taken" | "later" | { refusal: string };

const BRACE = 0x7b;
const TOO_LARGE = "It is larger than the desk takes.";
const NOT_THERE = "The desk has no such dispatch for you.";

export function waitingIn(row: number, kept: Uint8Array<ArrayBuffer>): Waiting {
  if (kept[0] === BRACE) return olderRow(row, kept);
  const { said, bytes } = unpacked<Source>(kept);
  return { row, what: said, bytes };
}

/** Of a page that knew words only. */
function olderRow(row: number, kept: Uint8Array<ArrayBuffer>): Waiting {
  const { operation, title, words } = JSON.parse(new TextDecoder().decode(kept)) as Record<string, string>;
  const what = { operation: operation ?? "", title: title ?? "", kind: "transcript", terms: "on_the_record", seen_by: "desk", name: "" };
  return { row, what, bytes: new TextEncoder().encode(words) };
}

/** Sends it to the desk's own form. */
export async function attach(dispatch: string, { what, bytes }: Waiting, token: string): Promise<Answer> {
  const { operation, title, kind, terms, seen_by, name } = what;
  const form = new FormData();
  const said = { csrf_token: token, operation, title, kind, terms, seen_by, recording: "", encoding: "" };
  for (const [field, value] of Object.entries(said)) form.set(field, value);
  for (const key of what.share?.arrived ?? []) form.append("arrived", key);
  if (name) form.set("files", new File([bytes], name));
  else form.set("text", new TextDecoder().decode(bytes));
  const answer = await fetch(`/dispatches/${dispatch}/sources/new`, { method: "POST", body: form });
  if (answer.redirected && answer.ok && answer.url.includes("/sources/")) return "taken";
  if (answer.redirected) return "later";
  if (answer.status === 413) return { refusal: TOO_LARGE };
  if (answer.status === 404) return { refusal: NOT_THERE };
  return answer.status === 409 ? { refusal: reasonsIn(await answer.text()) } : "later";
}

/** What the desk's page says above its form. */
function reasonsIn(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const said = [...page.querySelectorAll("main .refusals li, main .note p")].map((one) => one.textContent?.trim() ?? "");
  const reasons = said.filter((one) => one && !one.startsWith("Not done yet."));
  return reasons.join(" ") || "The desk did not take it.";
}
