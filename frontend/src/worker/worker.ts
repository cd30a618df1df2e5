// The service worker: serves the page for writing when there is no link, and holds the open key.
import { eraseLost, namesOf, places } from "../lost";

declare const self: ServiceWorkerGlobalScope;

const SHELF = "editorial-writing-1";
const SHELL = "/write";
const STATIC = [
  "css/tokens.css", "css/desk.css", "css/text.css", "css/drafting.css", "css/editor.css",
  "editor/editor.js", "sprite.svg", "favicon.svg",
  "fonts/sans-400-latin.woff2", "fonts/sans-600-latin.woff2", "fonts/serif-400-latin.woff2",
].map((name) => `/static/${name}`);
const WRITES = /^\/(?:write|dispatches\/new|dispatches\/[0-9a-f-]{36}\/edit)$/;
const SLOW = 8000;
const LOOK_EVERY = 60_000;

let open: { person: string; key: CryptoKey } | null = null;
let looked = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(SHELF).then(async (shelf) => {
      await shelf.addAll(STATIC);
      // Nobody's: what is kept is the page as someone sees it who is not signed in.
      await shelf.put(SHELL, await fetch(SHELL, { credentials: "omit" }));
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
  const { hold, key, give, forget } = event.data as { hold?: string; key?: CryptoKey; give?: string; forget?: boolean };
  if (hold && key) open = { person: hold, key };
  if (forget) open = null;
  event.ports[0]?.postMessage(give !== undefined && open?.person === give ? open.key : null);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.waitUntil(look());
  if (request.mode === "navigate" && WRITES.test(pathname)) event.respondWith(page(request));
  else if (STATIC.includes(pathname)) event.respondWith(fresh(request, pathname));
});

/** Whatever page is opened, signed in or not: a device that was reported lost erases what it keeps. */
async function look(): Promise<void> {
  const known = await places();
  if (!known.length || Date.now() - looked < LOOK_EVERY) return;
  try {
    const answer = await fetch("/device", { headers: { "X-Device": namesOf(known) } });
    const { lost, csrf } = (await answer.json()) as { lost: string[]; csrf: string };
    looked = Date.now();
    if (!(await eraseLost(known, lost, csrf))) return;
    open = null;
    for (const client of await self.clients.matchAll()) client.postMessage({ withdrawn: true });
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
  const kept = await caches.match(SHELL);
  return kept ?? Response.error();
}

/** From the desk while it can be reached, so that a page and its script are of one age. */
async function fresh(request: Request, pathname: string): Promise<Response> {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelf.put(pathname, answer.clone());
    return answer;
  } catch {
    return (await shelf.match(pathname)) ?? Response.error();
  }
}
