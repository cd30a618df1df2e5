import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { isEmpty } from "../src/emptying";
import { bytesOf, Keeping } from "../src/keeping";
import { Shared } from "../src/shared";
import { Shelf } from "./shelf";
import { begun, copy, textOf, wordsOf } from "./texts";

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

async function page(shelf: Shelf, shared: Shared): Promise<{ keeping: Keeping; rescued: number }> {
  const keeping = new Keeping(shared, "draft", () => undefined);
  const { rescued } = await keeping.adopt(shelf.store, false);
  return { keeping, rescued };
}

/** What another page would read from the device. */
async function readBack(shelf: Shelf): Promise<string[]> {
  const shared = new Shared();
  await page(shelf, shared);
  assert.equal(shared.doc.store.pendingStructs, null);
  return wordsOf(shared);
}

test("two pages of one draft leave each other's rows alone", async () => {
  const shelf = new Shelf();
  const [one, other] = [begun("One."), new Shared()];
  const pages = [await page(shelf, one), await page(shelf, other)];
  const kept = async (): Promise<void> => {
    while (pages.some(({ keeping }) => !keeping.kept)) await settled();
  };
  textOf(one, 0).insert(4, " Mine.");
  await kept();
  // Enough for the other page to fold twice, which never saw those words.
  for (let round = 0; round < 2; round++) {
    for (let count = 0; count < 210; count++) textOf(other, 0).insert(0, "x");
    await kept();
  }
  textOf(one, 0).insert(0, "Late. ");
  await kept();
  const [words = ""] = await readBack(shelf);
  assert.match(words, /Mine\./);
  assert.match(words, /Late\./);
  assert.match(words, /x{420}/);
});

test("what the disk did not take is written again, and never called kept before", async () => {
  const shelf = new Shelf();
  const shared = begun("One.");
  const { keeping } = await page(shelf, shared);
  assert.equal(keeping.kept, true);
  shelf.full = ["update"];
  textOf(shared, 0).insert(4, " Lost?");
  assert.equal(keeping.kept, false);
  await settled();
  // The small row of what the draft is known by goes through.
  keeping.head({ headline: "", slugline: "", words: "One.", desk: "", at: 0 });
  await settled();
  assert.deepEqual([keeping.kept, keeping.keeps], [false, false]);
  shelf.full = [];
  textOf(shared, 0).insert(10, " No.");
  await settled();
  assert.equal(keeping.kept, true);
  assert.deepEqual(await readBack(shelf), ["One. Lost? No."]);
});

test("a change is not called kept by who hears of it next", async () => {
  const shared = begun("One.");
  const keeping = new Keeping(shared, "draft", () => undefined);
  const said: boolean[] = [];
  shared.doc.on("update", () => said.push(keeping.kept));
  await keeping.adopt(new Shelf().store, false);
  textOf(shared, 0).insert(4, " Two.");
  assert.deepEqual(said, [false]);
});

test("a filing that finds no room leaves the one before it", async () => {
  const shelf = new Shelf();
  const { keeping } = await page(shelf, begun("One."));
  const row = await keeping.put("filing", bytesOf("first"));
  shelf.full = ["filing"];
  await assert.rejects(keeping.put("filing", bytesOf("second"), row));
  assert.equal(shelf.ofKind("filing").length, 1);
  shelf.full = [];
  await keeping.put("filing", bytesOf("second"), row);
  assert.equal(shelf.ofKind("filing").length, 1);
});

test("kept words stand though another took their block out, even where the desk forgot it", async () => {
  for (const forgets of [false, true]) {
    const shelf = new Shelf();
    const desk = begun("One.", "Two.", "Three.");
    const device = copy(desk);
    await page(shelf, device);
    textOf(device, 1).insert(4, " Not so.");
    await settled();
    desk.body.delete(1, 1);
    const opened = new Shared();
    const gone = new Y.Doc();
    Y.applyUpdate(gone, desk.lacking());
    Y.applyUpdate(opened.doc, forgets ? Y.encodeStateAsUpdate(gone) : desk.lacking());
    const { rescued } = await page(shelf, opened);
    assert.equal(rescued, 1);
    assert.deepEqual(wordsOf(opened), ["One.", " Not so.", "Three."]);
    assert.deepEqual(await readBack(shelf), ["One.", " Not so.", "Three."]);
  }
});

test("what went at the desk, and here, on purpose stays out", async () => {
  const shelf = new Shelf();
  const desk = begun("One.", "Two.", "Three.");
  const device = copy(desk);
  await page(shelf, device);
  device.body.delete(0, 1);
  await settled();
  desk.body.delete(1, 1);
  const opened = copy(desk);
  const { rescued } = await page(shelf, opened);
  assert.equal(rescued, 0);
  assert.deepEqual(wordsOf(opened), ["Three."]);
});

test("a draft is empty only where no word of it stands", () => {
  assert.equal(isEmpty([]), true);
  assert.equal(isEmpty([begun("").lacking()]), true);
  assert.equal(isEmpty([begun("One.").lacking()]), false);
  const named = begun("");
  named.text("headline").insert(0, "Bridge");
  assert.equal(isEmpty([named.lacking()]), false);
  const torn = begun("");
  const at = torn.vector;
  textOf(torn, 0).insert(0, "One.");
  assert.equal(isEmpty([torn.lacking(at)]), false);
});
