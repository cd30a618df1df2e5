"""Desks: who owns a beat or region, with a section of the site."""

import uuid
from datetime import datetime

from sqlalchemy import String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Desk(Base):
    """The group that owns a beat or region."""

    __tablename__ = "desk"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    description: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None]
    # Whether its texts' certificates open the entries with the names of those who vouched.
    certificate_names: Mapped[bool] = mapped_column(default=False, server_default=false())
