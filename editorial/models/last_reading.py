"""What a person last read of a dispatch, and how the desk had labelled it then."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class LastReading(Base):
    """``labels``: slugline, urgency, keywords, ednote, desk and embargo in words."""

    __tablename__ = "last_reading"

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    labels: Mapped[dict[str, Any]] = mapped_column(JSON)
    read_at: Mapped[datetime]


class FiledLabels(Base):
    """The same of a revision, as it was frozen."""

    __tablename__ = "filed_labels"

    revision_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("revision.id", ondelete="RESTRICT"), primary_key=True
    )
    labels: Mapped[dict[str, Any]] = mapped_column(JSON)
