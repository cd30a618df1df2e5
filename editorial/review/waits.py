"""The texts that wait beside a dispatch, on its page: each with its difference from the desk's."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.difference import difference
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.pipeline.gather import Situation
from editorial.pipeline.roles import roles_on
from editorial.pipeline.waiting_text import WaitingText, waiting_texts
from editorial.web.prose import Piece, ProseBlock, pieces, prose
from editorial.workflow.words import Role


@dataclass(frozen=True, slots=True)
class Wait:
    """One that waits. ``files``: this person may freeze it as its author saw it."""

    id: uuid.UUID
    text: WaitingText
    mine: bool
    files: bool
    fields: tuple[tuple[str, tuple[Piece, ...]], ...]
    blocks: tuple[ProseBlock, ...]


def waits(session: Session, situation: Situation, person: Person) -> tuple[Wait, ...]:
    """Those that wait, oldest first."""
    found = waiting_texts(session, [situation.dispatch.id]).get(situation.dispatch.id, ())
    return tuple(_waits(session, situation, person, found))


def _waits(
    session: Session, situation: Situation, person: Person, found: tuple[WaitingText, ...]
) -> Iterator[Wait]:
    edits = Role.EDITOR in roles_on(person, situation.dispatch.desk_id)
    for one in found:
        typed = Content.from_json(session.get_one(KeptText, one.id).content["text"])
        between = difference(situation.written, typed)
        yield Wait(
            id=one.id,
            text=one,
            mine=one.person_id == person.id,
            files=one.filed_at is not None and (edits or one.person_id == person.id),
            fields=tuple(
                (change.field.replace("_", " ").capitalize(), pieces(change.runs))
                for change in between.fields
            ),
            blocks=tuple(prose(between)),
        )
