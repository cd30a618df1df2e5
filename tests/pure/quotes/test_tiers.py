"""An archive stays in few segments, and rarely copies what it has."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes.tiers import APART, LARGEST, due


def grown(sources: list[int]) -> tuple[dict[str, int], int, int]:
    """After attaching sources of these sizes one by one: the segments, the most that there were
    after an attachment, and the bytes written."""
    held: dict[str, int] = {}
    most = written = 0
    for number, size in enumerate(sources):
        held[str(number)] = size
        while names := due(held):
            merged = sum(held.pop(name) for name in names)
            held[names[0]] = merged
            written += merged
        most = max(most, len(held))
    return held, most, written


def test_segments_of_very_different_size_stay_apart() -> None:
    assert due({}) == []
    assert due({"a": 10}) == []
    assert due({"a": 1_000, "b": 30, "c": 100}) == []


def test_a_segment_is_merged_with_what_is_smaller() -> None:
    assert due({"a": 1_000, "b": 90, "c": 50}) == ["c", "b"]
    assert due({"a": 1_000, "b": 300, "c": 300}) == ["b", "c", "a"]


def test_a_segment_never_grows_beyond_its_positions() -> None:
    assert due(dict.fromkeys("ab", LARGEST // 2 + 1)) == []
    assert due({"a": LARGEST, "b": 5, "c": 5}) == ["b", "c"]


@settings(deadline=None, max_examples=20)
@given(st.integers(8_000, 400_000))
def test_an_archive_of_three_thousand_sources_keeps_few_segments(size: int) -> None:
    held, most, written = grown([size] * 3_000)
    assert sum(held.values()) == 3_000 * size
    assert most <= 10
    assert written <= 20 * 3_000 * size


@settings(deadline=None)
@given(st.lists(st.integers(1, 1 << 22), max_size=200))
def test_nothing_is_lost_whatever_the_sizes(sizes: list[int]) -> None:
    held, _, _ = grown(sizes)
    assert sum(held.values()) == sum(sizes)
    kept = sorted(held.values())
    assert all(each > APART * sum(kept[:number]) for number, each in enumerate(kept))
