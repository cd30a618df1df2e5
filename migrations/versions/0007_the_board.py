"""What a board asks: since when, until when, in which order, who has it open, how long it took."""

import json
import uuid
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

# A column that may not be empty needs a value at once; each row's own follows.
LONG_AGO = "1970-01-01 00:00:00"
AT_A_TIME = 1000


def upgrade() -> None:
    """Build the columns and tables, and fill them from the log."""
    moment = sa.DateTime(timezone=True)
    op.add_column(
        "dispatch", sa.Column("entered_at", moment, nullable=False, server_default=LONG_AGO)
    )
    op.add_column("dispatch", sa.Column("deadline_at", moment, nullable=True))
    op.add_column(
        "dispatch", sa.Column("place", sa.SmallInteger(), nullable=False, server_default="32000")
    )
    op.execute("UPDATE dispatch SET entered_at = moved_at")
    op.create_index(
        "ix_dispatch_board", "dispatch", ["desk_id", "state", "place", "urgency", "entered_at"]
    )
    op.create_index("ix_dispatch_entered", "dispatch", ["desk_id", "state", "entered_at"])
    op.create_index("ix_dispatch_deadline_at", "dispatch", ["desk_id", "deadline_at"])
    op.create_table(
        "desk_pulse",
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("beat", sa.BigInteger(), nullable=False),
        _to("desk_pulse", "desk_id", "desk.id"),
        sa.PrimaryKeyConstraint("desk_id", name=op.f("pk_desk_pulse")),
    )
    op.create_table(
        "presence",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("doing", sa.String(length=32), nullable=False),
        sa.Column("seen_at", moment, nullable=False),
        _to("presence", "dispatch_id", "dispatch.id"),
        _to("presence", "person_id", "person.id"),
        _to("presence", "desk_id", "desk.id"),
        sa.PrimaryKeyConstraint("dispatch_id", "person_id", name=op.f("pk_presence")),
    )
    op.create_index("ix_presence_desk_id", "presence", ["desk_id", "seen_at"])
    op.create_table(
        "stay",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("ended_at", moment, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        _to("stay", "dispatch_id", "dispatch.id"),
        _to("stay", "desk_id", "desk.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
    )
    op.create_index("ix_stay_desk_id", "stay", ["desk_id", "week", "state", "seconds"])
    op.create_index("ix_stay_dispatch_id", "stay", ["dispatch_id"])
    _fill()


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [target], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )


def _fill() -> None:
    """The stays that the log knows of, and since when each dispatch is where it is."""
    connection = op.get_bind()
    dispatch = sa.table(
        "dispatch",
        sa.column("id", sa.Uuid),
        sa.column("desk_id", sa.Uuid),
        sa.column("created_at", sa.DateTime(timezone=True)),
        sa.column("entered_at", sa.DateTime(timezone=True)),
    )
    entry = sa.table(
        "log_entry",
        sa.column("sequence", sa.BigInteger),
        sa.column("dispatch_id", sa.Uuid),
        sa.column("body", sa.LargeBinary),
    )
    stay = sa.table(
        "stay",
        sa.column("id", sa.Uuid),
        sa.column("dispatch_id", sa.Uuid),
        sa.column("desk_id", sa.Uuid),
        sa.column("state", sa.String),
        sa.column("ended_at", sa.DateTime(timezone=True)),
        sa.column("week", sa.Date),
        sa.column("seconds", sa.Integer),
    )
    asked = sa.select(dispatch.c.id, dispatch.c.desk_id, dispatch.c.created_at)
    desks, since = {}, {}
    for key, desk_id, created_at in connection.execute(asked):
        desks[key], since[key] = desk_id, created_at.replace(tzinfo=created_at.tzinfo or UTC)
    last = 0
    while entries := connection.execute(
        sa.select(entry.c.sequence, entry.c.dispatch_id, entry.c.body)
        .where(entry.c.sequence > last, entry.c.dispatch_id.is_not(None))
        .order_by(entry.c.sequence)
        .limit(AT_A_TIME)
    ).all():
        last = entries[-1].sequence
        rows = []
        for _sequence, key, body in entries:
            try:
                said = json.loads(body)
            except ValueError:
                continue  # someone wrote over it; the log's own check tells of that
            if said.get("from") is None or said["from"] == said["to"]:
                continue
            at = datetime.fromisoformat(said["at"])
            rows.append(_stay(key, desks[key], said["from"], since[key], at))
            since[key] = at
            connection.execute(
                sa.update(dispatch).where(dispatch.c.id == key).values(entered_at=_plain(at))
            )
        if rows:
            connection.execute(sa.insert(stay), rows)


def _stay(
    key: uuid.UUID, desk_id: uuid.UUID, state: str, since: datetime, at: datetime
) -> dict[str, uuid.UUID | str | datetime | date | int]:
    return {
        "id": uuid.uuid4(),
        "dispatch_id": key,
        "desk_id": desk_id,
        "state": state,
        "ended_at": _plain(at),
        "week": (at - timedelta(days=at.weekday())).date(),
        "seconds": max(0, int((at - since).total_seconds())),
    }


def _plain(at: datetime) -> datetime:
    """SQLite keeps UTC without saying so."""
    return at.replace(tzinfo=None) if op.get_bind().dialect.name == "sqlite" else at
