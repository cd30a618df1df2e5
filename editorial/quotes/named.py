"""The one a source word leads to, read off the signs of a sentence (see ``frame``)."""

from editorial.quotes.clauses import NOUNS


def named(signs: str, noun: int, high: int) -> int:
    """The name in "said the president of the union, Jay Roe": the place of the name."""
    if signs[noun] != "C":
        return noun
    i = noun + 1
    while i + 1 < high and signs[i] == "p" and signs[i + 1] in "NCDw":
        i += 2
    if i + 1 < high and signs[i] == "," and signs[i + 1] == "N":
        return i + 1
    return noun


def next_noun(signs: str, i: int, high: int) -> int:
    while i < high and signs[i] in "TpawjdhVo":
        i += 1
    return i if i < high and (signs[i] in NOUNS or signs[i] == "D") else -1


def source(signs: str, i: int, high: int) -> int:
    """The one "according to" leads to, by name where an apposition gives it; or -1."""
    noun = next_noun(signs, i, high)
    return named(signs, noun, high) if noun >= 0 else -1
