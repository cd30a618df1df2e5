"""Who else has a working copy open, and where; it costs a row a tab."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from editorial.models.copy_reader import LONGEST_PLACE, CopyReader
from editorial.models.person import Person
from editorial.models.presence import Doing, Presence
from editorial.pipeline.presence import SAY_EVERY as PRESENCE_EVERY
from editorial.pipeline.presence import come, leave, who_is_at

SAID_EVERY = timedelta(seconds=5)
GONE_AFTER = timedelta(seconds=13)
FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tab:
    """One open page, and where its cursor is, in the browser's own words."""

    id: uuid.UUID
    place: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody at another page."""

    tab: uuid.UUID
    person_id: uuid.UUID
    name: str
    place: str
    reads: bool = False


def is_news(session: Session, dispatch_id: uuid.UUID, tab: Tab, now: datetime) -> bool:
    """Whether what is known of the tab is old or otherwise, so that it has to be written down."""
    row = session.get(CopyReader, (dispatch_id, tab.id), populate_existing=True)
    return row is None or row.place != tab.place or row.seen_at <= now - SAID_EVERY


def note_here(
    session: Session, dispatch_id: uuid.UUID, person_id: uuid.UUID, tab: Tab, now: datetime
) -> None:
    """Write down that the page is open, and forget those closed long ago."""
    row = session.get(CopyReader, (dispatch_id, tab.id), populate_existing=True)
    if row is None:
        session.execute(
            delete(CopyReader).where(
                CopyReader.dispatch_id == dispatch_id,
                CopyReader.seen_at < now - FORGOTTEN_AFTER,
            )
        )
        row = CopyReader(dispatch_id=dispatch_id, tab=tab.id)
        session.add(row)
    row.person_id, row.seen_at = person_id, now
    row.place = tab.place[:LONGEST_PLACE]
    session.flush()
    present = session.get(Presence, (dispatch_id, person_id))
    # The board and the dispatch's page are told too, as seldom as a page there would tell them.
    if (
        present is None
        or present.doing is not Doing.WRITING
        or present.seen_at <= now - PRESENCE_EVERY
    ):
        # Two of their pages may say so at the same moment; once is enough.
        with suppress(IntegrityError), session.begin_nested():
            come(session, session.get_one(Person, person_id), dispatch_id, Doing.WRITING, now)


def note_gone(
    session: Session, dispatch_id: uuid.UUID, person_id: uuid.UUID, tab: Tab, now: datetime
) -> None:
    """The page was closed."""
    session.execute(
        delete(CopyReader).where(
            CopyReader.dispatch_id == dispatch_id,
            CopyReader.tab == tab.id,
            CopyReader.person_id == person_id,
        )
    )
    elsewhere = select(CopyReader.tab).where(
        CopyReader.dispatch_id == dispatch_id,
        CopyReader.person_id == person_id,
        CopyReader.seen_at > now - GONE_AFTER,
    )
    if session.scalars(elsewhere).first() is None:
        leave(session, session.get_one(Person, person_id), dispatch_id)


def others_here(
    session: Session, dispatch_id: uuid.UUID, tab: Tab | None, now: datetime
) -> list[Here]:
    """Who was heard from just now at another page, by name."""
    rows = session.execute(
        select(CopyReader.tab, CopyReader.person_id, Person.name, CopyReader.place)
        .join(Person, Person.id == CopyReader.person_id)
        .where(CopyReader.dispatch_id == dispatch_id, CopyReader.seen_at > now - GONE_AFTER)
        .order_by(Person.name, CopyReader.tab)
    )
    return [Here(*row) for row in rows if tab is None or row.tab != tab.id]


def readers_here(
    session: Session, dispatch_id: uuid.UUID, me: uuid.UUID, now: datetime
) -> list[Here]:
    """Which others have the dispatch open without writing in it."""
    present = who_is_at(session, [dispatch_id], now).get(dispatch_id, ())
    return [
        Here(one.person_id, one.person_id, one.name, "", reads=True)
        for one in present
        if one.doing is Doing.READING and one.person_id != me
    ]
