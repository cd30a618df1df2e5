"""What the check says of one quotation."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "verbatim",
    "light_edit",
    "altered",
    "meaning_changed",
    "misattributed",
    "spliced",
    "not_found",
]
Change = Literal["insert", "delete", "replace"]
DifferenceClass = Literal[
    "typography",
    "case",
    "filler",
    "ellipsis",
    "bracket",
    "sic",
    "spelling",
    "number_form",
    "contraction",
    "transcript_noise",
    "punctuation",
    "word",
    "negation",
    "number",
    "modal",
    "subject",
    "condition",
    "hedge",
    "cut",
    "name",
    "opposite",
    "quantity",
    "attribution",
    "question",
    "retraction",
    "scope",
]


@dataclass(frozen=True, slots=True)
class Passage:
    """The place in a source that a quote comes from.

    ``start`` and ``end`` are character offsets in the source's text; ``text`` is exactly that
    slice; ``speaker`` is who speaks there, as the source labels the turn.
    """

    source: str
    start: int
    end: int
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One operation that turns the record's words into the quote's.

    ``record`` and ``quote`` are the words on either side ("" where there are none);
    ``quote_start:quote_end`` are offsets in ``Quotation.text``, ``record_start:record_end``
    offsets in the source's text. ``allowed`` is true when style permits the edit.
    """

    change: Change
    kind: DifferenceClass
    record: str
    quote: str
    quote_start: int
    quote_end: int
    record_start: int
    record_end: int
    allowed: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The check's answer for one quotation: facts, not a score.

    ``passages`` holds the passage (several when the quote is spliced); ``others`` the same words
    elsewhere in the record. ``speaker_matches`` is None when it can't be told. ``second_hand``:
    the words are in the record only because someone asked or was quoting another.
    ``secondary_source``: the only match is in another outlet's report. ``terms``: the strictest
    terms among the matched sources. ``reason`` is one sentence for a person.
    """

    verdict: Verdict
    passages: tuple[Passage, ...] = ()
    others: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    speaker_matches: bool | None = None
    second_hand: bool = False
    secondary_source: bool = False
    foreign_language: bool = False
    terms: str = "on_the_record"
    reason: str = ""
