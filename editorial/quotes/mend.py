"""What a writer can do to a quote's own words so that the record bears it out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from editorial.quotes.finding import Difference, DifferenceClass, Finding
from editorial.quotes.quotation import Part, Quotation

Check = Callable[[Quotation], Finding]

BORNE_OUT = ("verbatim", "light_edit")
# A “not” or a condition is no mere cut or insertion: a mark would only dress up what is false.
CUTS: frozenset[DifferenceClass] = frozenset({"cut", "word"})
INSERTIONS: frozenset[DifferenceClass] = frozenset({"word"})
# The milder first.
WEIGHT = (*BORNE_OUT, "spliced", "altered", "meaning_changed", "misattributed", "not_found")


@dataclass(frozen=True, slots=True)
class Change:
    """Put ``words`` in the place of ``Quotation.text[start:end]``."""

    start: int
    end: int
    words: str


def use_record(quotation: Quotation, finding: Finding, check: Check) -> tuple[Change, ...]:
    """The differing words turned into the record's; marks, cuts and whatever style allows stay.

    Empty where that would not bear the quote out: words of another speaker, of nobody, or put
    together from several places.
    """
    if finding.verdict not in ("altered", "meaning_changed") or len(finding.passages) != 1:
        return ()
    changes = tuple(_said(quotation.text, one) for one in _open(finding))
    found = _checked(quotation, changes, check)
    return changes if found is not None and found.verdict in BORNE_OUT else ()


def mark_cuts(quotation: Quotation, finding: Finding, check: Check) -> tuple[Change, ...]:
    """An ellipsis wherever words of the record were left out within the quote."""
    size = len(quotation.text)
    cuts = [one for one in _open(finding) if one.kind in CUTS and not one.quote]
    changes = [
        _ellipsis(quotation.text, one.quote_start) for one in cuts if 0 < one.quote_start < size
    ]
    return _if_it_helps(quotation, finding, changes, check)


def bracket(quotation: Quotation, finding: Finding, check: Check) -> tuple[Change, ...]:
    """Brackets around the words that the record does not have."""
    changes = []
    for one in _open(finding):
        if one.kind in INSERTIONS and one.quote:
            changes += [
                Change(one.quote_start, one.quote_start, "["),
                Change(one.quote_end, one.quote_end, "]"),
            ]
    return _if_it_helps(quotation, finding, changes, check)


def _open(finding: Finding) -> list[Difference]:
    return [one for one in finding.differences if not one.allowed]


def _if_it_helps(
    quotation: Quotation, finding: Finding, changes: Iterable[Change], check: Check
) -> tuple[Change, ...]:
    """The changes, where they leave less to look at than before and nothing worse."""
    found = tuple(changes)
    after = _checked(quotation, found, check)
    if after is None:
        return ()
    milder = WEIGHT.index(after.verdict) <= WEIGHT.index(finding.verdict)
    fewer = len(_open(after)) < len(_open(finding))
    return found if after.verdict in BORNE_OUT or (milder and fewer) else ()


def _checked(quotation: Quotation, changes: tuple[Change, ...], check: Check) -> Finding | None:
    if not changes:
        return None
    text = quotation.text
    for one in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: one.start] + one.words + text[one.end :]
    return check(replace(quotation, text=text, parts=(Part(0, len(text)),)))


def _said(text: str, one: Difference) -> Change:
    """The record's words at their place in the quote, with the space that goes with them."""
    start, end = one.quote_start, one.quote_end
    before = start > 0 and not text[start - 1].isspace()
    after = end < len(text) and not text[end].isspace()
    if not one.record:
        if start > 0 and text[start - 1].isspace():
            return Change(start - 1, end, "")
        while end < len(text) and text[end].isspace():
            end += 1
        return Change(start, end, "")
    if start == end and one.record[0].isalnum():
        return Change(start, end, (" " if before else "") + one.record + (" " if after else ""))
    return Change(start, end, one.record)


def _ellipsis(text: str, at: int) -> Change:
    before = "" if text[at - 1].isspace() else " "
    after = "" if text[at].isspace() else " "
    return Change(at, at, f"{before}…{after}")
