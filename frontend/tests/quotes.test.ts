import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "prosemirror-state";
import { markedIn, markQuotes, type Quote, quotes, summaryOf } from "../src/quotes";
import { schema } from "../src/schema";

const { nodes } = schema;
const STORY = "“We will rebuild it,” Akan said.";

function quote(number: number, shown: string, more: Partial<Quote> = {}): Quote {
  return {
    number,
    key: String(number),
    shown,
    open: shown !== "verbatim",
    text: "We will rebuild it,",
    speaker: "Akan",
    speaker_resolved: null,
    reason: "",
    settled: null,
    places: [{ block: "a", start: 1, end: 20 }],
    sign: { block: "a", at: 21 },
    here: [],
    there: [],
    origin: null,
    told: [],
    around: [],
    edits: [],
    ellipses: [],
    brackets: [],
    rename: null,
    settling: null,
    ...more,
  };
}

function marked(): EditorState {
  const signs = { words: {}, sprite: "", open: () => {} };
  const doc = nodes.doc.create(null, nodes.paragraph.create({ id: "a" }, schema.text(STORY)));
  const state = EditorState.create({ doc, plugins: [quotes(signs)] });
  return state.apply(markQuotes(state, [quote(1, "altered")]));
}

test("a mark moves with its words", () => {
  const state = marked();
  const after = state.apply(state.tr.insertText("Yesterday: ", 1));
  const [one] = markedIn(after);
  const [range] = one?.ranges ?? [];
  assert.equal(after.doc.textBetween(range?.from ?? 0, range?.to ?? 0), "We will rebuild it,");
});

test("a speaker is not typed over whose name was changed meanwhile", () => {
  let state = marked();
  const rename = { block: "a", start: 22, end: 26, text: "Ms. Berg" };
  state = state.apply(markQuotes(state, [quote(1, "misattributed", { rename })]));
  assert.deepEqual(markedIn(state)[0]?.edits.rename, [{ from: 23, to: 27, text: "Ms. Berg" }]);
  const moved = state.apply(state.tr.insertText("So: ", 1));
  assert.equal(markedIn(moved)[0]?.edits.rename[0]?.from, 27);
  const changed = state.apply(state.tr.insertText("x", 25));
  assert.deepEqual(markedIn(changed)[0]?.edits.rename, []);
});

test("a quote whose words were changed is marked no longer", () => {
  const state = marked();
  assert.equal(markedIn(state.apply(state.tr.insertText("never ", 10))).length, 0);
  assert.equal(markedIn(state.apply(state.tr.delete(3, 6))).length, 0);
});

test("a mark never enters the text", () => {
  assert.equal(marked().doc.textContent, STORY);
});

test("a quote of a block that is gone is not marked", () => {
  const state = marked();
  const lost = quote(1, "altered", { places: [{ block: "gone", start: 0, end: 3 }] });
  assert.equal(markedIn(state.apply(markQuotes(state, [lost]))).length, 0);
});

test("the summary counts in plain words", () => {
  const settled = { name: "Ilse Varga", initials: "IV", reason: "Heard it." };
  assert.equal(summaryOf([]), "No quotes");
  assert.equal(summaryOf([quote(1, "verbatim")]), "1 quote: 1 verbatim");
  const all = [quote(1, "verbatim"), quote(2, "verbatim"), quote(3, "altered")];
  assert.equal(summaryOf(all), "3 quotes: 2 verbatim, 1 needs a look");
  const more = [quote(1, "misattributed"), quote(2, "second_hand"), quote(3, "not_found", { settled })];
  assert.equal(summaryOf(more), "3 quotes: 1 vouched for, 2 need a look");
});
