"""The reviews that somebody may decide on."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.reader_review import ReaderReview
from editorial.pipeline.roles import desks_of, roles_on
from editorial.workflow.moderation import may_moderate
from editorial.workflow.words import ReviewStanding

A_PAGE = 30


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review with the story it was written under."""

    id: uuid.UUID
    name: str
    text: str
    sent_at: datetime
    standing: ReviewStanding
    decided_by: str
    decided_at: datetime | None
    headline: str
    url: str
    desk_name: str


@dataclass(frozen=True, slots=True)
class ReviewList:
    """One page of a queue; ``counts`` are of all that the person may decide on, by standing."""

    rows: tuple[ReviewRow, ...]
    counts: dict[ReviewStanding, int]
    number: int
    more: bool


def moderated_by(person: Person) -> frozenset[uuid.UUID]:
    """The desks on which the person decides on reviews."""
    return frozenset(desk for desk in desks_of(person) if may_moderate(roles_on(person, desk)))


def review_list(
    session: Session, person: Person, standing: ReviewStanding, desk: str, number: int
) -> ReviewList:
    """Page ``number``, from 1, of the reviews that stand so: what waits longest first, else the
    latest decided. ``desk`` is a slug, or empty for all."""
    theirs = Dispatch.desk_id.in_(moderated_by(person))
    rows_by_standing = session.execute(
        select(ReaderReview.standing, func.count())
        .join(Dispatch, Dispatch.id == ReaderReview.dispatch_id)
        .where(theirs)
        .group_by(ReaderReview.standing)
    ).all()
    counts = {row[0]: row[1] for row in rows_by_standing}
    found = (
        select(ReaderReview, Publication.headline, Publication.address, Desk)
        .join(Dispatch, Dispatch.id == ReaderReview.dispatch_id)
        .join(Desk, Desk.id == Dispatch.desk_id)
        .join(
            Publication,
            (Publication.dispatch_id == ReaderReview.dispatch_id) & Publication.current,
        )
        .where(theirs, ReaderReview.standing == standing)
    )
    if desk:
        found = found.where(Desk.slug == desk)
    order = (
        (ReaderReview.sent_at, ReaderReview.id)
        if standing is ReviewStanding.WAITING
        else (ReaderReview.decided_at.desc(), ReaderReview.id)
    )
    rows = session.execute(
        found.order_by(*order).offset((number - 1) * A_PAGE).limit(A_PAGE + 1)
    ).all()
    return ReviewList(
        rows=tuple(_row(*row) for row in rows[:A_PAGE]),
        counts={one: counts.get(one, 0) for one in ReviewStanding},
        number=number,
        more=len(rows) > A_PAGE,
    )


def desks_moderated(session: Session, person: Person) -> tuple[tuple[str, str], ...]:
    """Slug and name of each, for the filter."""
    rows = session.scalars(
        select(Desk).where(Desk.id.in_(moderated_by(person))).order_by(Desk.position, Desk.name)
    )
    return tuple((desk.slug, desk.name) for desk in rows)


def _row(review: ReaderReview, headline: str, address: str, desk: Desk) -> ReviewRow:
    return ReviewRow(
        id=review.id,
        name=review.name,
        text=review.text,
        sent_at=review.sent_at,
        standing=review.standing,
        decided_by="" if review.decider is None else review.decider.name,
        decided_at=review.decided_at,
        headline=headline,
        url=f"/news/{desk.slug}/{address}",
        desk_name=desk.name,
    )
