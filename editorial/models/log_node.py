"""Inner nodes of the log's tree, kept so that a proof reads hundreds of hashes and not millions."""

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from editorial.models.base import Base


class LogNode(Base):
    """The root of the 2**``level`` leaves that begin at leaf ``place`` · 2**``level``.

    Derived from the entries and believed by nobody: a false one makes a proof that fails.
    """

    __tablename__ = "log_node"

    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
