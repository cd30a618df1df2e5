"""Secret links by which somebody outside reads one exact text before it is published."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.revision import Revision


class Preview(Base):
    """``token_hash`` is the SHA-256 of the secret in the link; ``for_whom`` stands on its page."""

    __tablename__ = "preview"
    __table_args__ = (Index("ix_preview_dispatch_id", "dispatch_id", "made_at"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))
    revision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("revision.id", ondelete="RESTRICT"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    for_whom: Mapped[str] = mapped_column(String(120))
    made_at: Mapped[datetime]
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
    views: Mapped[int] = mapped_column(default=0)
    seen_at: Mapped[datetime | None]

    dispatch: Mapped[Dispatch] = relationship(lazy="joined")
    revision: Mapped[Revision] = relationship(lazy="joined")
    maker: Mapped[Person] = relationship(lazy="joined", foreign_keys=[made_by])
