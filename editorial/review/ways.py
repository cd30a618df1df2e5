"""How a person may know what the record does not tell, quote by quote."""

from editorial.models.settlement import SettlementKind
from editorial.quotes.finding import Finding

WAYS_WORDS: dict[SettlementKind, str] = {
    SettlementKind.HEARD: "Heard it said",
    SettlementKind.CALL_BACK: "Called back",
    SettlementKind.SECONDARY_ACCEPTED: "Secondary source accepted",
    SettlementKind.RECORD_ERRS: "The record errs",
}


def ways(finding: Finding) -> tuple[SettlementKind, ...]:
    """What can be said of such a finding: a record that is silent can't err, and only where the
    words come from another's report is there a secondary source to accept."""
    found = [SettlementKind.HEARD, SettlementKind.CALL_BACK]
    if finding.second_hand or finding.secondary_source:
        found.append(SettlementKind.SECONDARY_ACCEPTED)
    if finding.verdict != "not_found":
        found.append(SettlementKind.RECORD_ERRS)
    return tuple(found)
