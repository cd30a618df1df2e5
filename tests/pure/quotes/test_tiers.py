"""An archive stays in few segments, and rarely copies what it has."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes.tiers import LARGEST, SMALLEST, due


def grown(sources: list[int]) -> tuple[dict[str, int], int]:
    """The segments after attaching sources of these sizes one by one, and the bytes written."""
    held: dict[str, int] = {}
    written = 0
    for number, size in enumerate(sources):
        held[str(number)] = size
        while names := due(held):
            merged = sum(held.pop(name) for name in names)
            held[names[0]] = merged
            written += merged
    return held, written


def test_few_segments_need_no_merge() -> None:
    assert due({}) == []
    assert due({"a": 10, "b": 20, "c": 30}) == []


def test_segments_of_one_size_are_merged_with_what_is_smaller() -> None:
    sizes = dict.fromkeys("abcd", 20 * SMALLEST)
    assert due(sizes | {"e": 5, "f": 900 * SMALLEST}) == ["a", "b", "c", "d", "e"]


def test_a_segment_never_grows_beyond_its_positions() -> None:
    assert due(dict.fromkeys("abcd", LARGEST // 3)) == []


@settings(deadline=None, max_examples=20)
@given(st.integers(8_000, 400_000))
def test_an_archive_of_three_thousand_sources_keeps_few_segments(size: int) -> None:
    held, written = grown([size] * 3_000)
    assert sum(held.values()) == 3_000 * size
    assert len(held) <= 20
    assert written <= 20 * 3_000 * size


@settings(deadline=None)
@given(st.lists(st.integers(0, 1 << 22), max_size=200))
def test_nothing_is_lost_whatever_the_sizes(sizes: list[int]) -> None:
    held, _ = grown(sizes)
    assert sum(held.values()) == sum(sizes)
    assert due(held) == []
