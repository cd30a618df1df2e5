"""One item of a dispatch's record. Its bytes lie in the vault, by digest, as they came."""

import uuid
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base, word
from editorial.models.person import Person


class SourceKind(StrEnum):
    """What a source is; the last is secondary: another outlet's word for what was said."""

    TRANSCRIPT = "transcript"
    RECORDING = "recording"
    DOCUMENT = "document"
    NOTE = "note"
    REPORT = "report"


class Terms(StrEnum):
    """The terms on which a source spoke."""

    ON_THE_RECORD = "on_the_record"
    BACKGROUND = "background"
    OFF_THE_RECORD = "off_the_record"


class Source(Base):
    """``digest`` is the SHA-256 of the bytes as received; ``encoding`` how to read them."""

    __tablename__ = "source"
    __table_args__ = (Index("ix_source_dispatch_id", "dispatch_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[SourceKind] = mapped_column(word(SourceKind))
    event: Mapped[str] = mapped_column(String(200), default="")
    date: Mapped[date | None]
    origin: Mapped[str] = mapped_column(String(500), default="")
    terms: Mapped[Terms] = mapped_column(word(Terms), default=Terms.ON_THE_RECORD)
    filename: Mapped[str] = mapped_column(String(255), default="")
    digest: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    encoding: Mapped[str] = mapped_column(String(32), default="utf-8")
    added_at: Mapped[datetime]
    added_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    detached_at: Mapped[datetime | None]

    adder: Mapped[Person] = relationship(lazy="joined")
