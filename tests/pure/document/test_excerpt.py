"""A stretch of text around what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.document.excerpt import excerpt

LONG = "one " * 100 + "the Şükürlü ferry left " + "two " * 100


def marked(text: str, *words: str) -> str:
    pieces = excerpt(text, set(words))
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)


def test_the_words_stand_apart_as_they_were_written() -> None:
    assert marked("The  Ferry\nleft.", "ferry") == "The [Ferry] left."
    assert marked("The ferry left the ferry.", "ferry", "left") == "The [ferry] [left] the [ferry]."
    assert marked("Nobody came.", "ferry") == ""
    assert marked("Ferrying is no ferry", "ferry") == "Ferrying is no [ferry]"


def test_a_long_text_is_cut_at_words_around_the_first_that_was_found() -> None:
    shown = marked(LONG, "sukurlu")
    assert shown.startswith("… one")
    assert shown.endswith("two …")
    assert "the [Şükürlü] ferry left" in shown
    assert len(shown) < 240


@pytest.mark.parametrize("text", ["x" * 900, "x" * 300 + " " + "y" * 900])
def test_a_word_without_end_is_shown_whole(text: str) -> None:
    word = text.split()[-1]
    assert f"[{word}]" in marked(text, word)


@given(st.text(), st.lists(st.text(min_size=1, max_size=6), max_size=4))
def test_nothing_is_said_that_the_text_does_not_say(text: str, words: list[str]) -> None:
    pieces = excerpt(text, set(words))
    plain = " ".join(text.split())
    body = "".join(piece.text for piece in pieces)
    inner = body.removeprefix("… ") if pieces and pieces[0].text == "… " else body
    inner = inner.removesuffix(" …") if pieces and pieces[-1].text == " …" else inner
    assert inner in plain or body in plain
