"""The log's head: how far it is, and that nobody goes on beside us."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.log_entry import LogHead


def locked_head(session: Session) -> LogHead:
    """The log's head, so that nobody appends beside us until the transaction ends."""
    return session.execute(
        select(LogHead)
        .where(LogHead.id == 1)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one()


def hold(session: Session) -> None:
    """Have nobody append beside us from now on; on SQLite whoever writes is alone already."""
    if session.get_bind().dialect.name != "sqlite":
        locked_head(session)
