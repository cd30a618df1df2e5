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


class Medium(StrEnum):
    """What its bytes are; ``kind`` is what they mean to the desk."""

    TEXT = "text"
    CAPTIONS = "captions"
    PDF = "pdf"
    WORD = "word"
    AUDIO = "audio"
    VIDEO = "video"
    PICTURE = "picture"


PLAYED = frozenset({Medium.AUDIO, Medium.VIDEO})


class Source(Base):
    """``digest`` is the SHA-256 of the bytes as received; ``encoding`` how to read them.

    What is drawn from them lies in the vault too: ``text_digest`` names the words of what is no
    plain text (UTF-8; None where no text is claimed), ``places_digest`` its pages or timecodes,
    ``view_digest`` what a browser is shown of a picture. ``media_type`` is what we found it to be.
    A ``confidential`` source is seen by who attached it and by its viewers.
    """

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
    medium: Mapped[Medium] = mapped_column(word(Medium), default=Medium.TEXT)
    media_type: Mapped[str] = mapped_column(String(80), default="text/plain")
    text_digest: Mapped[str | None] = mapped_column(String(64))
    places_digest: Mapped[str | None] = mapped_column(String(64))
    view_digest: Mapped[str | None] = mapped_column(String(64))
    confidential: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]
    added_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    detached_at: Mapped[datetime | None]

    adder: Mapped[Person] = relationship(lazy="joined")

    @property
    def words(self) -> tuple[str, str] | None:
        """The digest and the encoding of the text it is read as; None where none is claimed."""
        return words_of(self.medium, self.digest, self.encoding, self.text_digest)

    @property
    def plays(self) -> bool:
        """A recording that can be heard or seen."""
        return self.medium in PLAYED


def words_of(
    medium: Medium | None, digest: str, encoding: str | None, text_digest: str | None
) -> tuple[str, str] | None:
    """The digest and the encoding of the text a source is read as; None where none is claimed."""
    if text_digest is not None:
        return text_digest, "utf-8"
    # A row that is not yet written has no default either.
    return (digest, encoding or "utf-8") if medium in (Medium.TEXT, None) else None
