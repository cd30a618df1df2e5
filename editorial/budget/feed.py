"""Each person's own calendar address: made, renewed, revoked, read."""

import uuid
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from editorial.budget.calendar import Entry, calendar
from editorial.budget.queries import in_calendar
from editorial.models.assignment import Answer, Assignment
from editorial.models.calendar_feed import CalendarFeed
from editorial.models.person import Person
from editorial.web.tokens import new_token, token_hash

STATUS = {Answer.OPEN: "TENTATIVE", Answer.ACCEPTED: "CONFIRMED", Answer.DECLINED: "CANCELLED"}


def feed_of(session: Session, person_id: uuid.UUID) -> CalendarFeed | None:
    """The person's, if they have one."""
    return session.get(CalendarFeed, person_id)


def make_feed(session: Session, person_id: uuid.UUID, now: datetime) -> str:
    """A new secret; the one before is good no more."""
    token = new_token()
    feed = session.get(CalendarFeed, person_id)
    if feed is None:
        feed = CalendarFeed(person_id=person_id)
        session.add(feed)
    feed.token_hash, feed.made_at = token_hash(token), now
    return token


def end_feed(session: Session, person_id: uuid.UUID) -> None:
    """The address is good no more."""
    session.execute(delete(CalendarFeed).where(CalendarFeed.person_id == person_id))


def read_feed(
    session: Session, token: str, now: datetime, name: str, address: Callable[[uuid.UUID], str]
) -> bytes | None:
    """The calendar behind the token, as its owner's roles are now; None for a token that is none,
    or whose owner has left."""
    person = session.scalars(
        select(Person)
        .join(CalendarFeed, CalendarFeed.person_id == Person.id)
        .where(CalendarFeed.token_hash == token_hash(token))
    ).one_or_none()
    if person is None or not person.active:
        return None
    entries = [_entry(row, person, address) for row in in_calendar(session, person, now)]
    return calendar(f"{name}: budget", entries, now)


def _entry(row: Assignment, person: Person, address: Callable[[uuid.UUID], str]) -> Entry:
    who = "nobody yet" if row.person is None else row.person.name
    mine = "You: " if row.person_id == person.id else ""
    status = STATUS[row.answer] if row.cancelled_at is None else "CANCELLED"
    return Entry(
        uid=f"assignment-{row.id}@editorial",
        sequence=row.version,
        changed_at=row.changed_at,
        due_at=row.due_at,
        summary=f"{mine}{row.slugline}: {row.what}",
        place=row.place,
        description=f"{row.desk.name}. Asked: {who} ({row.answer.value}).\n{row.brief}".strip(),
        url=address(row.id),
        status=status,
    )
