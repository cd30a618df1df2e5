"""Checkpoints that were signed: what the log's size and root were, as given away."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class KeptCheckpoint(Base):
    """``note`` is the signed note as it left the house, ``key`` the vkey that signed it; the
    others copy it for searching.

    The database refuses to change or delete one.
    """

    __tablename__ = "checkpoint"

    size: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("log_entry.sequence", ondelete="RESTRICT"),
        primary_key=True,
        autoincrement=False,
    )
    origin: Mapped[str] = mapped_column(String(200))
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    key: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
