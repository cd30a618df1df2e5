"""Invitations, password resets and the first administrator's token: they expire and work once."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word


class LinkPurpose(StrEnum):
    """What the link lets its holder do."""

    INVITATION = "invitation"
    PASSWORD_RESET = "password_reset"  # noqa: S105  (a purpose, not a password)
    FIRST_ADMINISTRATOR = "first_administrator"


class OneTimeLink(Base):
    """``token_hash`` is the SHA-256 of the secret in the link."""

    __tablename__ = "one_time_link"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    purpose: Mapped[LinkPurpose] = mapped_column(word(LinkPurpose))
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
