// What was shared goes to the desk in pieces, each file on from where a broken link left it.
import { filesOf, type Waiting } from "./share_rows";
import type { Store } from "./store";
import { send } from "./uploading";

const SILENT = { progress: (): void => undefined };

/** The keys under which the files have arrived. Rejects with Refused. */
export async function sendFiles(
  store: Store,
  share: Pick<Waiting, "id" | "at" | "files">,
  dispatch: string,
  token: string,
): Promise<string[]> {
  const arrived: string[] = [];
  for (const file of await filesOf(store, share)) {
    const url = await send(file, `/dispatches/${dispatch}/uploads`, () => token, SILENT, new AbortController().signal);
    arrived.push(url.split("/").pop() ?? "");
  }
  return arrived;
}
