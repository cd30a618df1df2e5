"""Freezing the working copy into a revision."""

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.document.canonical import canonical
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.revision import Revision, RevisionAuthor
from editorial.pipeline.gather import Situation
from editorial.pipeline.labels import keep_filed


def freeze(
    session: Session, situation: Situation, person: Person, filed_at: datetime, now: datetime
) -> Revision:
    """The new revision, or the present one when nothing has changed since.

    Its authors are everyone who wrote in the working copy since the last one.
    """
    dispatch, working_copy = situation.dispatch, situation.working_copy
    content = situation.written
    if situation.revision is not None and situation.revision.digest == content.digest:
        return situation.revision
    revision = Revision(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        number=_next_number(session, dispatch),
        content=canonical(content.to_json()),
        digest=content.digest,
        frozen_at=now,
        filed_at=filed_at,
        frozen_by=person.id,
    )
    session.add(revision)
    session.flush()
    writers = working_copy.writers or [str(person.id)]
    session.add_all(
        RevisionAuthor(revision_id=revision.id, person_id=uuid.UUID(writer)) for writer in writers
    )
    keep_filed(session, dispatch, revision.id)
    working_copy.writers = []
    dispatch.revision_id = revision.id
    session.flush()
    return revision


def _next_number(session: Session, dispatch: Dispatch) -> int:
    last = session.scalar(
        select(func.max(Revision.number)).where(Revision.dispatch_id == dispatch.id)
    )
    return (last or 0) + 1
