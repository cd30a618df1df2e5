"""What witnesses put under our checkpoints."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class Cosignature(Base):
    """``witness`` is its verifier key (vkey), ``line`` the signature line without its newline.

    The database refuses to change or delete one.
    """

    __tablename__ = "cosignature"
    __table_args__ = (Index("ix_cosignature_witness", "witness", "size"),)

    size: Mapped[int] = mapped_column(
        ForeignKey("checkpoint.size", ondelete="RESTRICT"), primary_key=True
    )
    witness: Mapped[str] = mapped_column(String(300), primary_key=True)
    line: Mapped[str] = mapped_column(Text)
    cosigned_at: Mapped[datetime]
