"""Where a story stands on the long lists that readers leaf through: for good, once given."""

import uuid

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base

WHOLE_SITE = "site"


class ShelfPlace(Base):
    """``number`` counts the stories of one shelf from the oldest, 1. A story that leaves readers
    leaves a gap, so that no other moves and numbered pages stay."""

    __tablename__ = "shelf_place"
    __table_args__ = (Index("ix_shelf_place_dispatch_id", "dispatch_id", "shelf", unique=True),)

    shelf: Mapped[str] = mapped_column(String(120), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dispatch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="RESTRICT"))


def desk_shelf(desk_id: uuid.UUID) -> str:
    """The shelf of a section."""
    return f"desk:{desk_id.hex}"


def byline_shelf(slug: str) -> str:
    """The shelf of a correspondent."""
    return f"by:{slug}"


def keyword_shelf(slug: str) -> str:
    """The shelf of a topic."""
    return f"topic:{slug}"
