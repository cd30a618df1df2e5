"""What still comes from the browser of someone who was deactivated: it is written into no text,
and kept whole for an editor of the desk."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.shared import Shared
from editorial.drafting.draft import Draft
from editorial.drafting.kept import keep, writers_of
from editorial.drafting.shared_copy import open_copy
from editorial.drafting.sync import Sent, begin_shared
from editorial.drafting.written import written
from editorial.models.dispatch import Dispatch
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.authors import authors_of_copy
from editorial.pipeline.perform import load
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.write import WRITERS

# Of one person beside one dispatch. A later text then takes the place of the last.
MOST_WAITING = 20


def keep_update(session: Session, sent: Sent) -> None:
    """Keep what an update makes of the desk's text. Raises NotThere, Refused or InvalidDocument."""
    person = session.get_one(Person, sent.person_id)
    dispatch = load(session, sent.dispatch_id)
    if dispatch is None and sent.desk_id is not None and sent.update is not None:
        # It began on their device: an empty draft, beside which their words wait.
        dispatch = begin_shared(session, person, sent)
    dispatch = _theirs(person, dispatch)
    if sent.update is None:
        return
    trial = Shared([open_copy(session, dispatch).shared.state])
    if trial.merge(sent.update) is not None:
        _keep(session, dispatch, person, written(trial.read()), sent.now, None)


def keep_seen(
    session: Session,
    person_id: uuid.UUID,
    dispatch_id: uuid.UUID,
    draft: Draft,
    now: datetime,
    filed_at: datetime | None,
) -> None:
    """Keep the text as its author saw it, and when they filed it. Raises NotThere or
    InvalidDocument."""
    person = session.get_one(Person, person_id)
    _keep(session, _theirs(person, load(session, dispatch_id)), person, draft, now, filed_at)


def _theirs(person: Person, dispatch: Dispatch | None) -> Dispatch:
    """A dispatch in which they wrote when they were still here."""
    wrote = {grant.desk_id for grant in person.grants if grant.role in WRITERS}
    if dispatch is None or (dispatch.desk_id not in wrote and dispatch.created_by != person.id):
        raise NotThere
    return dispatch


def _keep(
    session: Session,
    dispatch: Dispatch,
    person: Person,
    draft: Draft,
    now: datetime,
    filed_at: datetime | None,
) -> None:
    content = draft.content(None)
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    if filed_at is None and Content.from_json(copy.content).digest == content.digest:
        return
    standing = session.scalars(
        select(KeptText)
        .where(
            KeptText.dispatch_id == dispatch.id,
            KeptText.person_id == person.id,
            KeptText.resolved_at.is_(None),
        )
        .order_by(KeptText.kept_at)
    ).all()
    text = content.to_json()
    if any(one.content["text"] == text and one.filed_at == filed_at for one in standing):
        return
    if len(standing) >= MOST_WAITING:
        last = standing[-1]
        authors = sorted(map(str, writers_of(last) | authors_of_copy(session, dispatch)))
        typed = {"text": text, "labels": draft.labels, "writers": authors}
        last.content, last.kept_at = {**last.content, **typed}, now
        last.filed_at = filed_at or last.filed_at
        return
    writers = frozenset({person.id})
    kept = keep(session, dispatch.id, person, now, copy.version, content, draft, writers)
    kept.filed_at = filed_at
