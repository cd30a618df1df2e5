"""One number a desk, which rises with every change that a board of the desk would show."""

import uuid
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, event, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from editorial.models.base import Base
from editorial.models.dispatch import Dispatch

TOUCHED = "editorial_touched_desks"


class DeskPulse(Base):
    """``beat`` only ever rises; a desk on which nothing happened yet has no row."""

    __tablename__ = "desk_pulse"

    desk_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("desk.id", ondelete="RESTRICT"), primary_key=True
    )
    beat: Mapped[int] = mapped_column(BigInteger)


def touch(session: Session, desk_id: uuid.UUID) -> None:
    """Have the desk's pulse beat at the end of this transaction. A changed ``Dispatch`` says so
    by itself; whatever else a board shows has to."""
    session.info.setdefault(TOUCHED, set()).add(desk_id)


def beat(session: Session) -> None:
    """Let the pulses of what was touched rise. The last thing before the commit, desk after desk
    in one order: nothing is locked after them, so nobody who waits for them is waited for."""
    session.flush()
    dialect: Any = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    for desk_id in sorted(session.info.pop(TOUCHED, ())):
        fresh = dialect.insert(DeskPulse).values(desk_id=desk_id, beat=1)
        session.execute(
            fresh.on_conflict_do_update(
                index_elements=[DeskPulse.desk_id], set_={"beat": DeskPulse.beat + 1}
            )
        )


@event.listens_for(Session, "after_flush")
def _notice(session: Session, _context: object) -> None:
    for one in (*session.new, *session.dirty):
        if isinstance(one, Dispatch):
            touch(session, one.desk_id)
            for before in inspect(one).attrs.desk_id.history.deleted or ():
                touch(session, before)
