"""The approval log's rows: entries, what was said in words beside them, and the tree's head."""

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class LogEntry(Base):
    """``body`` holds the exact canonical bytes; the other columns copy them to be searched.

    ``leaf`` is SHA-256(0x00 ‖ body), ``root`` the tree's root with this entry (RFC 6962).
    """

    __tablename__ = "log_entry"
    __table_args__ = (
        Index("ix_log_entry_dispatch_id", "dispatch_id", "sequence"),
        Index("ix_log_entry_actor_id", "actor_id", "sequence"),
        Index("ix_log_entry_at", "at"),
    )

    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(64))
    actor_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    dispatch_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT")
    )
    operation_id: Mapped[uuid.UUID | None] = mapped_column(unique=False)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    leaf: Mapped[bytes] = mapped_column(LargeBinary(32))
    root: Mapped[bytes] = mapped_column(LargeBinary(32))


class LogWords(Base):
    """The text behind a commitment: erasing ``text`` and ``salt`` breaks no proof."""

    __tablename__ = "log_words"

    sequence: Mapped[int] = mapped_column(
        ForeignKey("log_entry.sequence", ondelete="RESTRICT"), primary_key=True
    )
    field: Mapped[str] = mapped_column(String(32), primary_key=True)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    text: Mapped[str | None] = mapped_column(Text)
    erased_at: Mapped[datetime | None]


class LogHead(Base):
    """One row: the log's size, its root and the roots of the perfect trees that make it up."""

    __tablename__ = "log_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    size: Mapped[int] = mapped_column(BigInteger)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    peaks: Mapped[bytes] = mapped_column(LargeBinary)
