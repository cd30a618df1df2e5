"""Every version of a story that readers ever saw, while the story stands."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.pipeline.refusal import NotThere


@dataclass(frozen=True, slots=True)
class Version:
    """One text that was live, from 1; ``why`` is ``first``, or the kind of its notice."""

    ordinal: int
    published_at: datetime
    why: str
    wording: str
    headline: str
    digest: str
    current: bool


def versions(session: Session, publication: Publication) -> tuple[Version, ...]:
    """All of them, oldest first; the last is what readers see."""
    rows = session.execute(
        select(Publication, Revision.digest, Notice)
        .join(Revision, Revision.id == Publication.revision_id)
        .outerjoin(
            Notice,
            (Notice.publication_id == Publication.id)
            & (Notice.after_id == Publication.revision_id),
        )
        .where(Publication.dispatch_id == publication.dispatch_id)
        .order_by(Publication.ordinal)
    ).all()
    return tuple(
        Version(
            ordinal=one.ordinal,
            published_at=one.published_at,
            why="first" if notice is None else notice.kind.value,
            wording="" if notice is None else notice.wording,
            headline=one.headline,
            digest=digest,
            current=one.current,
        )
        for one, digest, notice in rows
    )


def text_of(session: Session, publication: Publication, ordinal: int) -> Content:
    """The text of one version. Raises NotThere, also where the stored text was tampered with."""
    revision = session.scalars(
        select(Revision)
        .join(Publication, Publication.revision_id == Revision.id)
        .where(Publication.dispatch_id == publication.dispatch_id, Publication.ordinal == ordinal)
    ).one_or_none()
    if revision is None or not revision.intact:
        raise NotThere
    return Content.from_json(json.loads(revision.content))
