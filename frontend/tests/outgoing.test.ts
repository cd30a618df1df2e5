import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, Keeping } from "../src/keeping";
import { Outgoing } from "../src/outgoing";
import { waitingIn } from "../src/source";
import { Shared } from "../src/shared";
import { Shelf } from "./shelf";

const FILING = { operation: "f", filed_at: "2026-11-20T09:00:00Z", seen: { fields: {}, body: {} }, digest: "", placing: null };
const TAKEN = { redirected: true, ok: true, status: 200, url: "https://desk/dispatches/draft/sources/1" } as Response;
const json = (status: number, told: unknown): Response => Response.json(told, { status });

Object.assign(globalThis, {
  DOMParser: class {
    parseFromString(html: string): unknown {
      return { querySelectorAll: () => [{ textContent: html }] };
    }
  },
});

interface Way {
  outgoing: Outgoing;
  shelf: Shelf;
  sent: { url: string; body: unknown }[];
}

async function way(answer: (url: string, body: FormData) => Response): Promise<Way> {
  const [shelf, sent]: [Shelf, Way["sent"]] = [new Shelf(), []];
  const keeping = new Keeping(new Shared(), "draft", () => undefined);
  await keeping.adopt(shelf.store, false);
  globalThis.fetch = async (url, options) => {
    sent.push({ url: String(url), body: options?.body });
    return answer(String(url), options?.body as FormData);
  };
  return { outgoing: new Outgoing("draft", keeping, async () => "token"), shelf, sent };
}

const source = (title: string, name = ""): Parameters<Outgoing["addSource"]>[0] => ({
  operation: title, title, kind: "note", terms: "background", seen_by: "named", name,
});
const words = (said: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(said);

test("a source that the desk refuses holds up nothing, and is told of once", async () => {
  for (const refusal of [new Response("No text is in it.", { status: 409 }), new Response("", { status: 413 }), new Response("", { status: 404 })]) {
    const { outgoing, shelf, sent } = await way((url, body) => {
      if (url.endsWith("/filing")) return json(200, { filed_at: "", waits: null, shown: "/" });
      return body.get("title") === "one" ? refusal.clone() : TAKEN;
    });
    await outgoing.addSource(source("one"), words("One."));
    await outgoing.addSource(source("two"), words("Two."));
    await outgoing.addFiling(FILING);
    const told = await outgoing.send();
    assert.deepEqual(told?.turned?.map(({ title }) => title), ["one"]);
    assert.ok(told?.filed);
    assert.equal(await outgoing.send(), null);
    assert.equal(sent.length, 3);
    // Another page of the device knows it too.
    const [kept] = shelf.ofKind("source");
    assert.ok(kept && waitingIn(kept.id, kept.bytes).what.refused);
    const [one] = outgoing.sources;
    assert.ok(one);
    await outgoing.retrySource(one);
    await outgoing.send();
    assert.equal(sent.length, 4);
    await outgoing.removeSource(one);
    assert.deepEqual([outgoing.sources, shelf.rows.filter(({ kind }) => kind === "source")], [[], []]);
  }
});

test("a broken link is no refusal", async () => {
  const { outgoing } = await way(() => new Response("", { status: 502 }));
  await outgoing.addSource(source("one"), words("One."));
  assert.equal(await outgoing.send(), null);
  assert.equal(outgoing.sources[0]?.what.refused, undefined);
});

test("a file goes out byte for byte, on its terms, to whom its author said", async () => {
  const { outgoing, shelf, sent } = await way(() => TAKEN);
  const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  await outgoing.addSource(source("Call", "call.txt"), bytes);
  const again = new Outgoing("draft", new Keeping(new Shared(), "draft", () => undefined), async () => "token");
  again.restore(await shelf.of("draft"));
  await again.send();
  const form = sent[0]?.body as FormData;
  const file = form.get("files") as File;
  assert.equal(file.name, "call.txt");
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
  assert.deepEqual(["kind", "terms", "seen_by", "text"].map((name) => form.get(name)), ["note", "background", "named", null]);
});

test("a filing leaves the device only with an answer that is one", async () => {
  for (const [status, stays] of [[400, true], [404, true], [409, false], [403, false], [503, true]] as const) {
    const { outgoing, shelf } = await way(() => json(status, { refusal: "No." }));
    await outgoing.addFiling(FILING);
    const told = await outgoing.send();
    assert.equal(outgoing.filedAt !== null, stays, String(status));
    assert.equal(shelf.ofKind("filing").length, stays ? 1 : 0);
    if (status === 400) assert.deepEqual([told, await outgoing.send()], [{ refusal: "No.", stays: true }, null]);
  }
});

test("where the desk takes no words the filing goes alone, once", async () => {
  const { outgoing, sent } = await way(() => json(400, { refusal: "No." }));
  await outgoing.addSource(source("one"), words("One."));
  await outgoing.addFiling(FILING);
  await outgoing.sendFilingAlone();
  await outgoing.sendFilingAlone();
  assert.deepEqual(sent.map(({ url }) => url), ["/dispatches/draft/filing"]);
});

test("rows of a page that knew words only are read", () => {
  const { what, bytes } = waitingIn(7, bytesOf({ operation: "o", title: "Call", words: "One." }));
  assert.deepEqual([what.title, new TextDecoder().decode(bytes)], ["Call", "One."]);
});
