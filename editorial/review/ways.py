"""The words for how a person may know what the record does not tell."""

from editorial.workflow.words import SettlementKind

WAYS_WORDS: dict[SettlementKind, str] = {
    SettlementKind.HEARD: "Heard it said",
    SettlementKind.CALL_BACK: "Called back",
    SettlementKind.SECONDARY_ACCEPTED: "Secondary source accepted",
    SettlementKind.RECORD_ERRS: "The record errs",
}
