"""Opening, describing, ordering and closing desks."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.go_live import slug
from editorial.pipeline.public import touch
from editorial.pipeline.record import of_desk, record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.steps import OPEN_WORK

LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class DeskWords:
    """What a desk is called, what it covers, and whether its certificates name people."""

    name: str
    description: str
    certificate_names: bool = False


def open_desk(
    session: Session,
    actor: Person,
    words: DeskWords,
    now: datetime,
    operation: uuid.UUID | None = None,
) -> uuid.UUID:
    """A new desk, the last in order. Raises Refused for a name that is taken."""
    first = operations.begin(session, operation, actor.id, "open_desk", now)
    if first is not None:
        return uuid.UUID(first["desk"])
    desks = _in_order(session)
    desk = Desk(
        id=uuid.uuid4(),
        name=words.name,
        slug=_free_slug(words.name, {desk.slug for desk in desks}),
        description=words.description,
        certificate_names=words.certificate_names,
        position=max((desk.position for desk in desks), default=0) + 1,
    )
    _refuse_taken(desks, words.name, None)
    session.add(desk)
    _flush(session, words.name)
    record(session, actor, "open_desk", now, details=of_desk(desk), operation=operation)
    touch(session, now)
    operations.complete(session, operation, {"desk": str(desk.id)})
    return desk.id


def change_desk(
    session: Session, actor: Person, desk_id: uuid.UUID, words: DeskWords, now: datetime
) -> None:
    """Rename or describe it. Its address stays: readers have it. Raises Refused."""
    desk = _desk(session, desk_id)
    if DeskWords(desk.name, desk.description, desk.certificate_names) == words:
        return
    _refuse_taken(_in_order(session), words.name, desk_id)
    before, desk.name, desk.description = desk.name, words.name, words.description
    changed, desk.certificate_names = (
        desk.certificate_names != words.certificate_names,
        words.certificate_names,
    )
    _flush(session, words.name)
    action = "change_desk" if before == desk.name else "rename_desk"
    details: dict[str, Any] = {**of_desk(desk), "before": before}
    if changed:
        details["certificate_names"] = words.certificate_names
    record(session, actor, action, now, details=details)
    touch(session, now)


def move_desk(
    session: Session, actor: Person, desk_id: uuid.UUID, now: datetime, *, up: bool
) -> None:
    """One place up or down in the order that navigation and site follow."""
    desk = _desk(session, desk_id)
    desks = [one for one in _in_order(session) if one.closed_at is None or one.id == desk_id]
    here = desks.index(desk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(desks):
        return
    desks[here], desks[there] = desks[there], desks[here]
    for position, one in enumerate(desks, start=1):
        one.position = position
    record(session, actor, "order_desks", now, details={"order": [one.name for one in desks]})
    touch(session, now)


def close_desk(session: Session, actor: Person, desk_id: uuid.UUID, now: datetime) -> None:
    """Take nothing more in. Raises Refused while work is open on it."""
    desk = _desk(session, desk_id)
    if desk.closed_at is not None:
        return
    count = session.execute(
        select(func.count())
        .select_from(Dispatch)
        .where(Dispatch.desk_id == desk_id, Dispatch.state.in_(OPEN_WORK))
    ).scalar_one()
    if count:
        many = "1 dispatch is" if count == 1 else f"{count} dispatches are"
        raise Refused(f"{many} still open on {desk.name}. They have to be done or spiked first.")
    desk.closed_at = now
    record(session, actor, "close_desk", now, details=of_desk(desk))
    touch(session, now)


def reopen_desk(session: Session, actor: Person, desk_id: uuid.UUID, now: datetime) -> None:
    """Take dispatches in again."""
    desk = _desk(session, desk_id)
    if desk.closed_at is None:
        return
    desk.closed_at = None
    record(session, actor, "reopen_desk", now, details=of_desk(desk))
    touch(session, now)


def _desk(session: Session, desk_id: uuid.UUID) -> Desk:
    desk = session.get(Desk, desk_id, with_for_update={"key_share": True}, populate_existing=True)
    if desk is None:
        raise NotThere
    return desk


def _in_order(session: Session) -> list[Desk]:
    """All desks, locked: their order is one thing."""
    return list(
        session.scalars(
            select(Desk).order_by(Desk.position, Desk.name).with_for_update(key_share=True)
        )
    )


def _refuse_taken(desks: list[Desk], name: str, but: uuid.UUID | None) -> None:
    if any(desk.name.casefold() == name.casefold() and desk.id != but for desk in desks):
        raise Refused(f"There is a desk of the name {name} already.")


def _free_slug(name: str, taken: set[str]) -> str:
    plain = (slug(name) or "desk")[: LONGEST_SLUG - 4]
    number, free = 1, plain
    while free in taken:
        number += 1
        free = f"{plain}-{number}"
    return free


def _flush(session: Session, name: str) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        # Two administrators at the same moment.
        raise Refused(f"A desk of the name {name} was opened this very moment.") from error
