// The service worker: serves the page for writing when there is no link, and holds the open key.
import { eraseLost, heardBy, namesOf, places } from "../lost";
import { dropHeld, heldShare, receive } from "./receive";

// The desk says of what age the page and its files are: another age is another worker.
declare const self: ServiceWorkerGlobalScope & { age?: string };

const SHELF = `editorial-writing-${self.age ?? ""}`;
const SHELL = "/write";
const SHARE = "/share";
const STATIC = [
  "css/tokens.css", "css/desk.css", "css/text.css", "css/drafting.css", "css/editor.css",
  "editor/editor.js", "sprite.svg", "favicon.svg",
  "fonts/sans-400-latin.woff2", "fonts/sans-600-latin.woff2", "fonts/serif-400-latin.woff2",
].map((name) => `/static/${name}`);
const WRITES = /^\/(?:write|dispatches\/new|dispatches\/[0-9a-f-]{36}\/edit)$/;
const SIGN_OUT = "/sign-out";
const SLOW = 8000;
const LOOK_EVERY = 60_000;

interface Word {
  lost: string[];
  csrf: string;
  person: { id: string; name: string } | null;
  days: number;
}

interface Asked {
  hold?: string;
  key?: CryptoKey;
  give?: string;
  forget?: boolean;
  /** What was shared while nobody had a place here: given, and dropped once it is kept. */
  share?: "give" | "kept";
}

let open: { person: string; key: CryptoKey } | null = null;
let looked = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(SHELF).then(async (shelf) => {
      // Nobody's: what is kept is the page as someone sees it who is not signed in. One that is no page
      // is kept by nobody: the worker before this one stays.
      const shell = await fetch(SHELL, { credentials: "omit", cache: "reload" });
      if (!shell.ok) throw new Error(String(shell.status));
      await shelf.addAll(STATIC.map((name) => new Request(name, { cache: "reload" })));
      await shelf.put(SHELL, shell);
      await self.skipWaiting();
    }),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      await Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
      await self.clients.claim();
    }),
  );
});

self.addEventListener("message", (event) => {
  const { hold, key, give, forget, share } = event.data as Asked;
  if (hold && key) open = { person: hold, key };
  if (forget) open = null;
  if (share === "kept") dropHeld();
  if (share === "give") event.ports[0]?.postMessage(heldShare());
  else event.ports[0]?.postMessage(give !== undefined && open?.person === give ? open.key : null);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === SHARE) return event.respondWith(receive(request));
  if (request.method === "POST" && pathname === SIGN_OUT) event.waitUntil(signedOut());
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.waitUntil(look());
  if (request.mode === "navigate" && WRITES.test(pathname)) event.respondWith(page(request));
  else if (STATIC.includes(pathname)) event.respondWith(fresh(request, pathname));
});

/** From whatever page: every other lets go of the key too. */
async function signedOut(): Promise<void> {
  open = null;
  await tell({ signedOut: true });
}

async function tell(word: Record<string, boolean>): Promise<void> {
  for (const client of await self.clients.matchAll()) client.postMessage(word);
}

/** Whatever page is opened, signed in or not: a device that was reported lost erases what it keeps. */
async function look(): Promise<void> {
  const known = await places();
  if (!known.length || Date.now() - looked < LOOK_EVERY) return;
  try {
    const answer = await fetch("/device", { headers: { "X-Device": namesOf(known) } });
    const { lost, csrf, person, days } = (await answer.json()) as Word;
    looked = Date.now();
    if (!(await eraseLost(known, lost, csrf))) return await heardBy(person, days);
    open = null;
    await tell({ withdrawn: true });
  } catch {
    // No link: at the next page, then.
  }
}

async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(SLOW) });
    if (answer.status < 500) return answer;
  } catch {
    // No link: the page that is kept here follows.
  }
  const kept = await (await caches.open(SHELF)).match(SHELL);
  return kept ?? Response.error();
}

/** From the desk while it can be reached, so that a page and its script are of one age; and so are the
 * page and the files that are kept, which were fetched together. */
async function fresh(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(SHELF)).match(pathname)) ?? Response.error();
  }
}
