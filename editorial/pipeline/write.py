"""Saving the text being written: checked against a colleague's save, and against an approval."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Table, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from editorial.document.content import Content
from editorial.document.plain import plain
from editorial.document.schema import pictures
from editorial.document.validate import InvalidDocument
from editorial.document.words import count_words
from editorial.models.approval import VoidReason
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.models.revision import Revision
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.findable import make_findable, rename_findable
from editorial.pipeline.gates import note_gates
from editorial.pipeline.gather import gather
from editorial.pipeline.matter import Voiding
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import Refused, Stale
from editorial.pipeline.roles import desks_of, roles_on
from editorial.pipeline.void import APPROVED_STATES
from editorial.workflow.steps import TO_BE_JUDGED
from editorial.workflow.words import Action, Live, Role, State

LONGEST_HEADLINE = 300
# What changes with every key that is typed: no board is drawn anew for it alone.
GROWING = frozenset({"words"})
WRITERS = frozenset({Role.CORRESPONDENT, Role.EDITOR})


class Overtaken(Stale):
    """A colleague saved meanwhile; nothing was overwritten."""


def why_not_write(dispatch: Dispatch, person: Person) -> str | None:
    """The reason why this person can't change the text now, as a sentence; None when they can."""
    roles = roles_on(person, dispatch.desk_id)
    if dispatch.state is State.SPIKED:
        return "It is spiked. Nobody writes in it until an editor unspikes it."
    if dispatch.state is State.DONE:
        return "Readers have this story; it stays as it was published."
    if dispatch.state is State.IN_REVIEW and Role.EDITOR not in roles:
        return "It is in review: only the desk’s editors change it now. Ask them to return it."
    if not roles & WRITERS:
        return "On this desk you need the role of correspondent or editor to write."
    return None


def write(
    session: Session,
    dispatch: Dispatch,
    person: Person,
    content: Content,
    *,
    seen: int,
    now: datetime,
    writers: frozenset[uuid.UUID] = frozenset(),
    weigh: bool = True,
) -> WorkingCopy:
    """Save ``content`` over the working copy of version ``seen``; ``dispatch`` is locked.

    Whoever changes the text becomes a writer of it, and so do ``writers``, whose words these are
    when someone else merges them in. A change of an approved text voids the approval. With
    ``weigh=False`` the open quotes are not counted here; a job does so. Raises
    Refused, Overtaken, or InvalidDocument.
    """
    reason = why_not_write(dispatch, person)
    if reason is not None:
        raise Refused(reason)
    copy = session.get_one(WorkingCopy, dispatch.id, populate_existing=True)
    if copy.version != seen:
        raise Overtaken("Someone saved this text after your page was made.")
    changed = Content.from_json(copy.content).digest != content.digest
    copy.content = Content.from_json(content.to_json()).to_json()
    copy.saved_at, copy.saved_by = now, person.id
    if changed:
        copy.writers = sorted({*copy.writers, str(person.id), *map(str, writers)})
        _link_pictures(session, dispatch, person, content)
    session.flush()
    if changed:
        _void_approval(session, dispatch, person, content, now)
        if weigh:
            copy_figures(session, dispatch, content, now)
        else:
            label_text(session, dispatch, content)
    return copy


def copy_figures(session: Session, dispatch: Dispatch, content: Content, now: datetime) -> None:
    """Bring what lists show of the text up to date."""
    label_text(session, dispatch, content)
    situation = gather(session, dispatch, None, now)
    label(session, dispatch, open_quotes=len(situation.evidence.open_quotes))
    note_gates(session, dispatch, situation.gates)


def label_text(session: Session, dispatch: Dispatch, content: Content) -> None:
    """What lists show of the text but its quotes, which take time to weigh."""
    label(
        session,
        dispatch,
        headline=content.headline[:LONGEST_HEADLINE],
        language=content.language,
        words=count_words(plain(content.body).text),
    )
    make_findable(session, dispatch, content)


def copy_gates(session: Session, dispatch: Dispatch, now: datetime) -> None:
    """Bring what lists show of the gates up to date, after keywords or a desk's gates changed."""
    if dispatch.state in TO_BE_JUDGED:
        note_gates(session, dispatch, gather(session, dispatch, None, now).gates)


def label(session: Session, dispatch: Dispatch, **columns: Any) -> None:
    """Set what is no act of the desk: slugline, urgency, keywords, ednote, and figures.

    The dispatch's version stays as it is, so that an editor's open page is not stale for it.
    """
    session.flush()
    changed = {name for name, value in columns.items() if getattr(dispatch, name) != value}
    if not changed:
        return
    table = Dispatch.__table__
    assert isinstance(table, Table)
    session.execute(update(table).where(table.c.id == dispatch.id).values(**columns))
    for name, value in columns.items():
        set_committed_value(dispatch, name, value)
    if changed - GROWING:
        touch(session, dispatch.desk_id)
    if "slugline" in changed:
        rename_findable(session, dispatch)


def _void_approval(
    session: Session, dispatch: Dispatch, person: Person, content: Content, now: datetime
) -> None:
    if dispatch.state not in APPROVED_STATES or dispatch.revision_id is None:
        return
    if session.get_one(Revision, dispatch.revision_id).digest == content.digest:
        return
    perform(
        session,
        person,
        Action.VOID,
        dispatch.id,
        now=now,
        matter=Voiding(VoidReason.TEXT),
        system=True,
    )


def _link_pictures(session: Session, dispatch: Dispatch, person: Person, content: Content) -> None:
    """Whoever may see the dispatch may see its pictures: so its writer has to see them before."""
    linked = select(DispatchPicture.digest).where(DispatchPicture.dispatch_id == dispatch.id)
    new = set(pictures(content.body)) - set(session.scalars(linked))
    if not new:
        return
    seen = (
        select(Picture.digest)
        .outerjoin(DispatchPicture, DispatchPicture.digest == Picture.digest)
        .outerjoin(Dispatch, Dispatch.id == DispatchPicture.dispatch_id)
        .where(
            Picture.digest.in_(new),
            or_(
                Picture.added_by == person.id,
                Dispatch.desk_id.in_(desks_of(person)),
                Dispatch.created_by == person.id,
                Dispatch.live == Live.REVISION,
            ),
        )
    )
    if new - set(session.scalars(seen)):
        raise InvalidDocument("The text shows a picture that was never added here.", "body")
    for digest in sorted(new):
        session.add(DispatchPicture(dispatch_id=dispatch.id, digest=digest))
