// A device that was reported lost erases what it keeps when it next hears from the desk.
import { changeOwner, forget, type Owner, owners } from "./store";

/** Whose places this browser holds, each with the id by which it can be reported lost. */
export async function places(): Promise<Owner[]> {
  const known = await owners().catch(() => []);
  for (const owner of known) {
    if (owner.device) continue;
    const device = crypto.randomUUID();
    owner.device = device;
    await changeOwner(owner.person, (one) => ({ ...one, device }));
  }
  return known;
}

/** For the desk, in `X-Device`. */
export const namesOf = (known: Owner[]): string => known.map(({ person, device }) => `${person}/${device}`).join(", ");

/** The desk was heard from by that person: what is kept here stays for so many days more. */
export async function heardBy(person: { id: string; name: string } | null, days: number): Promise<void> {
  if (!person) return;
  const heard = { name: person.name, contact: Date.now(), days };
  await changeOwner(person.id, (one) => ({ ...one, ...heard })).catch(() => undefined);
}

/** Erases those of the ids, and tells the desk once they are gone; whether there were any. */
export async function eraseLost(known: Owner[], lost: string[], csrf: string): Promise<boolean> {
  const gone = known.filter(({ device }) => lost.includes(device));
  for (const { person } of gone) await forget(person);
  if (!gone.length) return false;
  const headers = { "X-Device": namesOf(gone), "X-CSRFToken": csrf };
  await fetch("/device/erased", { method: "POST", headers }).catch(() => undefined);
  return true;
}
