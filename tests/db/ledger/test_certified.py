"""An entry that certifies a text, written by one who may write entries, and what it is worth."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from editorial.ledger.account import CERTIFY
from editorial.models.log_entry import LogEntry
from editorial.models.saving import saving
from editorial.pipeline.record import record
from tests.db.ledger.agency import Agency


def certified(agency: Agency) -> dict[str, Any]:
    """What the house certified."""
    body = agency.room.read().scalar(select(LogEntry.body).where(LogEntry.action == CERTIFY))
    assert body is not None
    details: dict[str, Any] = json.loads(body)["details"]
    return details


def certify(agency: Agency, details: dict[str, Any]) -> str:
    """The fault that another entry with these details makes."""
    with saving() as session:
        record(session, None, CERTIFY, agency.room.time, details=details)
    return str(agency.fault())


def test_the_same_again_is_no_fault(agency: Agency) -> None:
    assert certify(agency, certified(agency)) == "None"


def test_no_entry_at_all_certifies_nothing(agency: Agency) -> None:
    details = {**certified(agency), "entries": {}}
    assert "certifies no filing, approval and publication" in certify(agency, details)


@pytest.mark.parametrize("missing", ["entries", "dispatch", "revision", "evidence"])
def test_what_says_too_little_is_a_fault(agency: Agency, missing: str) -> None:
    details = certified(agency)
    del details[missing]
    assert "what it certifies can't be read" in certify(agency, details)


def test_an_approval_is_no_filing(agency: Agency) -> None:
    details = certified(agency)
    details["entries"]["file"] = details["entries"]["approve"]
    assert "what the entry “file” does not say" in certify(agency, details)
