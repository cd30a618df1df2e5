"""Words as numbers: what is one word to a reader is one number."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes.shingles import CHUNK, words
from tests.pure.quotes.work import grows_in_a_straight_line


def numbers(text: str) -> list[int]:
    return [int(each) for each in words(text).hashes]


def begins(text: str) -> list[int]:
    return [int(each) for each in words(text).starts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İstanbul ISI ışık", "istanbul ısı IŞIK"),
        ("Straße", "STRASSE"),
        ("don’t", "DON'T"),
        ("‘don’t’", "don't"),
        ("so\u00adft", "soft"),
        ("\ufeffThe", "the"),
        ("ﬁne", "fine"),
        ("ёлка", "елка"),
        ("well-known", "well known"),
        ("ＡＢＣ", "abc"),
        ("ΣΟΦΟΣ", "σοφος"),
    ],
)
def test_what_reads_alike_has_one_number(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("й", "и"), ("ї", "і"), ("ş", "s"), ("ç", "c"), ("ö", "o"), ("ab", "ba"), ("a", "aa")],
)
def test_letters_of_their_own_keep_their_number(one: str, other: str) -> None:
    assert numbers(one) != numbers(other)
    assert numbers(unicodedata.normalize("NFD", one)) == numbers(one)


def test_scripts_without_spaces_have_a_word_a_letter() -> None:
    assert begins("記者会見 said สวัสดี") == [0, 1, 2, 3, 5, 10, 11, 13, 14]


def test_marks_and_spaces_are_no_words() -> None:
    assert begins(" “” … \u0301 \u200b — ' ’’ ") == []


@settings(deadline=None)
@given(st.text())
def test_words_begin_where_the_text_has_them(text: str) -> None:
    found = begins(text)
    assert found == sorted(set(found))
    assert all(0 <= each < len(text) for each in found)


# Scripts that write spaces: where each letter is a word, a combining sign is one of its own.
# Ё is one letter with Е for looking up, but only where it is written as one.
SPACED = st.one_of(
    st.characters(max_codepoint=0x0DFF, categories=("L", "N", "Z", "P"), exclude_characters="Ёё"),
    st.characters(min_codepoint=0x1E00, max_codepoint=0x1FFF, categories=("L", "N", "Z", "P")),
)


@settings(deadline=None)
@given(st.text(SPACED))
def test_composed_and_decomposed_accents_are_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert numbers(unicodedata.normalize("NFD", composed)) == numbers(composed)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["war", "мир", "l'eau", "ağrı", "25"]), max_size=20))
def test_a_word_has_the_same_number_wherever_it_stands(chosen: list[str]) -> None:
    text = "; ".join(chosen)
    assert numbers(text) == [number for each in chosen for number in numbers(each)]
    far = "x " * CHUNK + text
    assert numbers(far)[CHUNK:] == numbers(text)


@pytest.mark.parametrize("unit", ['"', "a", "word ", "漢", "e\u0301", "’", "\U0001f5de"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert grows_in_a_straight_line(lambda size: words(unit * (size // len(unit))), 1_000_000)
