"""What holds of the check for any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import HARBOUR, harbour, quotation

CLEAN = ("verbatim", "light_edit")
SUBJECTS = ["The council", "My sister", "Every fisherman", "The old ferry", "Nobody we asked", "I"]
VERBS = ["will not repair", "has rebuilt", "cannot sell", "may close", "wants", "did not see"]
OBJECTS = ["the northern pier", "12 boats", "the colour of the harbour", "half of the nets"]
ENDS = [" before the winter", ", and that is that", " if the weather holds", " for us", ""]

sentences = st.builds(
    lambda *parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}.",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(ENDS),
)
transcripts = st.lists(sentences, min_size=2, max_size=12)


def record_of(lines: list[str]) -> Record:
    half = len(lines) // 2
    text = f"MS. HALE:  {'  '.join(lines[:half])}\n\nMR. ODUYA:  {'  '.join(lines[half:])}\n"
    return Record([Source.from_text("s", text, language="en")])


@given(transcripts, st.data())
@settings(max_examples=150, deadline=None)
def test_a_sentence_of_the_record_is_verbatim(lines: list[str], data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(lines))
    finding = check(quotation(sentence), record_of(lines))
    assert finding.verdict == "verbatim"
    assert finding.passages[0].text == sentence


EDITS = [
    ("case", lambda s: s[0].lower() + s[1:], "I"),
    ("bracketed case", lambda s: f"[{s[0].lower()}]{s[1:]}", "I"),
    ("bracketed insertion", lambda s: s.replace(" the ", " the [town’s] ", 1), None),
    ("number word", lambda s: s.replace("12", "twelve"), None),
    ("spelling", lambda s: s.replace("colour", "color").replace("harbour", "harbor"), None),
    ("contraction", lambda s: s.replace("will not", "won’t").replace("did not", "didn’t"), None),
    ("invisible character", lambda s: s.replace("er", "e\u00adr"), None),
    ("no-break space", lambda s: s.replace(" ", "\u00a0", 1), None),
    ("comma", lambda s: s.replace(", and", " and"), None),
]


@pytest.mark.parametrize(("name", "edit", "not_on"), EDITS, ids=[e[0] for e in EDITS])
@given(lines=transcripts, data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_permitted_edit_alone_is_light(name, edit, not_on, lines, data) -> None:  # type: ignore[no-untyped-def]
    sentence = data.draw(st.sampled_from(lines))
    printed = edit(sentence)
    if printed == sentence or (not_on and sentence.startswith(not_on)):
        return
    finding = check(quotation(printed), record_of(lines))
    assert finding.verdict == "light_edit", finding
    assert finding.differences
    assert all(difference.allowed for difference in finding.differences)


@given(transcripts, st.data())
@settings(max_examples=150, deadline=None)
def test_a_dropped_negation_never_passes(lines: list[str], data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(lines))
    changed = (
        sentence.replace("will not", "will").replace("did not", "did").replace("cannot", "can")
    )
    if changed == sentence or changed in lines:
        return
    finding = check(quotation(changed), record_of(lines))
    assert finding.verdict not in CLEAN


@given(st.text(max_size=300), st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered_with_offsets_that_hold(text: str, quote: str) -> None:
    for printed in (quote, text[: len(quote)], text[3 : 3 + len(quote)]):
        record = Record([Source.from_text("s", text)])
        finding = check(quotation(printed, "Somebody"), record)
        for passage in (*finding.passages, *finding.others):
            assert text[passage.start : passage.end] == passage.text
        for difference in finding.differences:
            assert 0 <= difference.quote_start <= difference.quote_end <= len(printed)
            assert 0 <= difference.record_start <= difference.record_end <= len(text)


@given(st.integers(0, len(HARBOUR) - 1), st.integers(1, 200))
@settings(max_examples=150, deadline=None)
def test_offsets_point_at_the_very_words(start: int, size: int) -> None:
    quote = HARBOUR[start : start + size]
    finding = check(quotation(quote), harbour())
    for passage in finding.passages:
        assert HARBOUR[passage.start : passage.end] == passage.text
    for difference in finding.differences:
        shown = quote[difference.quote_start : difference.quote_end]
        assert difference.quote in (shown, shown.strip())
        assert HARBOUR[difference.record_start : difference.record_end] == difference.record


@pytest.mark.parametrize(
    "unit", ['"', "“", "word ", "[", "(", "...", "not ", "a: ", "Q  \n", "9,", "\u0301"]
)
def test_time_is_linear_in_a_hostile_text(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    began = time.process_time()
    record = Record([Source.from_text("s", text, language="en")])
    check(quotation(text[:100_000]), record)
    check(quotation("Nothing of the kind is here"), record)
    assert time.process_time() - began < 20
