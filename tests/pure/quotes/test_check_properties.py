"""What holds of the check for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import HARBOUR, harbour, quotation
from tests.pure.quotes.work import grows_in_a_straight_line

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


# What a record says more than a quote prints, and style lets go.
SPOKEN = {
    "filler": (" the ", " the, uh, "),
    "false start": (" the ", " the -- the "),
    "laughter": (" the ", " (Laughter.) the "),
    "timecode": (" the ", " [00:12:07] the "),
    "applause": (".", ". (Applause.)"),
    "dash": (" and that ", " — and that "),
}


@pytest.mark.parametrize(("said", "heard"), SPOKEN.values(), ids=SPOKEN)
@given(lines=transcripts, data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_the_record_has_more_than_words_may_be_left_out(
    said: str, heard: str, lines: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    recorded = [*lines[:at], lines[at].replace(said, heard, 1), *lines[at + 1 :]]
    if any(line.startswith(lines[at].removesuffix(".")) for line in lines if line != lines[at]):
        return  # The same words stand elsewhere with more behind them, and fit better there.
    finding = check(quotation(lines[at]), record_of(recorded))
    assert finding.verdict in CLEAN, finding
    assert all(difference.allowed for difference in finding.differences)


@given(transcripts, st.data())
@settings(max_examples=80, deadline=None)
def test_a_shown_cut_of_an_aside_alone_is_light(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    aside, mark = data.draw(
        st.tuples(
            st.sampled_from(["I told the paper", "as Ann put it", "and you saw it"]),
            st.sampled_from(["…", "...", "[…]"]),
        )
    )
    recorded = lines[at].replace(" the ", f", {aside}, the ", 1)
    printed = lines[at].replace(" the ", f" {mark} the ", 1)
    if recorded == lines[at]:
        return
    finding = check(quotation(printed), record_of([*lines[:at], recorded, *lines[at + 1 :]]))
    assert finding.verdict == "light_edit", finding


@given(transcripts, st.data())
@settings(max_examples=40, deadline=None)
def test_sic_alone_is_light(lines: list[str], data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(lines))
    printed = sentence.replace(" the ", " the [sic] ", 1)
    if printed != sentence:
        assert check(quotation(printed), record_of(lines)).verdict == "light_edit"


TALK = {
    "de": (
        ["Der Rat", "Meine Schwester", "Die alte Fähre"],
        ["repariert den Steg nicht", "verkauft das Boot nicht", "öffnet die Halle nicht"],
        " nicht",
    ),
    "ru": (
        ["Совет", "Моя сестра", "Старый паром"],
        ["не починит причал", "не продаст лодку", "не откроет зал"],
        "не ",
    ),
    "fr": (
        ["Le conseil", "Ma sœur", "Le vieux bac"],
        ["ne répare pas le quai", "ne vend pas le bateau", "n'ouvre pas la salle"],
        " pas",
    ),
    "es": (
        ["El consejo", "Mi hermana", "La vieja barca"],
        ["no repara el muelle", "no vende el barco", "no abre la sala"],
        "no ",
    ),
}


@pytest.mark.parametrize("language", TALK)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_dropped_negation_never_passes_in_any_language(
    language: str, data: st.DataObject
) -> None:
    people, deeds, denial = TALK[language]
    said = st.builds(
        lambda who, what: f"{who} {what}.", st.sampled_from(people), st.sampled_from(deeds)
    )
    lines = data.draw(st.lists(said, min_size=1, max_size=6))
    sentence = data.draw(st.sampled_from(lines))
    text = f"MS. HALE:  {'  '.join(lines)}\n"
    record = Record([Source.from_text("s", text, language=language)])
    assert check(quotation(sentence, None, language), record).verdict == "verbatim"
    changed = sentence.replace(denial, "", 1)
    assert check(quotation(changed, None, language), record).verdict not in CLEAN


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
def test_work_is_linear_in_a_hostile_text(unit: str) -> None:
    def look(size: int) -> None:
        text = unit * (size // len(unit))
        record = Record([Source.from_text("s", text, language="en")])
        check(quotation(text[: size // 4]), record)
        check(quotation("Nothing of the kind is here"), record)

    assert grows_in_a_straight_line(look, 40_000)


def test_ten_megabytes_of_nothing_but_quotation_marks_are_checked() -> None:
    text = '"' * 10_000_000
    finding = check(quotation(text), Record([Source.from_text("s", text)]))
    assert finding.verdict == "not_found"
