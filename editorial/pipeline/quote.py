"""A quote as the desk holds it: what stands in the text, what the check found, who vouched."""

import hashlib
from dataclasses import dataclass

from editorial.document.canonical import canonical
from editorial.models.settlement import Settlement
from editorial.quotes.finding import Finding
from editorial.quotes.openness import can_be_settled, is_open
from editorial.quotes.quotation import Quotation
from editorial.workflow.ways import ways
from editorial.workflow.words import SettlementKind


@dataclass(frozen=True, slots=True)
class Quote:
    """``key`` names the exact words, their speaker and what was found of them.

    ``was_there``: a source that has been detached since says something of it. ``concealed``: what
    it was checked against is confidential, and not told here.
    """

    key: str
    quotation: Quotation
    finding: Finding
    settlement: Settlement | None = None
    overridden: bool = False
    was_there: bool = False
    concealed: bool = False

    @property
    def open_by_record(self) -> bool:
        """The record alone does not bear it out."""
        return is_open(self.quotation, self.finding)

    @property
    def open(self) -> bool:
        """Neither borne out, nor settled, nor overridden."""
        return self.open_by_record and self.settlement is None and not self.overridden

    @property
    def can_be_settled(self) -> bool:
        """False for words not given on the record."""
        return can_be_settled(self.finding)

    @property
    def is_absent(self) -> bool:
        """No record that the desk was ever given says anything of it."""
        return self.finding.verdict == "not_found" and not self.was_there

    @property
    def ways(self) -> tuple[SettlementKind, ...]:
        """What someone who vouches for it may say."""
        finding = self.finding
        return ways(finding.verdict, relayed=finding.second_hand or finding.secondary_source)

    @property
    def counts(self) -> bool:
        """Scare quotes and titles are nobody's words."""
        return self.quotation.kind not in ("scare", "title")


def quote_key(quotation: Quotation, finding: Finding) -> str:
    """SHA-256 over the words, the speaker and everything that keeps the quote open.

    A settlement is about this and nothing else: when the words change, or the speaker, or when a
    new source turns "not found" into "someone else's words", nobody has vouched for that yet.
    """
    speaker = quotation.speaker_resolved or quotation.speaker or ""
    return hashlib.sha256(
        canonical(
            [
                quotation.text,
                speaker,
                finding.verdict,
                finding.second_hand,
                finding.secondary_source,
                finding.terms,
            ]
        )
    ).hexdigest()
