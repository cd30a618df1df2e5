// Signed in again, in another tab: an open page goes on, under the new session's token.
import { askDesk } from "./device";

/** Puts the token into every form of the page, where it is the page's own person who signed in. */
export async function signedInAgain(person: string): Promise<void> {
  const word = await askDesk();
  if (!word || !person || word.person?.id !== person) return;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf_token"]')) field.value = word.csrf;
}
