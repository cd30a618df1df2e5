import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, type Memory } from "../src/remembered";
import { giveUp, Refused, send } from "../src/uploading";

/** A desk that breaks the link when told to, after so many bytes of a piece. */
class Desk {
  bytes: number[] = [];
  begun = 0;
  breaks: number[] = [];
  pauses = 0;
  refuses = "";
  /** What it says to pieces, before it takes any. */
  odd: number[] = [];
  given: string[] = [];
  readonly memory: Memory & { kept: Map<string, string> };

  constructor() {
    const kept = new Map<string, string>();
    this.memory = {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }

  fetch = async (url: string | URL | Request, options: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(options.headers);
    assert.equal(headers.get("Tus-Resumable"), "1.0.0");
    assert.equal(headers.get("X-CSRFToken"), "token");
    if (options.method === "POST") {
      if (this.refuses) return new Response(this.refuses, { status: 409, headers: { "Content-Type": "text/plain" } });
      this.begun += 1;
      return new Response(null, { status: 201, headers: { Location: "/uploads/7" } });
    }
    if (url !== "/uploads/7" || !this.begun) return new Response(null, { status: 404 });
    if (options.method === "DELETE") this.given.push(url);
    const offset = { "Upload-Offset": `${this.bytes.length}` };
    if (options.method === "HEAD") return new Response(null, { status: 200, headers: offset });
    const odd = this.odd.shift();
    if (odd) return new Response(null, { status: odd, headers: offset });
    if (headers.get("Upload-Offset") !== `${this.bytes.length}`) return new Response(null, { status: 409, headers: offset });
    const piece = [...new Uint8Array(await (options.body as Blob).arrayBuffer())];
    const broken = this.breaks.shift();
    this.bytes = this.bytes.concat(piece.slice(0, broken));
    if (broken !== undefined) throw new TypeError("the link broke");
    return new Response(null, { status: 204, headers: { "Upload-Offset": `${this.bytes.length}` } });
  };

  send(file: File): Promise<string> {
    const world = { fetch: this.fetch, memory: this.memory, pause: async () => void (this.pauses += 1) };
    return send(file, "/uploads", () => "token", { progress: () => undefined }, new AbortController().signal, world);
  }
}

function made(size: number): [File, number[]] {
  const bytes = Array.from({ length: size }, (_, index) => (index * 31) % 251);
  return [new File([new Uint8Array(bytes)], "Größe.wav", { lastModified: 1 }), bytes];
}

test("a file arrives whole over a link that breaks in the middle of pieces", async () => {
  const [file, bytes] = made(5_000_000);
  const desk = new Desk();
  desk.breaks = [1000, 0, 2_000_000];
  assert.equal(await desk.send(file), "/uploads/7");
  assert.deepEqual(desk.bytes, bytes);
  assert.deepEqual([desk.begun, desk.pauses, desk.memory.kept.size], [1, 3, 0]);
});

test("the same file goes on where another page left it", async () => {
  const [file, bytes] = made(100_000);
  const desk = new Desk();
  desk.begun = 1;
  desk.bytes = bytes.slice(0, 40_000);
  desk.memory.setItem((await keyOf("/uploads", file)) ?? "", "/uploads/7");
  await desk.send(file);
  assert.deepEqual(desk.bytes, bytes);
  assert.equal(desk.begun, 1);
});

test("what the desk has forgotten begins anew", async () => {
  const [file, bytes] = made(10_000);
  const desk = new Desk();
  desk.memory.setItem((await keyOf("/uploads", file)) ?? "", "/uploads/7");
  await desk.send(file);
  assert.deepEqual(desk.bytes, bytes);
  assert.equal(desk.begun, 1);
});

test("a refusal says why", async () => {
  const desk = new Desk();
  desk.refuses = "It is larger than 4,096 MB.";
  await assert.rejects(desk.send(made(10)[0]), (error) => error instanceof Refused && /larger/.test(error.message));
});

test("a piece that is not taken rests before it goes out again", async () => {
  for (const status of [400, 409]) {
    const [file, bytes] = made(10_000);
    const desk = new Desk();
    desk.odd = [status, status, status];
    await desk.send(file);
    assert.deepEqual(desk.bytes, bytes);
    assert.equal(desk.pauses, 3);
  }
});

test("the browser remembers no file by its name, and what is given up goes from the desk", async () => {
  const [file] = made(10);
  const key = await keyOf("/uploads", file);
  assert.match(key ?? "", /^upload [0-9a-f]{64}$/);
  const desk = new Desk();
  desk.begun = 1;
  desk.memory.setItem(key ?? "", "/uploads/7");
  const world = { fetch: desk.fetch, memory: desk.memory, pause: async () => undefined };
  await giveUp(file, "/uploads", "/uploads/7", "token", world);
  assert.deepEqual([desk.given, desk.memory.kept.size], [["/uploads/7"], 0]);
});
