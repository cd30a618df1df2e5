"""The two wordings of a quote, the story's and the record's, cut where they differ."""

from collections.abc import Iterable

from editorial.quotes.finding import Finding, Passage
from editorial.quotes.quotation import Quotation

Pieces = tuple[tuple[str, str], ...]
Cut = tuple[int, int, str]
GAP = (" … ", "gap")


def in_the_story(quotation: Quotation, finding: Finding) -> Pieces:
    """The quote's words as (text, kind): same, allowed (style permits it) or differs."""
    if not finding.passages:
        return ()
    return _pieces(
        quotation.text,
        0,
        ((one.quote_start, one.quote_end, _kind(one.allowed)) for one in finding.differences),
    )


def in_the_record(finding: Finding) -> Pieces:
    """The passage's words; between the passages of a spliced quote stands a ``gap``."""
    pieces: list[tuple[str, str]] = []
    for passage in finding.passages:
        if pieces:
            pieces.append(GAP)
        pieces += _passage(passage, finding)
    return tuple(pieces)


def _passage(passage: Passage, finding: Finding) -> Pieces:
    return _pieces(
        passage.text,
        passage.start,
        ((one.record_start, one.record_end, _kind(one.allowed)) for one in finding.differences),
    )


def _pieces(text: str, start: int, cuts: Iterable[Cut]) -> Pieces:
    """``text``, whose first letter stands at ``start``, cut at what lies within it."""
    pieces: list[tuple[str, str]] = []
    reached, stop = start, start + len(text)
    for begin, end, kind in sorted(cuts):
        begin, end = max(begin, reached), min(end, stop)
        if begin >= end:
            continue
        if reached < begin:
            pieces.append((text[reached - start : begin - start], "same"))
        pieces.append((text[begin - start : end - start], kind))
        reached = end
    if reached < stop:
        pieces.append((text[reached - start :], "same"))
    return tuple(pieces)


def _kind(allowed: bool) -> str:
    return "allowed" if allowed else "differs"
