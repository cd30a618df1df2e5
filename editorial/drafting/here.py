"""Who else has a working copy open, and where; it costs a row a tab."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from editorial.models.copy_reader import LONGEST_PLACE, CopyReader
from editorial.models.person import Person

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


def note_gone(session: Session, dispatch_id: uuid.UUID, person_id: uuid.UUID, tab: Tab) -> None:
    """The page was closed."""
    session.execute(
        delete(CopyReader).where(
            CopyReader.dispatch_id == dispatch_id,
            CopyReader.tab == tab.id,
            CopyReader.person_id == person_id,
        )
    )


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
