"""A file on its way: what has arrived lies beside the vault until all of it has."""

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Upload(Base):
    """``size`` is what was announced; how much has arrived is what lies on disk."""

    __tablename__ = "upload"
    __table_args__ = (Index("ix_upload_person_id", "person_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    filename: Mapped[str] = mapped_column(String(255))
    size: Mapped[int] = mapped_column(BigInteger)
    begun_at: Mapped[datetime]
    touched_at: Mapped[datetime]
