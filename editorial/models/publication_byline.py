"""Who a published text is by, as its byline says."""

import uuid

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class PublicationByline(Base):
    """One name of a byline; ``slug`` is its place on the site, ``place`` counts from 0."""

    __tablename__ = "publication_byline"
    __table_args__ = (Index("ix_publication_byline_slug", "slug"),)

    publication_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("publication.id", ondelete="RESTRICT"), primary_key=True
    )
    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    place: Mapped[int]
