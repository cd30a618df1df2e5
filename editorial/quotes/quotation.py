"""A quotation as it stands in a story."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["direct", "partial", "headline", "scare", "title"]


@dataclass(frozen=True, slots=True)
class Part:
    """Offsets in the story's text, quotation marks excluded: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks given as someone's own.

    ``parts`` has more than one item when the attribution interrupts the quote or when it runs
    over paragraphs; ``start`` and ``end`` are the outer bounds. ``text`` joins the parts with
    one space. ``speaker`` is the name as written, at ``speaker_start:speaker_end``;
    ``speaker_resolved`` is the full name behind a pronoun or a last name, where the story tells
    it. ``outer_speaker`` is the one who relayed it ("…, Sanders said, according to CNN").
    ``confidence`` runs from 0 to 1 and speaks of the attribution.
    """

    parts: tuple[Part, ...]
    start: int
    end: int
    text: str
    kind: Kind = "direct"
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_resolved: str | None = None
    outer_speaker: str | None = None
    cue: str | None = None
    confidence: float = 0.0
    language: str = field(default="en")
