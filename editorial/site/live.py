"""What is live: where every query for readers begins."""

from collections.abc import Sequence

from sqlalchemy import Row, Select, select

from editorial.document.words import reading_minutes
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.site.pages import Section, Teaser
from editorial.site.pictures import first_picture
from editorial.site.shown import show
from editorial.workflow.words import Live


def live() -> Select[Publication, Desk]:
    """The texts that readers see, newest first."""
    return (
        select(Publication, Desk)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(Publication.current, Dispatch.live == Live.REVISION)
        .order_by(Publication.first_published_at.desc(), Publication.id)
    )


def teasers(rows: Sequence[Row[Publication, Desk]]) -> tuple[Teaser, ...]:
    """The rows as other pages show them."""
    return tuple(teaser(row[0], row[1]) for row in rows)


def teaser(publication: Publication, desk: Desk) -> Teaser:
    """One story as other pages show it."""
    show(publication.dispatch_id)
    section = Section(desk.name, desk.slug)
    return Teaser(
        url=f"{section.url}/{publication.address}",
        headline=publication.headline,
        summary=publication.summary,
        byline=publication.byline,
        section_name=section.name,
        section_url=section.url,
        published_at=publication.first_published_at,
        language=publication.language,
        reading_minutes=reading_minutes(publication.words),
        picture=first_picture(publication.picture),
    )
