"""Drafts for tests, and saving them as a person would."""

import dataclasses
import uuid
from typing import Any

from editorial.document.content import Content
from editorial.drafting import commands
from editorial.drafting.commands import Asked, Saved, Seen
from editorial.drafting.draft import Draft, Placing, draft_of, labels_of, placing_of
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Action
from tests.newsroom import Newsroom


def begin(
    room: Newsroom,
    person: Person,
    operation: uuid.UUID | None = None,
    then: Action | None = None,
    **fields: Any,
) -> Saved:
    """Begin a dispatch on the Politics desk."""
    placing = fields.pop("placing", Placing(room.desk()))
    draft = Draft(placing=placing, **fields)
    with saving() as session:
        return commands.begin(session, Asked(person.id, room.time, operation, then), draft)


def typed(room: Newsroom, dispatch_id: uuid.UUID, **fields: Any) -> Draft:
    """The dispatch as its page shows it without the editor, with ``fields`` typed over."""
    session = room.read()
    dispatch = session.get_one(Dispatch, dispatch_id)
    content = Content.from_json(session.get_one(WorkingCopy, dispatch_id).content)
    draft = draft_of(content, labels_of(dispatch), placing_of(dispatch))
    return dataclasses.replace(draft, tree=None, **fields)


def seen(room: Newsroom, dispatch_id: uuid.UUID) -> Seen:
    """The versions that a page opened now would carry."""
    session = room.read()
    copy = session.get_one(WorkingCopy, dispatch_id)
    return Seen(copy.version, session.get_one(Dispatch, dispatch_id).version)


def save(
    room: Newsroom,
    person: Person,
    dispatch_id: uuid.UUID,
    *,
    at: Seen | None = None,
    operation: uuid.UUID | None = None,
    then: Action | None = None,
    kept_id: uuid.UUID | None = None,
    **fields: Any,
) -> Saved:
    """Save ``fields`` over what stands, on a page that was opened at ``at`` (None: just now)."""
    draft = typed(room, dispatch_id, **fields)
    at = at or seen(room, dispatch_id)
    with saving() as session:
        asked = Asked(person.id, room.time, operation, then)
        return commands.save(session, asked, dispatch_id, draft, at, kept_id)


def text(room: Newsroom, dispatch_id: uuid.UUID) -> str:
    """The body as it stands, in Markdown."""
    return typed(room, dispatch_id).body


def writers(room: Newsroom, dispatch_id: uuid.UUID) -> set[uuid.UUID]:
    """Who wrote in the working copy since the last revision."""
    copy = room.read().get_one(WorkingCopy, dispatch_id)
    return {uuid.UUID(writer) for writer in copy.writers}
