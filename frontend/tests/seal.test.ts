import assert from "node:assert/strict";
import { test } from "node:test";
import { canonical, digestOf } from "../src/filing";
import { keyFor, keyUnder, newPair, seal, unseal, unwrap, wrapNew } from "../src/seal";
import { standing } from "../src/whereabouts";

test("what is sealed opens with the PIN alone, in its own place alone, and the key never leaves", async () => {
  const wrapped = await wrapNew("a lobby");
  assert.equal(await unwrap(wrapped, "a hotel"), null);
  const key = await unwrap(wrapped, "a lobby");
  assert.ok(key);
  await assert.rejects(crypto.subtle.exportKey("raw", key));
  const words = new TextEncoder().encode("It rained.");
  const sealed = await seal(key, "mira draft update", words);
  assert.deepEqual(await unseal(key, "mira draft update", sealed), words);
  await assert.rejects(unseal(key, "mira other update", sealed));
  assert.ok(!new TextDecoder().decode(sealed.data).includes("rained"));
});

test("what came while the PIN was not at hand opens with it, and with nothing else", async () => {
  const [mine, theirs] = await Promise.all(["a lobby", "a hotel"].map(async (pin) => unwrap(await wrapNew(pin), pin)));
  assert.ok(mine && theirs);
  const pair = await newPair(mine);
  const { key, under } = await keyFor(pair.open);
  const words = new TextEncoder().encode("It rained.");
  const sealed = await seal(key, "mira share 1", words);
  await assert.rejects(unseal(key, "mira share 1", sealed));
  const opens = await keyUnder(pair, mine, under);
  assert.deepEqual(await unseal(opens, "mira share 1", sealed), words);
  await assert.rejects(unseal(opens, "mira share 2", sealed));
  await assert.rejects(keyUnder(pair, theirs, under));
  await assert.rejects(keyUnder(await newPair(mine), mine, under));
  const other = await keyFor(pair.open);
  assert.notDeepEqual(new Uint8Array(other.under), new Uint8Array(under));
});

test("a digest is that of the server's canonical bytes", async () => {
  const value = { b: ["é\u2028", 2], a: { z: "", "é": "“x”" } };
  assert.equal(canonical(value), '{"a":{"z":"","é":"“x”"},"b":["é\u2028",2]}');
  assert.equal((await digestOf({})).slice(0, 8), "44136fa3");
});

test("the page never says more than is so", () => {
  const at = { where: "desk", reason: "", typed: true, place: true, kept: true, filedAt: null, sources: 0, refused: 0 } as const;
  assert.equal(standing(at).words, "Saved at the desk.");
  assert.equal(standing({ ...at, typed: false }).words, "Nothing is typed yet.");
  for (const where of ["waiting", "signed out", "refused"] as const) {
    const words = standing({ ...at, where, reason: "Because.", kept: false }).words;
    assert.match(words, /^Not at the desk/);
    assert.doesNotMatch(words, /Kept on this device\./);
    assert.match(standing({ ...at, where, kept: false, place: false }).words, /keep it open/);
  }
  const waits = standing({ ...at, filedAt: "2026-11-20T09:00:00Z", sources: 2 }).words;
  assert.match(waits, /2 sources and your filing of .* waiting for the desk/);
  assert.equal(standing({ ...at, refused: 1 }).words, "Saved at the desk. 1 source was not taken by the desk.");
});
