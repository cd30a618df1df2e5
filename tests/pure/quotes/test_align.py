"""Laying a quote into a stretch of the record."""

import time

import numpy as np

from editorial.quotes.align import Alignment, align


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
    record = [f"word{number * number % 4001}" for number in range(24_000)]
    quote = record[100:20_100]
    quote[::700] = ["altered"] * len(quote[::700])
    begin = time.process_time()
    found = laid(quote, record[90:])
    assert time.process_time() - begin < 5
    right = sum(pair == number + 10 for number, pair in enumerate(found.pairs))
    assert right > 0.99 * len(quote)
