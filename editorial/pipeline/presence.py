"""Who has which dispatch open now: said by their page every half minute, forgotten when it ends."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.presence import Doing, Presence
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see

# How often a page says that it is open, and how long it is believed.
SAY_EVERY = timedelta(seconds=30)
BELIEVED_FOR = timedelta(seconds=75)


@dataclass(frozen=True, slots=True)
class Present:
    """Someone who has a dispatch open. ``seen_at``: when their page last said so."""

    person_id: uuid.UUID
    name: str
    initials: str
    doing: Doing
    seen_at: datetime


def come(
    session: Session, person: Person, dispatch_id: uuid.UUID, doing: Doing, now: datetime
) -> None:
    """Their page is open, or still is. Raises NotThere for a dispatch they may not see."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    here = session.get(Presence, (dispatch_id, person.id), populate_existing=True)
    # Another page of theirs, at which they write, says so by itself.
    writes = here is not None and here.doing is Doing.WRITING
    if (
        here is not None
        and writes
        and here.seen_at >= now - BELIEVED_FOR
        and doing is Doing.READING
    ):
        return
    if here is None:
        _forget(session, dispatch.desk_id, now)
        here = Presence(dispatch_id=dispatch_id, person_id=person.id)
        session.add(here)
        touch(session, dispatch.desk_id)
    elif here.doing is not doing or here.seen_at < now - BELIEVED_FOR:
        touch(session, dispatch.desk_id)
    here.desk_id, here.doing, here.seen_at = dispatch.desk_id, doing, now


def leave(session: Session, person: Person, dispatch_id: uuid.UUID) -> None:
    """Their page was closed."""
    here = session.get(Presence, (dispatch_id, person.id))
    if here is not None:
        touch(session, here.desk_id)
        session.delete(here)


def who_is_at(
    session: Session, dispatch_ids: Collection[uuid.UUID], now: datetime
) -> dict[uuid.UUID, tuple[Present, ...]]:
    """Who has each of these open, by name; nothing for one that nobody has."""
    return _there(session, Presence.dispatch_id.in_(dispatch_ids), now) if dispatch_ids else {}


def who_is_on(
    session: Session, desk_ids: Collection[uuid.UUID], now: datetime
) -> dict[uuid.UUID, tuple[Present, ...]]:
    """The same of every dispatch of these desks: few have one open, whatever the desks hold."""
    return _there(session, Presence.desk_id.in_(desk_ids), now) if desk_ids else {}


def _there(
    session: Session, where: ColumnElement[bool], now: datetime
) -> dict[uuid.UUID, tuple[Present, ...]]:
    rows = session.execute(
        select(Presence, Person.name, Person.initials)
        .join(Person, Person.id == Presence.person_id)
        .where(where, Presence.seen_at >= now - BELIEVED_FOR)
        .order_by(Person.name)
    )
    found: dict[uuid.UUID, tuple[Present, ...]] = {}
    for here, name, initials in rows:
        one = Present(here.person_id, name, initials, here.doing, here.seen_at)
        found[here.dispatch_id] = (*found.get(here.dispatch_id, ()), one)
    return found


def _forget(session: Session, desk_id: uuid.UUID, now: datetime) -> None:
    """Those whose browser never said that it left."""
    session.execute(
        delete(Presence).where(
            Presence.desk_id == desk_id, Presence.seen_at < now - 10 * BELIEVED_FOR
        )
    )
