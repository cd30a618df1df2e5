"""A record made so that finding who speaks takes long takes no longer than others of its length."""

import pytest

from editorial.quotes.subjects import SENTENCE
from editorial.quotes.turns import find_turns
from tests.within import within


@pytest.mark.parametrize(
    "text",
    ["Name (" + ("\n" + " " * 30) * 20 + "x\n", "Ab" + " " * 200_000, "(a(b)" * 50_000],
    ids=["an aside that never ends", "spaces", "brackets"],
)
def test_turns_are_found_in_the_time_of_a_text_of_that_length(text: str) -> None:
    with within(5):
        find_turns(text)


def test_an_aside_goes_on_over_a_line() -> None:
    text = "Ann Berg (Minister\n   for Works): It rained.\n\nTom Vale: It did.\n"
    assert [turn.speaker for turn in find_turns(text).turns if turn.speaker] == [
        "Ann Berg",
        "Tom Vale",
    ]


def test_a_long_word_of_a_story_is_not_tried_from_each_of_its_letters() -> None:
    with within(5):
        assert SENTENCE.search("a" * 200_000 + "b") is None
    assert [one[1] for one in SENTENCE.finditer("By Mr. Roe. “It is.” 3! Done")] == [
        "Mr",
        "Roe",
        "is",
        "",
    ]
