"""The bars of a plot stand within it and say their numbers."""

import pytest

from editorial.board.plot import HEIGHT, WIDTH, duration, plot
from editorial.board.stuck import Figure


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "under 1 min"),
        (59, "under 1 min"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
        (86_400, "1 d"),
        (90_000, "1 d 1 h"),
        (86_460, "1 d"),
    ],
)
def test_a_duration_has_its_two_largest_units(seconds: int, words: str) -> None:
    assert duration(seconds) == words


def test_bars_stand_within_the_plot_and_keep_their_ratio() -> None:
    drawn = plot([Figure(3, 600, 1200), None, Figure(1, 300, 300)], ["a", "b", "c"])
    first, none, last = drawn.bars
    assert (first.height, last.height) == (2 * last.height, last.height)
    assert none.drawn is False
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH
        assert 0 <= bar.reach <= bar.y <= drawn.base <= HEIGHT
    assert "10 min in the middle" in first.words
    assert drawn.top == "20 min"


def test_nothing_is_an_empty_plot() -> None:
    assert not any(bar.drawn for bar in plot([None] * 12, ["w"] * 12).bars)
