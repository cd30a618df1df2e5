"""Giving a published story its places on the long lists."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.models.publication_byline import PublicationByline
from editorial.models.publication_keyword import PublicationKeyword
from editorial.models.shelf_place import (
    WHOLE_SITE,
    ShelfPlace,
    byline_shelf,
    desk_shelf,
    keyword_shelf,
)


def place(session: Session, publication: Publication) -> None:
    """Last on every shelf where it has no place yet. The log's head is locked, so that no two
    stories take one number."""
    session.flush()
    taken = set(
        session.scalars(
            select(ShelfPlace.shelf).where(ShelfPlace.dispatch_id == publication.dispatch_id)
        )
    )
    for shelf in _shelves(session, publication):
        if shelf in taken:
            continue
        last = session.scalar(select(func.max(ShelfPlace.number)).where(ShelfPlace.shelf == shelf))
        session.add(
            ShelfPlace(shelf=shelf, number=(last or 0) + 1, dispatch_id=publication.dispatch_id)
        )
    session.flush()


def _shelves(session: Session, publication: Publication) -> list[str]:
    names = session.scalars(
        select(PublicationByline.slug).where(PublicationByline.publication_id == publication.id)
    )
    keywords = session.scalars(
        select(PublicationKeyword.slug).where(PublicationKeyword.publication_id == publication.id)
    )
    return [
        WHOLE_SITE,
        desk_shelf(publication.desk_id),
        *map(byline_shelf, names),
        *map(keyword_shelf, keywords),
    ]
