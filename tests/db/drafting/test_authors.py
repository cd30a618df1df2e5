"""Words that come back are whose they were, whatever was approved meanwhile."""

import uuid

import pytest

from editorial.drafting import naming
from editorial.drafting.commands import Asked
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role
from tests.db.drafting.drafts import save, seen
from tests.newsroom import Newsroom


class Desk:
    """Mira is an author and an editor; what she filed was replaced by another's, and approved."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.mira: Person = room.person("Mira Sol", Role.CORRESPONDENT, Role.EDITOR)
        self.jan: Person = room.person("Jan Roe", Role.CORRESPONDENT)
        self.lena: Person = room.person("Lena Voss", Role.CORRESPONDENT)
        self.editor: Person = room.person("Eda Lund", Role.EDITOR)
        self.dispatch: uuid.UUID = room.dispatch(self.mira, "It rained.")
        room.act(self.mira, Action.FILE, self.dispatch)

    def approve_another(self) -> None:
        save(self.room, self.jan, self.dispatch, body="It snowed.")
        self.room.act(self.jan, Action.FILE, self.dispatch)
        self.room.act(self.editor, Action.CLAIM, self.dispatch)
        self.room.act(self.editor, Action.APPROVE, self.dispatch)

    def refuse_mira(self) -> None:
        self.room.act(self.lena, Action.FILE, self.dispatch)
        self.room.act(self.mira, Action.CLAIM, self.dispatch)
        with pytest.raises(Refused, match="wrote or changed"):
            self.room.act(self.mira, Action.APPROVE, self.dispatch)
        self.room.act(self.mira, Action.RELEASE, self.dispatch)
        self.room.act(self.editor, Action.CLAIM, self.dispatch)
        self.room.act(self.editor, Action.APPROVE, self.dispatch)


def test_a_filed_text_named_and_brought_back_is_approved_by_no_author_of_it(
    newsroom: Newsroom,
) -> None:
    desk = Desk(newsroom)
    with saving() as session:
        asked = Asked(desk.jan.id, newsroom.time)
        named = naming.save_version(session, asked, desk.dispatch, "as filed").id
    desk.approve_another()
    with saving() as session:
        naming.bring_back(session, Asked(desk.lena.id, newsroom.time), desk.dispatch, named)
    desk.refuse_mira()


def test_an_overtaken_text_is_approved_by_no_author_of_what_it_was_typed_over(
    newsroom: Newsroom,
) -> None:
    desk = Desk(newsroom)
    page = seen(newsroom, desk.dispatch)
    save(newsroom, desk.jan, desk.dispatch, body="It snowed.")
    kept = save(
        newsroom, desk.lena, desk.dispatch, at=page, body="It rained.\n\nThe quay held."
    ).kept_id
    desk.approve_another()
    save(
        newsroom,
        desk.lena,
        desk.dispatch,
        kept_id=kept,
        body="It rained.\n\nThe quay held.",
    )
    desk.refuse_mira()
