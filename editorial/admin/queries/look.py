"""What the look is tried out on: the sections there are, and the newest story."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.workflow.words import Live


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section as the look arranges it."""

    slug: str
    name: str
    shown: bool


def usual_order(session: Session) -> list[str]:
    """The open desks' own order."""
    order = select(Desk.slug).where(Desk.closed_at.is_(None)).order_by(Desk.position, Desk.name)
    return list(session.scalars(order))


def section_rows(session: Session, kept: dict[str, list[str]]) -> list[SectionRow]:
    """Every open desk's section, in the order of the look."""
    desks = session.execute(
        select(Desk.slug, Desk.name)
        .where(Desk.closed_at.is_(None))
        .order_by(Desk.position, Desk.name)
    )
    rows = [SectionRow(slug, name, slug not in kept["hidden"]) for slug, name in desks]
    places = {slug: number for number, slug in enumerate(kept["order"])}
    return sorted(rows, key=lambda row: places.get(row.slug, len(places)))


def samples(session: Session) -> dict[str, str]:
    """The pages to try it out on: a name and a path each."""
    found = {"front": "/", "about": "/about", "corrections": "/corrections"}
    newest = session.execute(
        select(Desk.slug, Publication.address)
        .join(Desk, Desk.id == Publication.desk_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(Publication.current, Dispatch.live == Live.REVISION)
        .order_by(Publication.first_published_at.desc())
        .limit(1)
    ).first()
    if newest is not None:
        found["story"] = f"/news/{newest[0]}/{newest[1]}"
        found["section"] = f"/news/{newest[0]}"
    return found
