import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes import Quotation, extract
from tests.pure.quotes.work import grows_in_a_straight_line

CODES = ("en", "de", "ru", "uk", "az", "tr", "fr", "es", "xx", "", "en-GB", "zh-Hant")
FRAGMENTS = (
    *"\"“”„‟«»‹›‘’‚‛'`´,.:;!?—–-()[] \n\t\xa0\u2028\x0b\r",
    *("''", "``", ",,", "“A,” ", " said ", " he ", " Ana Roe ", "Mr. ", " who ", " and ", "Q: "),
    *("— ", "– ", " сказал ", " Иван ", " dedi ", "İ", "ş", " dit-il ", "L’a", " a déclaré "),
    *("sagte ", " so ", "der ", "’s ", "中", "ا", "\u0301", "0", "x", "The ", ", according to "),
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
)


def sound(text: str, found: list[Quotation]) -> None:
    """Offsets point at the very words, parts are in order, nothing is empty."""
    for quotation in found:
        assert quotation.parts
        assert quotation.start == quotation.parts[0].start
        assert quotation.end == quotation.parts[-1].end
        last = -1
        for part in quotation.parts:
            assert last <= part.start < part.end <= len(text)
            last = part.end
        joined = " ".join(text[p.start : p.end] for p in quotation.parts)
        assert quotation.text == joined
        assert 0 <= quotation.confidence <= 1
        if quotation.speaker is None:
            assert quotation.speaker_start is None
            assert quotation.speaker_end is None
        else:
            assert text[quotation.speaker_start : quotation.speaker_end] == quotation.speaker
        if quotation.cue is not None:
            assert quotation.cue in text


@settings(max_examples=600, deadline=None)
@given(texts, st.sampled_from(CODES), st.integers(0, 220))
def test_no_text_raises_and_offsets_point_at_the_words(text: str, code: str, head: int) -> None:
    sound(text, extract(text, code, head))


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from(string.ascii_letters + "äöüßйїşçğı 中ا,"), min_size=3, max_size=80),
    st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")]),
)
def test_words_in_marks_are_always_given_back(words: str, marks: tuple[str, str]) -> None:
    words = "W" + words.strip(" ,") + "w"
    text = f"Ana Roe said: {marks[0]}{words}.{marks[1]}"
    assert [q.text for q in extract(text)] == [words + "."]


@settings(max_examples=100, deadline=None)
@given(texts, st.sampled_from(CODES))
def test_the_same_text_gives_the_same_answer(text: str, code: str) -> None:
    assert extract(text, code) == extract(text, code)


def test_a_plain_quotation_has_all_its_fields() -> None:
    text = "“The bridge will hold,” Mayor Ilse Brandt said on Tuesday."
    (quotation,) = extract(text)
    assert quotation.text == "The bridge will hold,"
    assert quotation.speaker == "Mayor Ilse Brandt"
    assert quotation.speaker_resolved == "Ilse Brandt"
    assert quotation.cue == "said"
    assert quotation.kind == "direct"
    assert quotation.confidence > 0.8
    assert quotation.language == "en"


def test_quotations_come_in_the_order_of_the_text() -> None:
    text = "“One,” said Ana Roe. “Two,” said Ben Moe.\n\n“Three,” she said."
    assert [q.start for q in extract(text)] == sorted(q.start for q in extract(text))


@pytest.mark.parametrize(
    "headline",
    [
        "Brandt: “The Bridge Will Hold”",
        'Brandt: "The Bridge Will Hold"',
        "Brandt: 'The Bridge Will Hold'",
        "Brandt: ‘The Bridge Will Hold’",
        "Brandt: „The Bridge Will Hold“",
        "Brandt: «The Bridge Will Hold»",
        "“The Bridge Will Hold,” Brandt Says",
        "Brandt Says “The Bridge Will Hold”",
    ],
)
def test_a_quotation_in_the_headline_is_found_with_its_speaker(headline: str) -> None:
    text = headline + "\nMayor Ilse Brandt said on Monday that “the bridge will hold.”"
    first, second = extract(text, headline_end=len(headline))
    assert first.kind == "headline"
    assert first.text.rstrip(",") == "The Bridge Will Hold"
    assert first.speaker == "Brandt"
    assert first.speaker_resolved == "Ilse Brandt"
    assert second.kind == "partial"


def test_a_partial_quotation_in_single_marks_counts_in_a_headline_only() -> None:
    text = "Mayor calls bridge ‘a disgrace’\nThe ‘old’ bridge stands. “It will go,” said Ana Roe."
    headline = text.index("\n")
    assert [q.text for q in extract(text, headline_end=headline)] == ["a disgrace", "It will go,"]


PATHOLOGICAL = (
    *('"', "“", '" ', "“a ", '"a" ', "„a ", "'a ", "a' ", "« a, dit x ", "— a, — сказал б. "),
    *('"A," said Bo. ', '"a" said ', 'he said, "a" and ', "a''''", ",", "(", ". ", "Ann Lee "),
    *("Q: what? \nA: a b c d\n", '"a"\n', "— a, — сказал б.\n", "who, ", "\n", "'"),
)


@pytest.mark.parametrize("unit", PATHOLOGICAL)
@pytest.mark.parametrize("code", ["en", "fr", "ru"])
def test_work_grows_no_faster_than_the_text(unit: str, code: str) -> None:
    assert grows_in_a_straight_line(lambda size: extract(unit * (size // len(unit)), code), 2400)


def test_ten_megabytes_of_nothing_but_quotation_marks_are_read() -> None:
    assert extract('"' * 10_000_000) == []
