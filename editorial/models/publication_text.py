"""The words that a search looks through: of each dispatch the text that is live."""

import uuid

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

# What the database keeps beside this table by its own triggers; no table of ours.
SEARCH_INDEX = "publication_search"


class PublicationText(Base):
    """Folded words (``document.fold``). ``number`` is what the index knows the row by,
    ``configuration`` PostgreSQL's name for the language's stemming."""

    __tablename__ = "publication_text"

    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )
    publication_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("publication.id", ondelete="RESTRICT"), unique=True
    )
    configuration: Mapped[str] = mapped_column(String(20))
    headline: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
