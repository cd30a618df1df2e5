// Where the files of this browser are at the desk that have not arrived whole, without their names.
export interface Memory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "upload ";

/** What a file is known by, over a reload: a digest. Null where this browser makes none. */
export async function keyOf(begin: string, { name, size, lastModified }: File): Promise<string | null> {
  if (!("subtle" in crypto)) return null;
  const words = new TextEncoder().encode(`${begin} ${name} ${size} ${lastModified}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", words));
  return PREFIX + Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function forgetUploads(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** A browser that keeps nothing only forgets where it was. */
function remembered<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const memory: Memory = {
  getItem: (key) => remembered(() => localStorage.getItem(key)) ?? null,
  setItem: (key, value) => remembered(() => localStorage.setItem(key, value)),
  removeItem: (key) => remembered(() => localStorage.removeItem(key)),
};
