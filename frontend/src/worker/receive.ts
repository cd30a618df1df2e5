// What other apps share, taken by the service worker: kept on this device, and attached nowhere.
//
// Any site can send such a form. So it is bounded, and waits until its owner says what becomes of it.
import { countShares, keepShare, type Share } from "../share_rows";
import { ownerOf, type Owner, owners } from "../store";

const MOST_FILES = 10;
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_WORDS = 200_000;
const MOST_WAITING = 20;

/** In memory alone, where nobody has a place on this device yet. */
let held: Share | null = null;

export const heldShare = (): Share | null => held;

export function dropHeld(): void {
  held = null;
}

/** Sends the browser to the page that says what became of it. */
export async function receive(request: Request): Promise<Response> {
  const share = await read(request).catch(() => null);
  const outcome = share ? await keep(share).catch(() => "full") : "broken";
  return Response.redirect(new URL(`/write?share=${outcome}`, request.url).href, 303);
}

async function read(request: Request): Promise<Share> {
  const form = await request.formData();
  const words = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const files = form.getAll("files").filter((one): one is File => one instanceof File && (one.name !== "" || one.size > 0));
  return { title: words("title"), text: words("text"), url: words("url"), files };
}

async function keep(share: Share): Promise<string> {
  const { title, text, url, files } = share;
  const words = title.length + text.length + url.length;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  if (!words && !size) return "empty";
  if (files.length > MOST_FILES || size > MOST_BYTES || words > MOST_WORDS) return "large";
  const owner = await lastNamed();
  if (!owner?.pair) {
    held = share;
    return "held";
  }
  if ((await countShares(owner.person)) >= MOST_WAITING) return "many";
  return keepShare(owner.person, owner.pair.open, share);
}

/** Of several people with a place here, the one whom the desk named last. */
async function lastNamed(): Promise<Owner | null> {
  const known = (await owners()).sort((one, other) => other.contact - one.contact);
  for (const { person } of known) {
    const owner = await ownerOf(person);
    if (owner) return owner;
  }
  return null;
}
