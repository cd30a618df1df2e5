"""A desk with people and a few dispatches, for tests of the board."""

import uuid
from typing import Any

from editorial.board.columns import Asking, Column, columns
from editorial.board.wanted import Wanted
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.write import copy_figures, label
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


class Desk:
    """Mira writes, Ana and Omar edit."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.mira = room.person("Mira Sol", Role.CORRESPONDENT)
        self.ana = room.person("Ana Peng", Role.EDITOR)
        self.omar = room.person("Omar Dale", Role.EDITOR)

    def draft(self, text: str = "It rained.", **labels: Any) -> uuid.UUID:
        """A draft of Mira's with these labels, found by its words."""
        content = self.room.content(text)
        key = self.room.dispatch(self.mira, text)
        with saving() as session:
            dispatch = session.get_one(Dispatch, key)
            copy_figures(session, dispatch, content, self.room.time)
            if labels:
                label(session, dispatch, **labels)
        return key

    def filed(self, text: str = "It rained.", **labels: Any) -> uuid.UUID:
        """The same, filed."""
        key = self.draft(text, **labels)
        self.room.act(self.mira, Action.FILE, key)
        return key

    def asking(self, person: Person | None = None, **wishes: str) -> Asking:
        """Someone looks at the Politics desk's board."""
        person = self.room.read().get_one(Person, (person or self.ana).id)
        return Asking(person, (self.room.desk(),), Wanted(**wishes), self.room.time)

    def columns(self, person: Person | None = None, **wishes: str) -> dict[str, Column]:
        """The columns by their state."""
        asking = self.asking(person, **wishes)
        return {column.state: column for column in columns(self.room.read(), asking)}

    def shown(self, **wishes: str) -> set[uuid.UUID]:
        """Every dispatch on the board."""
        found = self.columns(None, **wishes)
        return {card.id for column in found.values() for card in column.cards}
