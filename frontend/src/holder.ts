// Between pages the key is held by the service worker, in memory: nothing of it lies on the disk.
const PATIENCE = 2000;
const OFTEN = 15_000;

export async function askWorker(message: Record<string, unknown>): Promise<unknown> {
  const worker = await activeWorker();
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    const timer = window.setTimeout(() => done(null), PATIENCE);
    port1.onmessage = ({ data }) => {
      window.clearTimeout(timer);
      done(data as unknown);
    };
    worker.postMessage(message, [port2]);
  });
}

async function activeWorker(): Promise<ServiceWorker | null> {
  if (!("serviceWorker" in navigator)) return null;
  if (navigator.serviceWorker.controller) return navigator.serviceWorker.controller;
  const late = new Promise<null>((done) => window.setTimeout(() => done(null), PATIENCE));
  const ready = await Promise.race([navigator.serviceWorker.ready, late]);
  return ready?.active ?? null;
}

let holding = 0;

/** Has the key held for the pages that follow; a word now and then keeps the worker awake. */
export function hold(person: string, key: CryptoKey): void {
  void askWorker({ hold: person, key });
  window.clearInterval(holding);
  holding = window.setInterval(() => void askWorker({ hold: person, key }), OFTEN);
}

export async function held(person: string): Promise<CryptoKey | null> {
  const found = await askWorker({ give: person });
  return found instanceof CryptoKey ? found : null;
}

export function letGo(): Promise<unknown> {
  window.clearInterval(holding);
  return askWorker({ forget: true });
}

/** Someone signed out, on whatever page of this browser: the key is let go here too. */
export function onSignedOut(act: () => void): void {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (!(data as { signedOut?: boolean } | null)?.signedOut) return;
    void letGo();
    act();
  });
}

/** The service worker heard that this device was reported lost, and erased what it kept. */
export function onWithdrawn(act: () => void): void {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if ((data as { withdrawn?: boolean } | null)?.withdrawn) act();
  });
}

export async function startWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/writing-worker.js").catch(() => undefined);
}
