"""Recording what happens beside the dispatches: people, roles, desks, settings."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.ledger.append import append
from editorial.ledger.entry import SYSTEM, Actor, Entry
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.pipeline.due import ask_for_checkpoint
from editorial.pipeline.roles import is_administrator
from editorial.workflow.words import Role


def record(
    session: Session,
    actor: Person | None,
    action: str,
    now: datetime,
    *,
    details: dict[str, Any] | None = None,
    words: dict[str, str] | None = None,
    operation: uuid.UUID | None = None,
    dispatch_id: uuid.UUID | None = None,
) -> int:
    """Append one event of ``ledger.wording.EVENTS`` in the caller's transaction; its sequence.

    ``details`` fill the event's sentence and stay for good; ``words`` can be erased later.
    """
    entry = Entry(
        at=now,
        actor=SYSTEM if actor is None else _actor(actor),
        action=action,
        dispatch=dispatch_id,
        details=details or {},
        words=words or {},
        operation=operation,
    )
    sequence = append(session, entry).sequence
    ask_for_checkpoint(session, action, sequence, now)
    return sequence


def of_person(person: Person) -> dict[str, Any]:
    """Whom an entry is about: the name of then for its sentence, and the id, which stays."""
    return {"person": person.name, "person_id": str(person.id)}


def of_desk(desk: Desk) -> dict[str, Any]:
    """The same of a desk."""
    return {"desk": desk.name, "desk_id": str(desk.id)}


def _actor(person: Person) -> Actor:
    return Actor(
        person.id, person.name, Role.ADMINISTRATOR.value if is_administrator(person) else ""
    )
