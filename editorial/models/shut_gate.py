"""Which gates a dispatch has still to pass, copied for the lists; the rules gather it anew."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import Gate


class ShutGate(Base):
    """A row a gate; the quotes' is told by ``Dispatch.open_quotes``."""

    __tablename__ = "shut_gate"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    gate: Mapped[Gate] = mapped_column(word(Gate), primary_key=True)
