"""One frozen text. Nothing rewrites it, in the database either."""

import hashlib
import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.person import Person


class RevisionAuthor(Base):
    """Someone who wrote or changed the text that this revision froze."""

    __tablename__ = "revision_author"

    revision_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("revision.id", ondelete="RESTRICT"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )


class Revision(Base):
    """``content`` holds the canonical bytes (RFC 8785) of all that a reader will see,
    ``digest`` their SHA-256 in hexadecimal."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("dispatch_id", "number"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    number: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(String(64))
    frozen_at: Mapped[datetime]
    filed_at: Mapped[datetime]
    frozen_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))

    authors: Mapped[list[RevisionAuthor]] = relationship(lazy="select")
    freezer: Mapped[Person] = relationship(lazy="select")

    @property
    def intact(self) -> bool:
        """Whether the text is still the one that was frozen."""
        return is_intact(self.content, self.digest)


def is_intact(content: bytes | str, digest: str) -> bool:
    """Whether ``content`` has the digest it was frozen with. Bytes changed by hand may come back
    as text: SQLite keeps a column's values as they were given."""
    return isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == digest
