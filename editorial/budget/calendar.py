"""Assignments as a calendar that other programs read (RFC 5545, iCalendar)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75
# The separators of a text, and what ends its line, are written with a backslash (3.3.11).
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: an hour by which something is due. ``uid`` is the same for ever, ``sequence``
    rises with each change. ``status``: TENTATIVE, CONFIRMED or CANCELLED."""

    uid: str
    sequence: int
    changed_at: datetime
    due_at: datetime
    summary: str
    place: str
    description: str
    url: str
    status: str


def calendar(name: str, entries: Sequence[Entry], now: datetime) -> bytes:
    """The calendar's bytes: lines end with CR LF and have at most 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Editorial//Budget//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        # How often to look again (RFC 7986, 5.7).
        "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    ]
    for entry in entries:
        lines += _event(entry, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{_stamp(now)}"
    yield f"LAST-MODIFIED:{_stamp(entry.changed_at)}"
    yield f"DTSTART:{_stamp(entry.due_at)}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield f"URL:{entry.url}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").translate(ESCAPED)


def _folded(line: str) -> bytes:
    """The line in pieces, each after the first behind a space; no letter is cut in two (3.1)."""
    pieces, piece = [], b""
    for letter in line:
        encoded = letter.encode()
        if len(piece) + len(encoded) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
