"""What may be said of a finding, against a written expectation."""

import pytest

from editorial.workflow.ways import ways
from editorial.workflow.words import SettlementKind

H, C = SettlementKind.HEARD, SettlementKind.CALL_BACK
S, R = SettlementKind.SECONDARY_ACCEPTED, SettlementKind.RECORD_ERRS


@pytest.mark.parametrize(
    ("verdict", "relayed", "expected"),
    [
        ("not_found", False, (H, C)),
        ("not_found", True, (H, C)),
        ("verbatim", False, (H, C)),
        ("verbatim", True, (H, C, S)),
        ("light_edit", True, (H, C, S)),
        ("misattributed", False, (H, C, R)),
        ("misattributed", True, (H, C, S, R)),
        ("altered", False, (H, C, R)),
        ("altered", True, (H, C, R)),
        ("meaning_changed", True, (H, C, R)),
        ("spliced", True, (H, C, R)),
    ],
)
def test_a_settlement_says_what_fits_the_finding(
    verdict: str, relayed: bool, expected: tuple[SettlementKind, ...]
) -> None:
    assert ways(verdict, relayed=relayed) == expected
