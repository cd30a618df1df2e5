"""What changed on the public website, in order: one row an act that readers can see."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class SiteChange(Base):
    """``edition`` counts from 1; ``dispatch_id`` is None for what changes every page."""

    __tablename__ = "site_change"

    edition: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dispatch_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT")
    )
    at: Mapped[datetime]
