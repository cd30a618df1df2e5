"""Where a desk's events are told outside: one address a desk, set by an administrator."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base, word


class HookKind(StrEnum):
    """What is sent: our JSON, signed; or a line of text as Slack and its likes take it."""

    JSON = "json"
    SLACK = "slack"


class DeskHook(Base):
    """``url`` may hold a secret of its own, so nobody but administrators is shown it; ``secret``
    (base64) signs what is sent. ``events`` are those it is told."""

    __tablename__ = "desk_hook"

    desk_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("desk.id", ondelete="RESTRICT"), primary_key=True
    )
    kind: Mapped[HookKind] = mapped_column(word(HookKind))
    url: Mapped[str] = mapped_column(String(1000))
    secret: Mapped[str] = mapped_column(String(64))
    events: Mapped[list[Any]] = mapped_column(JSON)
    set_at: Mapped[datetime]
