"""Which places explain a quote, and in what order."""

import numpy as np

from editorial.quotes.candidate import Candidate, in_order

RARITY = np.array([4.0, 3.0, 2.0, 1.0])


def candidate(words: str, low: int, source: int = 0) -> Candidate:
    """A candidate that holds the words marked ``x``."""
    covered = np.array([word == "x" for word in words])
    score = float(RARITY[covered].sum() / RARITY.sum())
    return Candidate(source, low, low, covered, score)


def test_places_that_explain_the_quote_together_come_first() -> None:
    whole, echo, rest = candidate("xx--", 0), candidate("x---", 9_000), candidate("--xx", 5_000)
    ordered, explained = in_order([echo, rest, whole], RARITY, 40, 8)
    assert [each.low for each in ordered] == [0, 5_000]
    assert explained == 1.0


def test_a_rival_of_nearly_the_same_words_is_named() -> None:
    ordered, _ = in_order([candidate("xxxx", 0), candidate("xxx-", 9_000)], RARITY, 40, 8)
    assert [each.low for each in ordered] == [0, 9_000]


def test_what_continues_behind_a_cut_widens_the_place() -> None:
    ordered, _ = in_order([candidate("xx--", 0), candidate("--xx", 300)], RARITY, 40, 8)
    assert [(each.low, each.high, each.score) for each in ordered] == [(0, 300, 1.0)]


def test_the_same_stretch_of_another_source_is_a_place_of_its_own() -> None:
    ordered, _ = in_order([candidate("xx--", 0), candidate("--xx", 300, source=1)], RARITY, 40, 8)
    assert [each.source for each in ordered] == [0, 1]


def test_no_more_than_asked_for_and_nothing_of_nothing() -> None:
    found = [candidate("xxxx", 9_000 * number) for number in range(5)]
    assert len(in_order(found, RARITY, 40, 2)[0]) == 2
    assert in_order([], RARITY, 40, 2) == ([], 0.0)
