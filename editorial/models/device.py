"""A browser that keeps a person's drafts: a row, so that it can be reported lost."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Device(Base):
    """One person's place on one browser, by the id that the browser made for it.

    ``sign_in_id`` is the sign-in it was last used with. ``erased_at``: the browser said that what
    it kept is gone.
    """

    __tablename__ = "device"
    __table_args__ = (Index("ix_device_person_id", "person_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    sign_in_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("sign_in.id", ondelete="RESTRICT"))
    browser: Mapped[str] = mapped_column(String(200), default="")
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    lost_at: Mapped[datetime | None]
    lost_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    erased_at: Mapped[datetime | None]
