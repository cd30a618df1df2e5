"""The only commit of the package."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from editorial.models.database import WRITING, db
from editorial.models.desk_pulse import TOUCHED, beat


@contextmanager
def saving() -> Iterator[Session]:
    """One transaction for one act: all of it is stored or none.

    Ends what was only being read, then begins to write at once (``BEGIN IMMEDIATE`` on SQLite),
    so that two writers queue instead of failing halfway.
    """
    session: Session = db.session()
    session.rollback()
    session.info.pop(TOUCHED, None)
    session.connection(execution_options={WRITING: True})
    try:
        yield session
        beat(session)
        session.commit()
    except BaseException:
        session.rollback()
        raise


def reading() -> Session:
    """The session of this request or job, for queries."""
    session: Session = db.session()
    return session
