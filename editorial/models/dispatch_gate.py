"""How a dispatch's gates stand, copied for the lists; the rules gather it anew."""

import uuid
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import Gate


class Stands(StrEnum):
    """For exactly the text and evidence that are to be judged."""

    SHUT = "shut"
    PASSED = "passed"
    OVERRIDDEN = "overridden"


class DispatchGate(Base):
    """A row a gate that the text has to pass; the quotes' is told by ``Dispatch.open_quotes``."""

    __tablename__ = "dispatch_gate"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    gate: Mapped[Gate] = mapped_column(word(Gate), primary_key=True)
    stands: Mapped[Stands] = mapped_column(word(Stands))
