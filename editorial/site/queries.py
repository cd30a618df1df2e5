"""What readers may see, and only that: every query begins at what is live."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from editorial.catalogue.words import direction
from editorial.document.content import Content
from editorial.document.excerpt import Piece, excerpt
from editorial.document.html import html
from editorial.document.plain import plain
from editorial.document.schema import Doc, Image, pictures
from editorial.document.words import reading_minutes
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.pipeline.refusal import NotThere
from editorial.site.live import live, teaser, teasers
from editorial.site.pages import (
    Article,
    Front,
    Section,
    SectionOnFront,
)
from editorial.site.pictures import Sizes, in_column, shown, sizes_of
from editorial.site.quote_figures import quote_figures
from editorial.site.shelves import Links, authors, topics
from editorial.site.shown import show
from editorial.workflow.words import Live

LATEST = 12
ON_FRONT = 5
LEAD_URGENCY = 3
LEAD_AGE = timedelta(hours=36)


class Tampered(Exception):
    """A live text whose stored bytes are not those that were approved; it is not shown."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands in other tables of the articles of a page."""

    authors: Links
    topics: Links
    sizes: Sizes


def sections(session: Session) -> tuple[Section, ...]:
    """The open desks, in their order."""
    desks = session.scalars(
        select(Desk).where(Desk.closed_at.is_(None)).order_by(Desk.position, Desk.name)
    )
    return tuple(Section(desk.name, desk.slug, desk.description) for desk in desks)


def front(session: Session, shown: Sequence[Section] | None = None) -> Front:
    """The lead is the most urgent story of the day and a half before the newest.

    It follows from what is live alone, not from the hour at which somebody asks. ``shown``: the
    sections in their order; without, every open one.
    """
    newest = session.execute(live().limit(LATEST + 1)).all()
    lead = _urgent(session, newest[0][0].first_published_at) or newest[0] if newest else None
    latest = [row for row in newest if lead is None or row[0].id != lead[0].id][:LATEST]
    on_front = []
    for section in sections(session) if shown is None else shown:
        rows = session.execute(live().where(Desk.slug == section.slug).limit(ON_FRONT)).all()
        on_front.append(SectionOnFront(section.name, section.url, teasers(rows)))
    return Front(
        None if lead is None else teaser(lead[0], lead[1]), teasers(latest), tuple(on_front)
    )


def _urgent(session: Session, newest: datetime) -> Row[Publication, Desk] | None:
    return session.execute(
        live()
        .where(
            Publication.urgency <= LEAD_URGENCY,
            Publication.first_published_at > newest - LEAD_AGE,
        )
        .order_by(None)
        .order_by(Publication.urgency, Publication.first_published_at.desc())
        .limit(1)
    ).first()


def find_section(session: Session, slug: str) -> Section:
    """The section at ``slug``, of a closed desk too. Raises NotThere."""
    desk = desk_at(session, slug)
    return Section(desk.name, desk.slug, desk.description)


def desk_at(session: Session, slug: str) -> Desk:
    """The desk of a section. Raises NotThere."""
    desk = session.scalars(select(Desk).where(Desk.slug == slug)).one_or_none()
    if desk is None:
        raise NotThere
    return desk


def find_article(session: Session, address: str) -> tuple[Publication, Desk, Revision]:
    """What is live at ``address``. Raises NotThere, or Tampered when it may not be shown."""
    row = session.execute(
        select(Publication, Desk, Revision)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Revision, Revision.id == Publication.revision_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(Publication.address == address, Publication.current, Dispatch.live == Live.REVISION)
    ).one_or_none()
    if row is None:
        raise NotThere
    publication, desk, revision = row
    if not revision.intact:
        raise Tampered(f"revision {revision.id} was changed after it was frozen")
    return publication, desk, revision


def article(session: Session, publication: Publication, desk: Desk, revision: Revision) -> Article:
    """The article as its template shows it."""
    return articles(session, [(publication, desk, revision)])[0]


def articles(session: Session, rows: Sequence[tuple[Publication, Desk, Revision]]) -> list[Article]:
    """The same of several, with as few questions as of one."""
    keys = [publication.id for publication, _desk, _revision in rows]
    contents = [Content.from_json(json.loads(revision.content)) for _p, _d, revision in rows]
    around = Around(authors(session, keys), topics(session, keys), sizes_of(session, contents))
    return [_article(row, content, around) for row, content in zip(rows, contents, strict=True)]


def _article(row: tuple[Publication, Desk, Revision], content: Content, around: Around) -> Article:
    publication, desk, revision = row
    show(publication.dispatch_id)
    section = Section(desk.name, desk.slug)
    found = shown(content, around.sizes)
    sizes = {src: (one.width, one.height) for src, one in found.items()}
    first = content.body.content[0]
    lead = found.get(first.src) if isinstance(first, Image) else None
    below = Doc(content.body.content[1:]) if lead is not None else content.body
    return Article(
        headline=content.headline,
        summary=content.summary,
        dateline_place=content.dateline_place,
        dateline_date=content.dateline_date,
        byline=content.byline,
        published_at=publication.first_published_at,
        updated_at=publication.published_at,
        section_name=section.name,
        section_url=section.url,
        language=content.language,
        direction=direction(content.language),
        body_html=html(content.body, sizes=sizes),
        story_html=html(below, sizes=sizes, picture=in_column(found)),
        lead=lead,
        reading_minutes=reading_minutes(publication.words),
        authors=around.authors.get(publication.id, ()),
        topics=around.topics.get(publication.id, ()),
        path=f"{section.url}/{publication.address}",
        picture=next((f"/pictures/{one}" for one in pictures(content.body)), ""),
        digest=revision.digest,
        quotes=quote_figures(publication.quotes),
    )


def words(revision: Revision) -> str:
    """The body of the text without its form."""
    return plain(Content.from_json(json.loads(revision.content)).body).text


def excerpt_of(revision: Revision, found: Collection[str]) -> tuple[Piece, ...]:
    """Where its text holds one of the words ``found``; none of a text that may not be shown."""
    return excerpt(words(revision), found) if found and revision.intact else ()


def newest(
    session: Session, count: int, *conditions: ColumnElement[bool]
) -> Sequence[tuple[Publication, Desk, Revision]]:
    """The newest live texts, for a feed; one that may not be shown is left out."""
    rows = session.execute(
        live()
        .add_columns(Revision)
        .join(Revision, Revision.id == Publication.revision_id)
        .where(*conditions)
        .limit(count)
    ).all()
    return [(row[0], row[1], row[2]) for row in rows if row[2].intact]
