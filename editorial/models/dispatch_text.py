"""The words that the desk's search looks through: of each dispatch what is written now."""

import uuid

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

# What the database keeps beside this table by its own triggers; no table of ours.
DESK_INDEX = "dispatch_search"


class DispatchText(Base):
    """Folded words (``document.fold``). ``number`` is what the index knows the row by,
    ``configuration`` PostgreSQL's name for the language's stemming."""

    __tablename__ = "dispatch_text"

    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )
    dispatch_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("dispatch.id", ondelete="RESTRICT"), unique=True
    )
    configuration: Mapped[str] = mapped_column(String(20))
    slugline: Mapped[str] = mapped_column(Text)
    headline: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
