"""Laying a quote into a stretch of the record."""

import numpy as np

from editorial.quotes.align import Alignment, align
from tests.pure.quotes.work import grows_in_a_straight_line


def laid(quote: list[str], record: list[str]) -> Alignment:
    cost = np.full(len(record), 0.5)
    return align(quote, record, cost, [False] * len(quote), frozenset())


def test_a_quote_is_laid_on_its_words() -> None:
    record = [
        "yes",
        "well",
        "we",
        "must",
        "not",
        "close",
        "the",
        "harbour",
        "before",
        "winter",
        "comes",
    ]
    exact = laid(["not", "close", "the", "harbour"], record)
    assert exact.pairs == (4, 5, 6, 7)
    assert exact.cost == 0
    changed = laid(["must", "not", "open", "the", "harbour"], record)
    assert changed.pairs == (3, 4, 5, 6, 7)
    assert changed.same == (True, True, False, True, True)


def test_a_very_long_quote_is_laid_in_linear_time() -> None:
    def lay(size: int) -> None:
        record = [f"word{number * number % 4001}" for number in range(size + 400)]
        quote = record[100 : size + 100]
        quote[::100] = ["altered"] * len(quote[::100])
        found = laid(quote, record[90:])
        right = sum(pair == number + 10 for number, pair in enumerate(found.pairs))
        assert right > 0.98 * len(quote)

    assert grows_in_a_straight_line(lay, 1_500)
