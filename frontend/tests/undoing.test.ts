import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { packed, refill } from "../src/undoing";

class Page {
  readonly doc = new Y.Doc({ gc: false });
  readonly text = this.doc.getText("text");
  readonly manager = new Y.UndoManager(this.text, { captureTimeout: 0, trackedOrigins: new Set([null]) });

  constructor(update?: Uint8Array) {
    if (update) Y.applyUpdate(this.doc, update, "elsewhere");
  }

  /** The same page, loaded again from what a desk kept. */
  reload(keptBy = new Y.Doc({ gc: false })): Page {
    Y.applyUpdate(keptBy, Y.encodeStateAsUpdate(this.doc));
    const next = new Page(Y.encodeStateAsUpdate(keptBy));
    refill(next.manager, JSON.parse(JSON.stringify(packed(this.manager))));
    return next;
  }

  undo(): string {
    this.manager.undo();
    return this.text.toString();
  }

  redo(): string {
    this.manager.redo();
    return this.text.toString();
  }
}

function typed(): Page {
  const page = new Page();
  page.text.insert(0, "It rained.");
  page.text.insert(3, "really ");
  page.text.delete(0, 3);
  return page;
}

test("every step is taken back after a reload, and done again", () => {
  const page = typed().reload();
  assert.equal(page.text.toString(), "really rained.");
  assert.deepEqual([page.undo(), page.undo(), page.undo()], ["It really rained.", "It rained.", ""]);
  assert.deepEqual([page.redo(), page.redo(), page.redo()], ["It rained.", "It really rained.", "really rained."]);
});

test("what was put back before a reload is taken back after it", () => {
  let page = typed();
  page.undo();
  page = page.reload();
  assert.equal(page.redo(), "really rained.");
  page = page.reload();
  assert.deepEqual([page.undo(), page.undo(), page.undo()], ["It really rained.", "It rained.", ""]);
});

test("what others typed meanwhile stays", () => {
  const page = typed();
  const other = new Page(Y.encodeStateAsUpdate(page.doc));
  other.text.insert(other.text.length, " Then it stopped.");
  Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other.doc), "elsewhere");
  const next = page.reload();
  next.undo();
  next.undo();
  assert.equal(next.undo(), " Then it stopped.");
});

test("where the words that were taken out are gone, older steps are left alone", () => {
  const page = typed();
  page.text.insert(0, "So ");
  const next = page.reload(new Y.Doc({ gc: true }));
  assert.equal(next.undo(), "really rained.");
  assert.equal(next.undo(), "really rained.");
});
