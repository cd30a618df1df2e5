"""The difference of two texts as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.document.content import Content
from editorial.document.difference import FieldChange, difference
from editorial.web.prose import Piece, ProseBlock, pieces, prose

FIELD_WORDS = {
    "headline": "Headline",
    "summary": "Summary",
    "dateline_place": "Place of the dateline",
    "dateline_date": "Date of the dateline",
    "byline": "Byline",
    "language": "Language",
}
# Codes, not prose: half of one replaced can't be read.
WHOLE = frozenset({"dateline_date", "language"})


@dataclass(frozen=True, slots=True)
class Changes:
    """``fields`` are labels with their words, ``blocks`` what ``macros/difference.html`` draws;
    both are empty where nothing differs."""

    fields: tuple[tuple[str, tuple[Piece, ...]], ...]
    blocks: tuple[ProseBlock, ...]
    inserted: int
    deleted: int
    moved: int


def changes(before: Content, after: Content, labels: Mapping[str, str] = FIELD_WORDS) -> Changes:
    """What became of ``before``; ``labels`` name the fields where readers have other words."""
    found = difference(before, after)
    body = any(change.kind != "kept" or change.moved for change in found.blocks)
    return Changes(
        fields=tuple((labels[change.field], _words(change)) for change in found.fields),
        blocks=tuple(prose(found)) if body else (),
        inserted=found.words_inserted,
        deleted=found.words_deleted,
        moved=sum(change.moved for change in found.blocks),
    )


def _words(change: FieldChange) -> tuple[Piece, ...]:
    if change.field not in WHOLE:
        return pieces(change.runs)
    told = ((change.before, "removed"), (" ", "same"), (change.after, "added"))
    return tuple((text, kind) for text, kind in told if text)
