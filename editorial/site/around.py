"""What stands around an article: bounded lists, the same however many stories there are."""

import uuid
from collections.abc import Collection, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Row, and_, func, or_, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.models.publication_keyword import PublicationKeyword
from editorial.site.live import live, teaser, teasers
from editorial.site.pages import Around

BRIEFS = 5
RELATED = 4
# So many of the newest stories that share a keyword are weighed.
WEIGHED = 60

Rows: TypeAlias = Sequence[Row[Publication, Desk]]


def around(session: Session, publication: Publication, desk: Desk) -> Around:
    """The lists beside and below a live article; no story stands in two of them."""
    earlier = _running(session, publication, later=False)
    later = _running(session, publication, later=True)
    named = {publication.id, *(row[0].id for row in (earlier, later) if row is not None)}
    related = _related(session, publication, named)
    named |= _keys(related)
    # As it was when this text went live: a page stays the same until a story on it changes.
    then = Publication.first_published_at <= publication.published_at
    briefs = _newest(session, named, Desk.id == desk.id, then)
    latest = _newest(session, named | _keys(briefs), Desk.id != desk.id, then)
    return Around(
        briefs=teasers(briefs),
        latest=teasers(latest),
        related=teasers(related),
        earlier=None if earlier is None else teaser(*earlier),
        later=None if later is None else teaser(*later),
    )


def _keys(rows: Rows) -> set[uuid.UUID]:
    return {row[0].id for row in rows}


def _newest(
    session: Session, without: Collection[uuid.UUID], *conditions: ColumnElement[bool]
) -> Rows:
    rows = session.execute(live().where(*conditions).limit(BRIEFS + len(without))).all()
    return [row for row in rows if row[0].id not in without][:BRIEFS]


def _running(
    session: Session, publication: Publication, *, later: bool
) -> Row[Publication, Desk] | None:
    """The story before or after this one under the same slugline, at the same desk."""
    slugline = (
        select(Dispatch.slugline).where(Dispatch.id == publication.dispatch_id).scalar_subquery()
    )
    at, key = Publication.first_published_at, Publication.id
    here_at, here = publication.first_published_at, publication.id
    beyond = (
        or_(at > here_at, and_(at == here_at, key > here))
        if later
        else or_(at < here_at, and_(at == here_at, key < here))
    )
    order = (at, key) if later else (at.desc(), key.desc())
    return session.execute(
        live()
        .where(Dispatch.slugline == slugline, Publication.desk_id == publication.desk_id, beyond)
        .order_by(None)
        .order_by(*order)
        .limit(1)
    ).first()


def _related(session: Session, publication: Publication, without: Collection[uuid.UUID]) -> Rows:
    """The stories that share most keywords with this one, in its language, the newest first."""
    slugs = select(PublicationKeyword.slug).where(
        PublicationKeyword.publication_id == publication.id
    )
    newest = (
        live()
        .with_only_columns(Publication.id, Publication.first_published_at)
        .join(PublicationKeyword, PublicationKeyword.publication_id == Publication.id)
        .where(
            PublicationKeyword.slug.in_(slugs),
            Publication.id != publication.id,
            Publication.language == publication.language,
            Publication.first_published_at <= publication.published_at,
        )
        .limit(WEIGHED)
        .subquery()
    )
    shared = (
        select(newest.c.id)
        .group_by(newest.c.id, newest.c.first_published_at)
        .order_by(func.count().desc(), newest.c.first_published_at.desc(), newest.c.id)
    )
    keys = [key for key in session.scalars(shared) if key not in without][:RELATED]
    rows = session.execute(live().where(Publication.id.in_(keys))).all() if keys else []
    return sorted(rows, key=lambda row: keys.index(row[0].id))
