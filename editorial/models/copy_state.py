"""A working copy's shared document, whole, as of an update; later ones follow it as rows."""

import uuid

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class CopyState(Base):
    """``state`` holds every update up to ``number``, which are rows no more."""

    __tablename__ = "copy_state"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    number: Mapped[int]
    state: Mapped[bytes] = mapped_column(LargeBinary)
