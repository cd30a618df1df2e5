import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { retype } from "../src/fields";

test("a field that is typed over changes only where it differs, and never half a letter", () => {
  const doc = new Y.Doc();
  const text = doc.getText("headline");
  const words = ["", "Rain", "Rain 🌊", "Rain 🌋 over", "🌋🌊", "🌊", "over and over", ""];
  for (const wanted of words) {
    retype(text, wanted);
    assert.equal(text.toString(), wanted);
  }
  retype(text, "Rain over Vesna");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  retype(text, "Heavy rain over Vesna");
  retype(other.getText("headline"), "Rain over Port Vesna");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  assert.equal(text.toString(), "Heavy rain over Port Vesna");
});
