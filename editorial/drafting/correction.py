"""Giving a quote the record's words: the fewest edits of the story that make it true."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editorial.document.plain import PlainText
from editorial.pipeline.shown import BORNE_OUT
from editorial.quotes.finding import Difference, Finding
from editorial.quotes.quotation import Part, Quotation

Check = Callable[[Quotation], Finding]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of a block's letters ``start:end`` (code points)."""

    block: str
    start: int
    end: int
    text: str


def correction(
    quotation: Quotation, finding: Finding, story: PlainText, check: Check
) -> tuple[Edit, ...]:
    """What turns the differing words of the quote into the record's, in the order of the text.

    Marks, cuts and whatever style allows stay as they were. Empty where that would not bear the
    quote out: words of another speaker, of nobody, or put together from several places.
    """
    if finding.verdict not in ("altered", "meaning_changed") or len(finding.passages) != 1:
        return ()
    changes = [_change(quotation.text, one) for one in finding.differences if not one.allowed]
    if not changes:
        return ()
    corrected = quotation.text
    for start, end, words in reversed(changes):
        corrected = corrected[:start] + words + corrected[end:]
    as_said = replace(quotation, text=corrected, parts=(Part(0, len(corrected)),))
    found = check(as_said)
    if found.verdict not in BORNE_OUT:
        return ()
    edits = [_edit(quotation, story, change) for change in changes]
    return () if None in edits else tuple(edit for edit in edits if edit)


def _change(text: str, one: Difference) -> tuple[int, int, str]:
    """The place in the quote's words and what belongs there, with the space that goes with it."""
    start, end = one.quote_start, one.quote_end
    before = start > 0 and not text[start - 1].isspace()
    after = end < len(text) and not text[end].isspace()
    if not one.record:
        if start > 0 and text[start - 1].isspace():
            return start - 1, end, ""
        while end < len(text) and text[end].isspace():
            end += 1
        return start, end, ""
    if start == end and one.record[0].isalnum():
        return start, end, (" " if before else "") + one.record + (" " if after else "")
    return start, end, one.record


def _edit(quotation: Quotation, story: PlainText, change: tuple[int, int, str]) -> Edit | None:
    """The change in the story's own letters; None where it would reach out of a part."""
    start, end, words = change
    reached = 0
    for part in quotation.parts:
        length = part.end - part.start
        if reached <= start and end <= reached + length:
            place = story.position(part.start + start - reached)
            if place is None:
                return None
            block, offset = place
            return Edit(block, offset, offset + end - start, words)
        reached += length + 1
    return None
