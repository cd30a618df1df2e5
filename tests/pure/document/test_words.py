import pytest

from editorial.document.words import count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("– … “”", 0),
        ("It’s a two-day meeting", 4),
        ("$61.4 billion, he said", 4),
        ("one\ntwo", 2),
        ("“We must,” he said", 4),
        ("Çankaya’da söyledi", 2),
        ("end.Next -dash- o'clock'", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (100, 1), (356, 1), (358, 2), (476, 2), (2380, 10)]
)
def test_reading_takes_a_minute_at_least(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes
