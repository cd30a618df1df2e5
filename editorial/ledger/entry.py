"""One decision as the log keeps it: its fields, and the exact bytes they become."""

import hashlib
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from editorial.document.canonical import canonical

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name and role are copied, as they were at that moment."""

    id: uuid.UUID | None
    name: str
    role: str


SYSTEM = Actor(None, "Editorial", "system")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an act asks the log to keep.

    ``saw`` are the facts the guards looked at, ``details`` the act's own. ``words`` holds texts
    that must stay erasable (a reason, a contact, a source's name): only their salted commitments
    enter the bytes.
    """

    at: datetime
    actor: Actor
    action: str
    dispatch: uuid.UUID | None = None
    revision_number: int | None = None
    revision_digest: str | None = None
    evidence_digest: str | None = None
    before: str | None = None
    after: str | None = None
    saw: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    operation: uuid.UUID | None = None


def commitment(salt: bytes, text: str) -> str:
    """Hexadecimal SHA-256(salt ‖ UTF-8 of text); tells nothing once the salt is destroyed."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def body(entry: Entry, sequence: int, commitments: dict[str, str]) -> bytes:
    """The canonical bytes (RFC 8785) that are stored and hashed."""
    revision = None
    if entry.revision_digest is not None:
        revision = {"number": entry.revision_number, "digest": entry.revision_digest}
    return canonical(
        {
            "v": FORMAT,
            "sequence": sequence,
            "at": stamp(entry.at),
            "actor": {
                "id": _text(entry.actor.id),
                "name": entry.actor.name,
                "role": entry.actor.role,
            },
            "action": entry.action,
            "dispatch": _text(entry.dispatch),
            "revision": revision,
            "evidence": entry.evidence_digest,
            "from": entry.before,
            "to": entry.after,
            "saw": entry.saw,
            "details": entry.details,
            "commitments": commitments,
            "operation": _text(entry.operation),
        }
    )


def stamp(at: datetime) -> str:
    """UTC with microseconds, as RFC 3339."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _text(key: uuid.UUID | None) -> str | None:
    return None if key is None else str(key)
