// Sending a file so that a broken link costs nothing of it: tus 1.0.0, piece by piece.

import { keyOf, memory, type Memory } from "./remembered";

const PIECE = 2 * 1024 * 1024;
const LONGEST_PAUSE = 15_000;

/** What the desk says no to for good; its words are for a person. */
export class Refused extends Error {}

export interface Told {
  /** How much has arrived, and whether the link is broken just now. */
  progress(arrived: number, waiting: boolean): void;
  /** Where it goes, once that is known. */
  begun?(url: string): void;
}

export interface World {
  fetch: typeof fetch;
  memory: Memory;
  /** Waits so many milliseconds, or until the network is back. */
  pause(milliseconds: number): Promise<void>;
}

export const browser: World = {
  fetch: (url, options) => fetch(url, options),
  memory,
  pause: (milliseconds) =>
    new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      addEventListener("online", () => (clearTimeout(timer), done()), { once: true });
    }),
};

/** Sends the whole file and returns its address at the desk. Rejects with Refused, or as `signal`
 * says. A file begun before, in this browser, goes on where it was. */
export async function send(
  file: File,
  begin: string,
  token: () => string,
  told: Told,
  signal: AbortSignal,
  world: World = browser,
): Promise<string> {
  const key = await keyOf(begin, file);
  // The token is another one once its person signed in again.
  const heads = (): Record<string, string> => ({ "Tus-Resumable": "1.0.0", "X-CSRFToken": token() });
  let arrived = 0;
  let broken = 0;
  let idle = 0;

  async function ask(url: string, options: RequestInit): Promise<Response | null> {
    signal.throwIfAborted();
    try {
      const answer = await world.fetch(url, { ...options, signal, credentials: "same-origin" });
      if (answer.status < 500 && answer.status !== 429) {
        broken = 0;
        return answer;
      }
    } catch {
      signal.throwIfAborted();
    }
    await rest(broken++);
    return null;
  }

  async function rest(times: number): Promise<void> {
    told.progress(arrived, true);
    await world.pause(Math.min(LONGEST_PAUSE, 500 * 2 ** times));
  }

  let url = key && world.memory.getItem(key);
  let known = false;
  for (;;) {
    if (url !== null) told.begun?.(url);
    if (url !== null && !known) {
      const answer = await ask(url, { method: "HEAD", headers: heads() });
      if (answer === null) continue;
      if (answer.ok) [arrived, known] = [offsetOf(answer), true];
      else [url, arrived] = [null, 0];
    } else if (url === null) {
      const about = { ...heads(), "Upload-Length": `${file.size}`, "Upload-Metadata": `filename ${base64(file.name)}` };
      const answer = await ask(begin, { method: "POST", headers: about });
      if (answer === null) continue;
      if (answer.status !== 201) throw new Refused(await wordsOf(answer));
      url = answer.headers.get("Location") ?? "";
      if (key) world.memory.setItem(key, url);
      known = true;
    } else if (arrived < file.size) {
      told.progress(arrived, false);
      const answer = await ask(url, {
        method: "PATCH",
        headers: { ...heads(), "Upload-Offset": `${arrived}`, "Content-Type": "application/offset+octet-stream" },
        body: file.slice(arrived, arrived + PIECE),
      });
      // One that is never taken must not go out again and again without a rest.
      if (answer?.status === 400) await rest(idle++);
      // Nobody knows how much of the piece arrived before the link broke: ask.
      if (answer === null || answer.status === 400) known = false;
      else if (answer.status === 204 || answer.status === 409) {
        const before = arrived;
        arrived = offsetOf(answer);
        if (arrived > before) idle = 0;
        else await rest(idle++);
      } else if (answer.status === 404) url = null;
      else throw new Refused(await wordsOf(answer));
    } else {
      told.progress(arrived, false);
      if (key) world.memory.removeItem(key);
      return url;
    }
  }
}

/** Takes what arrived of it from the desk, and forgets where it was. */
export async function giveUp(file: File, begin: string, url: string, token: string, world: World = browser): Promise<void> {
  const key = await keyOf(begin, file);
  if (key) world.memory.removeItem(key);
  const headers = { "Tus-Resumable": "1.0.0", "X-CSRFToken": token };
  await world.fetch(url, { method: "DELETE", headers, credentials: "same-origin", keepalive: true }).catch(() => undefined);
}

function offsetOf(answer: Response): number {
  return Number(answer.headers.get("Upload-Offset") ?? 0);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

async function wordsOf(answer: Response): Promise<string> {
  const plain = answer.headers.get("Content-Type")?.startsWith("text/plain");
  return plain ? await answer.text() : "The desk did not take it. Load this page again, and choose the file anew.";
}
