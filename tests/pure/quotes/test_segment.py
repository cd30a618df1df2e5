"""Segments: the same table however it was put together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.quotes import segment
from editorial.quotes.segment import MAGIC, Segment, build, keyed, merge
from tests.pure.quotes.work import grows_in_a_straight_line

TEXTS = st.text(alphabet="abc '.\n", max_size=60) | st.text(max_size=40)


def found(table: Segment, words: str) -> list[int]:
    keys, following, _ = keyed(words)
    for _, length, low, high in table.stretches(keys, following.tolist(), np.array([0])):
        if length == len(keys):
            return sorted(table.positions(np.arange(low, high)).tolist())
    return []


def test_one_two_and_three_words_are_found_where_they_stand() -> None:
    table = Segment(build("a", "The port is shut. The port reopens; the port is shut again."))
    assert found(table, "the") == [0, 18, 36]
    assert found(table, "THE PORT") == [0, 18, 36]
    assert found(table, "the port is") == [0, 36]
    assert found(table, "port is open") == []
    assert found(table, "ferry") == []
    assert found(table, "again") == [53]


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_merged_segments_hold_each_entry_at_its_shifted_place(texts: list[str]) -> None:
    parts = [build(str(number), text) for number, text in enumerate(texts)]
    merged = Segment(b"".join(merge(parts)))
    assert merged.sources == [(str(number), len(text)) for number, text in enumerate(texts)]
    for word in ("a", "b c", "a b c"):
        expected = []
        for part, base in zip(map(Segment, parts), merged.bases, strict=False):
            expected += [base + position for position in found(part, word)]
        assert found(merged, word) == sorted(expected)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=3, max_size=6), st.integers(1, 2))
def test_the_order_of_merging_does_not_matter(texts: list[str], cut: int) -> None:
    parts = [build(str(number), text) for number, text in enumerate(texts)]
    steps = [b"".join(merge(parts[:cut])), b"".join(merge(parts[cut:]))]
    assert b"".join(merge(steps)) == b"".join(merge(parts))


def test_a_long_source_is_sorted_in_blocks_to_the_same_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = " ".join(f"word{number % 97} {number}" for number in range(900))
    whole = build("a", text)
    monkeypatch.setattr(segment, "_BLOCK", 64)
    monkeypatch.setattr(segment, "_PORTION", 50)
    assert build("a", text) == whole


def test_a_segment_is_read_in_place_from_any_buffer() -> None:
    held = bytearray(build("a", "The port is shut."))
    assert found(Segment(memoryview(held)), "port is shut") == [4]


@pytest.mark.parametrize("spoil", [b"", b"junk", MAGIC, MAGIC + bytes(16)])
def test_what_is_no_segment_is_refused(spoil: bytes) -> None:
    with pytest.raises(ValueError, match="segment"):
        Segment(spoil)


def test_a_segment_cut_short_is_refused() -> None:
    with pytest.raises(ValueError, match="cut short"):
        Segment(build("a", "The port is shut.")[:-1])


def test_a_source_twice_is_refused() -> None:
    one = build("a", "The port is shut.")
    with pytest.raises(ValueError, match="two of the segments"):
        merge([one, one])


def test_the_segment_of_prose_is_at_most_one_and_a_half_times_its_text() -> None:
    syllables = ["ka", "ro", "mi", "ten", "la", "su", "ve", "do"]
    vocabulary = [a + b + c for a in syllables for b in syllables for c in syllables]
    text = " ".join(vocabulary[number * number * 7 % 509] for number in range(12_000))
    assert len(build("a", text)) <= 1.5 * len(text.encode())


@pytest.mark.parametrize("unit", ['"', "word ", "a", "漢", "it is so "])
def test_time_is_linear_in_a_dull_text(unit: str) -> None:
    assert grows_in_a_straight_line(lambda size: build("a", unit * (size // len(unit))), 500_000)
