"""What can be done to a quote, as edits of the story."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from editorial.document.plain import PlainText
from editorial.pipeline.quote import Quote
from editorial.quotes.mend import Change, Check, bracket, mark_cuts, use_record
from editorial.quotes.name_in_print import right_speaker
from editorial.quotes.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of a block's letters ``start:end`` (code points)."""

    block: str
    start: int
    end: int
    text: str


def corrections(quote: Quote, story: PlainText, check: Check) -> dict[str, Any]:
    """``edits`` that give it the record's words, ``ellipses`` that mark its cuts, ``brackets``
    around what it adds, and ``rename``, the one edit that names who really speaks (or None). Each
    in the order of the text; empty where it would not help, or what helps may not be told."""
    if quote.concealed:
        return {"edits": [], "ellipses": [], "brackets": [], "rename": None}
    said, finding = quote.quotation, quote.finding
    return {
        "edits": _edits(said, story, use_record(said, finding, check)),
        "ellipses": _edits(said, story, mark_cuts(said, finding, check)),
        "brackets": _edits(said, story, bracket(said, finding, check)),
        "rename": _rename(said, story, right_speaker(said, finding, story.text, check)),
    }


def _edits(said: Quotation, story: PlainText, changes: Sequence[Change]) -> list[dict[str, Any]]:
    edits = [_edit(said, story, change) for change in changes]
    return [] if None in edits else [asdict(edit) for edit in edits if edit]


def _edit(said: Quotation, story: PlainText, change: Change) -> Edit | None:
    """The change in the story's own letters; None where it would reach out of a part."""
    reached = 0
    for part in said.parts:
        length = part.end - part.start
        if reached <= change.start and change.end <= reached + length:
            place = story.position(part.start + change.start - reached)
            if place is None:
                return None
            block, offset = place
            return Edit(block, offset, offset + change.end - change.start, change.words)
        reached += length + 1
    return None


def _rename(said: Quotation, story: PlainText, name: str) -> dict[str, Any] | None:
    if not name or said.speaker_start is None or said.speaker_end is None:
        return None
    place = story.position(said.speaker_start)
    return (
        None
        if place is None
        else asdict(Edit(*place, place[1] + said.speaker_end - said.speaker_start, name))
    )
