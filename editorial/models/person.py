"""People: never deleted, as the log names them; deactivated when they leave."""

import uuid
from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from editorial.models.base import Base
from editorial.models.grant import Grant


class Person(Base):
    """Someone with a name at this agency."""

    __tablename__ = "person"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    initials: Mapped[str] = mapped_column(String(8), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    password_hash: Mapped[str | None] = mapped_column(Text)
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int | None]
    totp_required: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    deactivated_at: Mapped[datetime | None]

    grants: Mapped[list[Grant]] = relationship(
        lazy="selectin", foreign_keys=[Grant.person_id], order_by=Grant.granted_at
    )

    @property
    def active(self) -> bool:
        """True until the person has left."""
        return self.deactivated_at is None
