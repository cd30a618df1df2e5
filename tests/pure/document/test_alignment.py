import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.document import alignment
from editorial.document.alignment import Stretch, align, longest_rising

sequences = st.lists(st.sampled_from("abcd"), max_size=14)


def lcs(old: list[str], new: list[str]) -> int:
    row = [0] * (len(new) + 1)
    for item in old:
        last = row[:]
        for place, other in enumerate(new):
            row[place + 1] = last[place] + 1 if item == other else max(row[place], last[place + 1])
    return row[-1]


def check(old: list[str], new: list[str]) -> int:
    """The number of items kept; asserts that they are equal, in order and no run is split."""
    ends = None
    for start, place, size in align(old, new):
        assert size > 0
        assert old[start : start + size] == new[place : place + size]
        if ends:
            assert start >= ends[0]
            assert place >= ends[1]
            assert (start, place) != ends
        ends = (start + size, place + size)
    return sum(stretch.size for stretch in align(old, new))


@settings(max_examples=150, deadline=None)
@given(sequences, sequences)
def test_the_most_that_can_stay_stays(old: list[str], new: list[str]) -> None:
    assert check(old, new) == lcs(old, new)


@settings(max_examples=100, deadline=None)
@given(sequences, sequences)
def test_a_huge_comparison_stays_true_though_not_the_best(old: list[str], new: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "MAX_PAIRS", 2)
        check(old, new)


def test_a_huge_comparison_is_cut_at_what_both_have_once() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "MAX_PAIRS", 2)
        assert align("xxA1BxxxC", "yA2yyByC") == [
            Stretch(2, 1, 1),
            Stretch(4, 5, 1),
            Stretch(8, 7, 1),
        ]


def test_equal_sequences_are_one_stretch() -> None:
    assert align("abc", "abc") == [Stretch(0, 0, 3)]
    assert align("", "") == []
    assert align("", "abc") == []


def test_hundreds_of_thousands_of_words_take_no_time_that_grows_with_their_square() -> None:
    old = [n % 7 for n in range(300_000)]
    new = [n % 5 for n in range(300_000)]
    assert align(old, new)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_the_longest_rising_row_rises_and_is_longest(values: list[int]) -> None:
    chain = [values[index] for index in longest_rising(values)]
    assert chain == sorted(chain)
    best = [1] * len(values)
    for end in range(len(values)):
        for start in range(end):
            if values[start] < values[end]:
                best[end] = max(best[end], best[start] + 1)
    assert len(chain) == max(best, default=0)
