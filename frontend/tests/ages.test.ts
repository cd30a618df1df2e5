import assert from "node:assert/strict";
import { test } from "node:test";
import { ago } from "../src/board/ages";

test("an age is told in the largest unit that is whole", () => {
  assert.equal(ago(20), "just now");
  assert.equal(ago(60), "1 minute ago");
  assert.equal(ago(3599), "59 minutes ago");
  assert.equal(ago(7200), "2 hours ago");
  assert.equal(ago(200_000), "2 days ago");
});
