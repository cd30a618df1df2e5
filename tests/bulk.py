"""Published stories made in bulk, as rows: what the desk would have written, without its acts."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from editorial.document.canonical import canonical
from editorial.document.content import Content
from editorial.document.fold import fold
from editorial.models.dispatch import Dispatch
from editorial.models.publication import Publication
from editorial.models.publication_byline import PublicationByline
from editorial.models.publication_text import PublicationText
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.models.shelf_place import WHOLE_SITE, ShelfPlace, byline_shelf, desk_shelf
from editorial.models.site_change import SiteChange
from editorial.workflow.words import Live, State
from tests.newsroom import Newsroom

BATCH = 5_000
PARAGRAPH = (
    "The council met before dawn and spoke of the harbour, of the tide that came in the night and "
    "of what it had left on the quays; nobody was hurt, and the ferries went at their hours. "
)
FIGURES = {"total": 0, "verbatim": 0, "light_edit": 0, "settled": 0, "overridden": 0}


def publish_in_bulk(
    room: Newsroom, count: int, *, desk: str = "Politics", paragraphs: int = 12
) -> list[str]:
    """``count`` stories by one author, a minute apart; the paths of the last hundred."""
    author = room.person("Wire Desk")
    desk_id = room.desk(desk)
    text = "\n\n".join(PARAGRAPH for _ in range(paragraphs))
    paths: list[str] = []
    first = room.time - timedelta(minutes=count)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        batch: dict[Any, list[dict[str, Any]]] = {}
        for number in numbers:
            content = room.content(text, headline=f"Harbour dispatch {number}")
            key = uuid.uuid4()
            at = first + timedelta(minutes=number)
            _story(batch, number, key, author.id, desk_id, content, at)
            paths = [*paths[-99:], f"/news/politics/harbour-{number}-{key.hex[:8]}"]
        with saving() as session:
            _write(session, batch)
    with saving() as session:
        session.add(SiteChange(edition=1, dispatch_id=None, at=room.time))
    return paths


def _write(session: Session, batch: dict[Any, list[dict[str, Any]]]) -> None:
    for table, rows in batch.items():
        session.execute(insert(table), rows)


def _story(
    batch: dict[Any, list[dict[str, Any]]],
    number: int,
    key: uuid.UUID,
    author: uuid.UUID,
    desk: uuid.UUID,
    content: Content,
    at: datetime,
) -> None:
    revision, publication = uuid.uuid4(), uuid.uuid4()
    made = {"moved_at": at, "created_at": at, "created_by": author}
    labels = {"slugline": f"harbour-{number}", "headline": content.headline, "keywords": []}
    states = {"state": State.DONE, "live": Live.REVISION}
    batch.setdefault(Dispatch, []).append(
        {"id": key, "version": 1, "desk_id": desk, **made, **labels, **states}
    )
    batch.setdefault(Revision, []).append(
        {
            "id": revision,
            "dispatch_id": key,
            "number": 1,
            "content": canonical(content.to_json()),
            "digest": content.digest,
            "frozen_at": at,
            "filed_at": at,
            "frozen_by": author,
        }
    )
    shown = {name: getattr(content, name) for name in ("headline", "summary", "byline", "language")}
    batch.setdefault(Publication, []).append(
        {
            "id": publication,
            "dispatch_id": key,
            "desk_id": desk,
            "revision_id": revision,
            "ordinal": 1,
            "address": f"harbour-{number}-{key.hex[:8]}",
            "current": True,
            "first_published_at": at,
            "published_at": at,
            "quotes": FIGURES,
            "words": 400,
            **shown,
        }
    )
    batch.setdefault(PublicationByline, []).append(
        {"publication_id": publication, "slug": "mira-sol", "name": "Mira Sol", "place": 0}
    )
    batch.setdefault(PublicationText, []).append(
        {
            "number": publication.int >> 66,
            "publication_id": publication,
            "configuration": "english",
            "headline": fold(content.headline),
            "summary": fold(content.summary),
            "body": "harbour",
        }
    )
    batch.setdefault(ShelfPlace, []).extend(
        {"shelf": shelf, "number": number + 1, "dispatch_id": key}
        for shelf in (WHOLE_SITE, desk_shelf(desk), byline_shelf("mira-sol"))
    )
