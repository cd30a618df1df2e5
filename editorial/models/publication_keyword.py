"""What a published text is about, as it was when it went live."""

import uuid

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class PublicationKeyword(Base):
    """One keyword; ``slug`` is its place on the site, ``place`` counts from 0."""

    __tablename__ = "publication_keyword"
    __table_args__ = (Index("ix_publication_keyword_slug", "slug"),)

    publication_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("publication.id", ondelete="RESTRICT"), primary_key=True
    )
    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    keyword: Mapped[str] = mapped_column(Text)
    place: Mapped[int]
