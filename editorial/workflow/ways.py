"""How a person may know what the record does not tell: it has to fit what was found."""

from editorial.workflow.words import SettlementKind

BORNE_OUT = frozenset({"verbatim", "light_edit"})
# The words stand there as they are quoted; only whose they are is asked.
AS_QUOTED = BORNE_OUT | {"misattributed"}


def ways(verdict: str, *, relayed: bool) -> tuple[SettlementKind, ...]:
    """What can be said of such a finding; ``relayed``: second hand, or from another's report.

    A record that is silent, or has the very words, can't err; and a secondary source can be
    accepted only for what it says.
    """
    found = [SettlementKind.HEARD, SettlementKind.CALL_BACK]
    if relayed and verdict in AS_QUOTED:
        found.append(SettlementKind.SECONDARY_ACCEPTED)
    if verdict not in BORNE_OUT | {"not_found"}:
        found.append(SettlementKind.RECORD_ERRS)
    return tuple(found)
