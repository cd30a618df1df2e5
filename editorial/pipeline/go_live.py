"""Showing a revision to readers: the one place where something goes live."""

import re
import unicodedata
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.byline import PLAIN_LETTERS
from editorial.document.plain import plain
from editorial.document.words import count_words
from editorial.models.publication import Publication
from editorial.pipeline.first_picture import first_picture
from editorial.pipeline.gather import Situation
from editorial.pipeline.notices import publish_notice
from editorial.pipeline.placing import place
from editorial.pipeline.public import touch
from editorial.pipeline.shelve import shelve
from editorial.workflow.words import Live

LONGEST_SLUG = 80


def go_live(session: Session, situation: Situation, now: datetime) -> dict[str, Any]:
    """Put the revision before readers; what the log says of it: its address, and the notice."""
    dispatch, revision, content = situation.dispatch, situation.revision, situation.content
    assert revision is not None
    earlier = session.scalars(
        select(Publication)
        .where(Publication.dispatch_id == dispatch.id)
        .order_by(Publication.ordinal.desc())
    ).first()
    if earlier is not None:
        earlier.current = False
    touch(session, now, dispatch.id)
    words = plain(content.body).text
    publication = Publication(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        desk_id=dispatch.desk_id,
        revision_id=revision.id,
        ordinal=1 if earlier is None else earlier.ordinal + 1,
        address=(
            earlier.address
            if earlier is not None
            else f"{slug(content.headline)}-{dispatch.id.hex[:8]}".lstrip("-")
        ),
        current=True,
        first_published_at=now if earlier is None else earlier.first_published_at,
        published_at=now,
        quotes=situation.evidence.figures,
        headline=content.headline,
        summary=content.summary,
        byline=content.byline,
        language=content.language,
        words=count_words(words),
        picture=first_picture(session, content),
        urgency=dispatch.urgency,
    )
    session.add(publication)
    shelve(session, publication, dispatch.keywords, words)
    place(session, publication)
    dispatch.live = Live.REVISION
    dispatch.live_revision_id = revision.id
    dispatch.claimed_by = None
    dispatch.publish_at = None
    told: dict[str, Any] = {"address": publication.address}
    following = situation.evidence.notice
    if following is not None and earlier is not None:
        told["notice"] = publish_notice(
            session,
            publication,
            following.kind,
            following.wording,
            before_id=earlier.revision_id,
            after_id=revision.id,
            now=now,
        )
        session.delete(following)
    return told


def slug(headline: str) -> str:
    """The headline in plain letters for an address; empty where none can be had from it."""
    letters = unicodedata.normalize("NFKD", headline.lower().translate(PLAIN_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    return plain[:LONGEST_SLUG].rsplit("-", 1)[0] if len(plain) > LONGEST_SLUG else plain
