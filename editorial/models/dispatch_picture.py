"""Which dispatches show a picture, or were given it: so that its readers can be told quickly."""

import uuid

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class DispatchPicture(Base):
    """One row stays for good: an earlier revision may still show the picture."""

    __tablename__ = "dispatch_picture"
    __table_args__ = (Index("ix_dispatch_picture_digest", "digest"),)

    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), primary_key=True
    )
    digest: Mapped[str] = mapped_column(
        ForeignKey("picture.digest", ondelete="RESTRICT"), primary_key=True
    )
