"""A record made so that finding who speaks takes long takes no longer than others of its length."""

import pytest

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
