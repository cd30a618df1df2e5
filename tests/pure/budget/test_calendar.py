"""The calendar against a reader of RFC 5545 that is not ours."""

from datetime import UTC, datetime
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from editorial.budget.calendar import LONGEST_LINE, Entry, calendar

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=120)


def entry(**fields: str) -> Entry:
    given_fields = {
        "summary": "bridge: it opens",
        "place": "PORT VESNA",
        "description": "Politics.\nAsk, and ask again; then \\ write.",
        **fields,
    }
    return Entry(
        uid="assignment-1@editorial",
        sequence=3,
        changed_at=NOW,
        due_at=datetime(2026, 11, 20, 15, 30, tzinfo=UTC),
        url="https://news.example.org/assignments/1",
        status="TENTATIVE",
        **given_fields,
    )


def read(made: bytes) -> Any:
    [event] = icalendar.Calendar.from_ical(made).walk("VEVENT")
    return event


def test_a_reader_finds_what_was_written() -> None:
    event = read(calendar("Meridian: budget", [entry()], NOW))
    assert event["SUMMARY"] == "bridge: it opens"
    assert event["DESCRIPTION"] == "Politics.\nAsk, and ask again; then \\ write."
    assert event["DTSTART"].dt == datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    assert (event["SEQUENCE"], event["STATUS"]) == (3, "TENTATIVE")
    assert event["UID"] == "assignment-1@editorial"


def test_lines_are_short_and_end_as_they_should() -> None:
    made = calendar("Meridian", [entry(summary="Ş" * 200)], NOW)
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= LONGEST_LINE for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_no_words_end_a_line_and_begin_a_property_of_their_own() -> None:
    made = calendar("M", [entry(summary="x\r\nATTENDEE:mailto:a@example.org")], NOW)
    assert "ATTENDEE" not in read(made)


@given(summary=WORDS, description=WORDS)
def test_any_words_come_back_as_they_were(summary: str, description: str) -> None:
    event = read(calendar("M", [entry(summary=summary, description=description)], NOW))
    assert event["SUMMARY"] == summary
    assert event.get("DESCRIPTION", "") == description
