"""The names and keywords that readers find stories under."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import quote

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from editorial.models.publication import Publication
from editorial.models.publication_byline import PublicationByline
from editorial.models.publication_keyword import PublicationKeyword
from editorial.pipeline.refusal import NotThere
from editorial.site.live import live
from editorial.site.pages import Link

Links = dict[uuid.UUID, tuple[Link, ...]]


def by(slug: str) -> ColumnElement[bool]:
    """Stories whose byline has the name."""
    return Publication.id.in_(
        select(PublicationByline.publication_id).where(PublicationByline.slug == slug)
    )


def about(slug: str) -> ColumnElement[bool]:
    """Stories with the keyword."""
    return Publication.id.in_(
        select(PublicationKeyword.publication_id).where(PublicationKeyword.slug == slug)
    )


def correspondent(session: Session, slug: str) -> Link:
    """The name as the newest story writes it. Raises NotThere when none is live."""
    name = session.scalars(
        live()
        .with_only_columns(PublicationByline.name)
        .join(PublicationByline, PublicationByline.publication_id == Publication.id)
        .where(PublicationByline.slug == slug)
        .limit(1)
    ).first()
    if name is None:
        raise NotThere
    return Link(name, by_url(slug))


def topic(session: Session, slug: str) -> Link:
    """The keyword as the newest story writes it. Raises NotThere when none is live."""
    keyword = session.scalars(
        live()
        .with_only_columns(PublicationKeyword.keyword)
        .join(PublicationKeyword, PublicationKeyword.publication_id == Publication.id)
        .where(PublicationKeyword.slug == slug)
        .limit(1)
    ).first()
    if keyword is None:
        raise NotThere
    return Link(keyword, about_url(slug))


def authors(session: Session, publications: Collection[uuid.UUID]) -> Links:
    """The names of the byline of each, in order."""
    rows = session.execute(
        select(PublicationByline.publication_id, PublicationByline.name, PublicationByline.slug)
        .where(PublicationByline.publication_id.in_(publications))
        .order_by(PublicationByline.place)
    )
    return _by_publication((key, Link(name, by_url(slug))) for key, name, slug in rows)


def topics(session: Session, publications: Collection[uuid.UUID]) -> Links:
    """The keywords of each, in order."""
    rows = session.execute(
        select(
            PublicationKeyword.publication_id, PublicationKeyword.keyword, PublicationKeyword.slug
        )
        .where(PublicationKeyword.publication_id.in_(publications))
        .order_by(PublicationKeyword.place)
    )
    return _by_publication((key, Link(word, about_url(slug))) for key, word, slug in rows)


def _by_publication(links: Iterable[tuple[uuid.UUID, Link]]) -> Links:
    found: Links = {}
    for key, link in links:
        found[key] = (*found.get(key, ()), link)
    return found


def linked(byline: str, authors: Sequence[Link]) -> tuple[Link, ...]:
    """The byline as written, in pieces; those that are a name lead to its page."""
    pieces = []
    rest = byline
    for author in authors:
        before, name, after = rest.partition(author.name)
        if name:
            pieces += [Link(before, ""), author] if before else [author]
            rest = after
    return (*pieces, Link(rest, "")) if rest else tuple(pieces)


def by_url(slug: str) -> str:
    """The page of a correspondent."""
    return f"/by/{quote(slug)}"


def about_url(slug: str) -> str:
    """The page of a topic."""
    return f"/topics/{quote(slug)}"
