"""Which entry of the log certifies a publication."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Certification(Base):
    """``sequence`` is the entry that says who vouched for the text, by role and without names."""

    __tablename__ = "certification"

    publication_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("publication.id", ondelete="RESTRICT"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(
        ForeignKey("log_entry.sequence", ondelete="RESTRICT"), unique=True
    )
