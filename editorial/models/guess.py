"""Failed guesses at a secret, kept in the database so that every worker counts the same."""

import uuid
from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Guess(Base):
    """One failed guess; ``about`` says at what and from where, hashed where it is personal."""

    __tablename__ = "guess"
    __table_args__ = (Index("ix_guess_about_at", "about", "at"), Index("ix_guess_at", "at"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    about: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
