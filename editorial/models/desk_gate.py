"""How a desk has set a gate; a gate without a row is off."""

import uuid

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Gate


class DeskGate(Base):
    """One gate of one desk, switched by an administrator."""

    __tablename__ = "desk_gate"

    desk_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("desk.id", ondelete="RESTRICT"), primary_key=True
    )
    gate: Mapped[Gate] = mapped_column(word(Gate), primary_key=True)
    when: Mapped[When] = mapped_column(word(When))
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)

    @property
    def switch(self) -> Switch:
        """The setting as the rules want it."""
        return Switch(self.when, tuple(self.languages), tuple(self.keywords))
