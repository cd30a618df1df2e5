"""Pictures by the digest of their cleaned bytes; the bytes lie in the vault."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Picture(Base):
    """A picture whose metadata (place, device) was removed before it was kept."""

    __tablename__ = "picture"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(32))
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
