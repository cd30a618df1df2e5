// The words of what was shared, and what it is called.
import type { Waiting } from "./share_rows";

const LONGEST = 60;

type Said = Pick<Waiting, "title" | "text" | "url">;

/** The text and the address, which some apps give in the text already. */
export function wordsOf({ text, url }: Said): string {
  return [text.trim(), text.includes(url) ? "" : url.trim()].filter((one) => one).join("\n");
}

export function nameOf({ title, text, url, files }: Said & Pick<Waiting, "files">): string {
  return title.trim() || files[0]?.name || wordsOf({ title, text, url }).slice(0, LONGEST) || "Without a name";
}
