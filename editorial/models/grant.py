"""Roles are grants per desk; the administrator's belongs to no desk."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word
from editorial.workflow.words import Role


class Grant(Base):
    """One role of one person on one desk (or, for administrators, on none)."""

    __tablename__ = "desk_grant"
    __table_args__ = (
        Index("uq_desk_grant_desk", "person_id", "desk_id", "role", unique=True),
        Index(
            "uq_desk_grant_house",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("desk_id IS NULL"),
            postgresql_where=text("desk_id IS NULL"),
        ),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    desk_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("desk.id", ondelete="RESTRICT"))
    role: Mapped[Role] = mapped_column(word(Role))
    granted_at: Mapped[datetime]
    granted_by: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT")
    )
