"""Canonical tokens: what style permits to print for one another is one token."""

import pytest

from editorial.quotes.tokens import tokenise


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("I don't know", "I do not know", "en"),
        ("we’ll", "we will", "en"),
        ("I'm gonna go", "I am going to go", "en"),
        ("twenty-eight", "28", "en"),
        ("four hundred and six", "406", "en"),
        ("$1 trillion", "$1tn", "en"),
        ("two million dollars", "$2,000,000", "en"),
        ("98 percent", "98 %", "en"),
        ("the colour of the harbour", "the color of the harbor", "en"),
        ("we organised", "we organized", "en"),
        ("the U.S.", "the US", "en"),
        ("e-mail", "email", "en"),
        ("any\u00adone", "anyone", "en"),
        ("[I]f", "if", "en"),
        ("vierhundertsechs", "406", "de"),
        ("erwaehnt", "erwähnt", "de"),
        ("Straße", "Strasse", "de"),
        ("gibt's", "gibt es", "de"),
        ("dört yüz altı", "406", "tr"),
        ("on iki", "12", "tr"),
        ("İSTANBUL IŞIK", "istanbul ışık", "tr"),
        ("всё еще", "все ещё", "ru"),
        ("п’ять", "п'ять", "uk"),
    ],
)
def test_forms_of_one_word_are_one_token(left: str, right: str, language: str) -> None:
    assert tokenise(left, language).keys == tokenise(right, language).keys


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("мой", "мои", "ru"),
        ("їх", "іх", "uk"),
        ("şık", "sık", "tr"),
        ("çok", "cok", "tr"),
        ("öldü", "oldu", "tr"),
        ("kız", "kiz", "tr"),
        ("schön", "schon", "de"),
        ("us", "US", "en"),
        ("4,6", "46", "de"),
        ("one", "a", "en"),
    ],
)
def test_letters_that_make_another_word_are_kept(left: str, right: str, language: str) -> None:
    assert tokenise(left, language).keys != tokenise(right, language).keys


def test_offsets_are_those_of_the_text_as_printed() -> None:
    text = "So — we can’t pay $1 trillion, no."
    tokens = tokenise(text, "en")
    assert tokens.keys == ("so", "we", "can", "not", "pay", "1000000000000", "dollar", "no")
    assert [tokens.raw(i, i + 1) for i in range(len(tokens))] == [
        "So", "we", "can’t", "can’t", "pay", "$1 trillion", "", "no",
    ]  # fmt: skip


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    assert tokenise("one two three", "en", 4, 7).starts == (4,)


@pytest.mark.parametrize(
    "text",
    ["²³ ½ ٣٤ 1e999 9" * 3, "9" * 5000 + " million", "1,,2..3::4", "one" + " hundred" * 5000],
)
def test_odd_numbers_are_words_like_others(text: str) -> None:
    assert len(tokenise(text, "en"))


def test_a_long_compound_is_no_number() -> None:
    assert len(tokenise("hundert" * 5000, "de")) == 1
