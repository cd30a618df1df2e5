import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk, syncOf } from "./desk";
import { begun, copy, textOf, wordsOf } from "./texts";

test("a paragraph cut at the desk stays out when a device comes back with what it kept", async () => {
  const desk = new Desk(begun("One.", "Two.", "Three."));
  const device = copy(desk.shared);
  desk.shared.body.delete(1, 1);
  desk.version++;
  const { sync, rescued } = syncOf(device);
  sync.unsent();
  assert.equal(await sync.flush(), true);
  assert.deepEqual(rescued, []);
  assert.deepEqual(wordsOf(device), ["One.", "Three."]);
  assert.deepEqual(wordsOf(desk.shared), ["One.", "Three."]);
});

test("only the words that the desk had not seen are put back", async () => {
  const desk = new Desk(begun("One.", "Two.", "Three."));
  const device = copy(desk.shared);
  textOf(device, 1).insert(4, " Not so.");
  desk.shared.body.delete(1, 1);
  desk.version++;
  const { sync, rescued } = syncOf(device);
  sync.unsent();
  assert.equal(await sync.flush(), true);
  assert.deepEqual(rescued, [1]);
  assert.deepEqual(wordsOf(device), ["One.", " Not so.", "Three."]);
  assert.deepEqual(wordsOf(desk.shared), wordsOf(device));
});

test("words read from the device are not called saved before the desk has them", async () => {
  const desk = new Desk(begun("One."));
  const { sync, said } = syncOf(copy(desk.shared));
  sync.unsent();
  assert.deepEqual(said, ["sending"]);
});

test("where someone else is signed in nothing is given, and it is no refusal of the words", async () => {
  const desk = new Desk(begun("One."));
  desk.instead = () => Response.json({ refusal: "Someone else is signed in." }, { status: 401 });
  const { sync, said } = syncOf(copy(desk.shared));
  sync.unsent();
  assert.equal(await sync.flush(), false);
  assert.equal(said.at(-1), "signed out");
});

test("once its person is signed in again a page goes on under the new token", async () => {
  const desk = new Desk(begun("One."));
  desk.instead = () => new Response("", { status: 400 });
  let token = "old";
  const { sync } = syncOf(copy(desk.shared), { token: async () => token });
  sync.unsent();
  assert.equal(await sync.flush(), false);
  desk.instead = null;
  token = "new";
  assert.equal(await sync.flush(), true);
  assert.equal(desk.sent.at(-1)?.["X-CSRFToken"], "new");
});
