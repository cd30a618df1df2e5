// What lies on this device is encrypted; the key is wrapped by a PIN and never leaves the browser.
const ITERATIONS = 600_000;
export const SHORTEST_PIN = 6;

/** The wrapped key, as it is stored: useless without the PIN. */
export interface Wrapped {
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  key: ArrayBuffer;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Whether this browser, at this address, can encrypt at all: over plain HTTP none does. */
export const canSeal = (): boolean => "subtle" in crypto && "indexedDB" in globalThis;

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

async function wrapping(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const words = new TextEncoder().encode(pin.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

/** A new key, wrapped by the PIN. */
export async function wrapNew(pin: string): Promise<Wrapped> {
  const [salt, iv] = [random(16), random(12)];
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const wrapped = await crypto.subtle.wrapKey("raw", key, await wrapping(pin, salt), { name: "AES-GCM", iv });
  return { salt, iv, key: wrapped };
}

/** The key, not extractable; null for a wrong PIN. */
export async function unwrap({ salt, iv, key }: Wrapped, pin: string): Promise<CryptoKey | null> {
  try {
    const by = await wrapping(pin, salt);
    return await crypto.subtle.unwrapKey("raw", key, by, { name: "AES-GCM", iv }, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return null;
  }
}

/** `about` is bound to what is sealed: a row moved to another draft does not open. */
export async function seal(key: CryptoKey, about: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = random(12);
  const additionalData = new TextEncoder().encode(about);
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, bytes) };
}

export async function unseal(key: CryptoKey, about: string, { iv, data }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = new TextEncoder().encode(about);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, data));
}

/** For what comes while the PIN is not at hand: whoever has `open` can seal, only the place unseals. */
export interface Pair {
  open: ArrayBuffer;
  sealed: Sealed;
}

const RSA = { name: "RSA-OAEP", hash: "SHA-256" } as const;
const PRIVATE = "private key";

/** A pair whose private half lies under the key of the place. */
export async function newPair(key: CryptoKey): Promise<Pair> {
  const how = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(how, true, ["wrapKey", "unwrapKey"]);
  const bytes = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
  return { open: await crypto.subtle.exportKey("spki", publicKey), sealed: await seal(key, PRIVATE, bytes) };
}

/** A key for one thing, and how it lies beside it: wrapped, so that the place alone gets at it. */
export async function keyFor(open: ArrayBuffer): Promise<{ key: CryptoKey; under: ArrayBuffer }> {
  const by = await crypto.subtle.importKey("spki", open, RSA, false, ["wrapKey"]);
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  return { key, under: await crypto.subtle.wrapKey("raw", key, by, RSA.name) };
}

/** The key that was wrapped so; `key` is that of the place. */
export async function keyUnder(pair: Pair, key: CryptoKey, under: ArrayBuffer): Promise<CryptoKey> {
  const bytes = await unseal(key, PRIVATE, pair.sealed);
  const by = await crypto.subtle.importKey("pkcs8", bytes, RSA, false, ["unwrapKey"]);
  return crypto.subtle.unwrapKey("raw", under, by, RSA.name, "AES-GCM", false, ["decrypt"]);
}
