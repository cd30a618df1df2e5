"""Whether a quote still waits for a person."""

from editorial.quotes.finding import Finding
from editorial.quotes.quotation import Quotation

_CHECKED = frozenset({"direct", "partial", "headline"})
_CLEAN = frozenset({"verbatim", "light_edit"})


def is_open(quotation: Quotation, finding: Finding) -> bool:
    """Whether the quote holds up an approval: it is neither verbatim nor a light edit, or the
    words are there only second hand, in another outlet's report, or not on the record."""
    if quotation.kind not in _CHECKED:
        return False
    return (
        finding.verdict not in _CLEAN
        or finding.second_hand
        or finding.secondary_source
        or finding.terms != "on_the_record"
    )


def can_be_settled(finding: Finding) -> bool:
    """Whether a person may vouch for it. Words given on background or off the record can't be
    settled; a publisher may only override."""
    return finding.terms == "on_the_record"
