"""A newsroom of any size for benchmarks: its dispatches and log entries, written in bulk.

One dispatch of each state is made by the product itself; the others are copies of its rows with
keys of their own, and their entries stand in the log with the hashes they would have.
"""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, Uuid, insert, select, text
from sqlalchemy.orm import Session

from editorial.accounts.password import hasher_of_cost, keep_password
from editorial.demo.people import PASSWORD
from editorial.ledger.entry import Actor, Entry, body
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.base import Base
from editorial.models.certification import Certification
from editorial.models.database import db
from editorial.models.desk import Desk
from editorial.models.grant import Grant
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.migrating import migrate
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom

# Written row by row; what goes beyond is copied from these in SQL.
BASE = 1_000
# Room for the numbers of what the product itself made before.
MADE = 10
MARK, OPERATION = uuid.UUID(int=0xABCDEF << 96), uuid.UUID(int=0xFEDCBA << 96)
NUMBER = 8_765_432_109
# So much work is open at a time, however much was done before.
OPEN = 240
TEXT = "word " * 400
PEOPLE = {
    "mira": (Role.CORRESPONDENT,),
    "ana": (Role.EDITOR,),
    "omar": (Role.EDITOR,),
    "ruth": (Role.PUBLISHER,),
}
# What is kept beside a dispatch by its key, or by a key of one of its rows.
LEFT_OUT = frozenset(
    {"log_entry", "message", "delivery", "dispatch_gate", "presence", "operation", "site_change"}
)
WAY = (
    ("file", "draft", "filed"),
    ("claim", "filed", "in_review"),
    ("release", "in_review", "filed"),
    ("claim", "filed", "in_review"),
    ("return", "in_review", "returned"),
    ("file", "returned", "filed"),
    ("claim", "filed", "in_review"),
    ("attach", "in_review", "in_review"),
    ("approve", "in_review", "approved"),
    ("publish", "approved", "done"),
)
Rows = dict[str, list[dict[str, Any]]]


def build(url: str, folder: Path, dispatches: int) -> None:
    """Fill an empty database with ``dispatches``, of which OPEN are under way, ten entries each."""
    room = Newsroom(url, folder)
    with room.app.app_context():
        migrate(db.engine)
        room.time = datetime.now(UTC) - timedelta(days=2)
        people = _people(room)
        patterns = _patterns(room, people)
        done, under_way = patterns[0], patterns[1:]
        many = min(BASE, dispatches)
        _write(
            room,
            [under_way[n % len(under_way)] if n < OPEN else done for n in range(many)],
            people,
        )
        _point_forward()
        copied, turn = many, 0
        while copied < dispatches:
            turn += 1
            copied += _copy_all(room, people, list(done), turn, dispatches - copied)
        _point_forward()
        _settle_down()
        room.close()


def _people(room: Newsroom) -> dict[str, Person]:
    password = keep_password(hasher_of_cost(), PASSWORD)
    desk = Desk(id=uuid.uuid4(), name="Politics", slug="politics", position=1)
    with saving() as session:
        session.add(desk)
        session.flush()
        people = {}
        for name, roles in PEOPLE.items():
            person = Person(
                id=uuid.uuid4(),
                name=name.title(),
                email=f"{name}@meridian.example",
                password_hash=password,
                created_at=room.time,
            )
            person.grants = [
                Grant(person_id=person.id, desk_id=desk.id, role=role, granted_at=room.time)
                for role in roles
            ]
            session.add(person)
            people[name] = person
    room._desks["Politics"] = desk.id
    return people


def _patterns(room: Newsroom, people: dict[str, Person]) -> list[Rows]:
    """The rows of one dispatch that is done, and of one in each state of the work."""
    acts = [
        (people["mira"], Action.FILE),
        (people["ana"], Action.CLAIM),
        (people["ana"], Action.APPROVE),
        (people["ruth"], Action.PUBLISH),
    ]
    found = []
    for length in (4, 0, 1, 2, 3):
        key = room.dispatch(people["mira"], TEXT)
        for person, action in acts[:length]:
            room.act(person, action, key)
        found.append(_rows_of(room.read(), key))
    return found


def _rows_of(session: Session, key: uuid.UUID) -> Rows:
    known = {"dispatch": {key}, "revision": set[uuid.UUID](), "publication": set[uuid.UUID]()}
    rows: Rows = {}
    for table in Base.metadata.sorted_tables:
        if table.name in LEFT_OUT:
            continue
        for owner, keys in known.items():
            column = table.c.get("id" if table.name == owner else f"{owner}_id")
            if column is None or table.name in rows:
                continue
            found = session.execute(select(table).where(column.in_(keys))).mappings().all()
            if found:
                rows[table.name] = [dict(row) for row in found]
                if table.name in known:
                    known[table.name] |= {row["id"] for row in found}
    return rows


def _write(room: Newsroom, chosen: list[Rows], people: dict[str, Person]) -> None:
    """The first dispatches, by copies of the patterns' rows."""
    batches: Rows = {}
    written: list[tuple[uuid.UUID, uuid.UUID | None]] = []
    for number, pattern in enumerate(chosen):
        new: dict[uuid.UUID, uuid.UUID] = {}
        for rows in pattern.values():
            new |= {row["id"]: uuid.uuid4() for row in rows if "id" in row}
        for name, rows in pattern.items():
            batches.setdefault(name, []).extend(_copy(name, row, new, number) for row in rows)
        shown = [new[row["id"]] for row in pattern.get("publication", ())]
        written.append((new[pattern["dispatch"][0]["id"]], shown[0] if shown else None))
    tables = Base.metadata.tables
    with saving() as session:
        for name in (table.name for table in Base.metadata.sorted_tables):
            if name in batches:
                session.execute(insert(tables[name]), batches[name])
        _append(session, written, people, room.time)


def _copy_all(
    room: Newsroom, people: dict[str, Person], names: list[str], turn: int, most: int
) -> int:
    """Copy what is done of the first dispatches once more, in SQL; how many that were. The keys
    are the first ones' with ``turn`` as their last eight digits."""
    with saving() as session:
        tail = "substr(id, 25, 6)" if _on_sqlite(session) else "substr(CAST(id AS text), 29, 6)"
        first = f"SELECT id FROM dispatch WHERE state = 'done' AND {tail} <> '000000'"
        keys = session.scalars(text(f"{first} ORDER BY id LIMIT {most}").columns(id=Uuid())).all()
        kind = "CHAR(32)" if _on_sqlite(session) else "UUID"
        session.execute(text(f"CREATE TEMPORARY TABLE chosen (id {kind})"))
        session.execute(text(f"INSERT INTO chosen {first} ORDER BY id LIMIT {most}"))
        for table in Base.metadata.sorted_tables:
            if table.name in names:
                session.execute(text(_copying(session, table, names, turn)))
        of = "dispatch_id IN (SELECT id FROM chosen)"
        asked = f"SELECT dispatch_id, id FROM publication WHERE {of}"
        rows = session.execute(text(asked).columns(dispatch_id=Uuid(), id=Uuid()))
        shown = {row.dispatch_id: row.id for row in rows}
        session.execute(text("DROP TABLE chosen"))
        new = [(_copied(key, turn), _copied(shown[key], turn)) for key in keys]
        _append(session, new, people, room.time)
    return len(keys)


def _copied(key: uuid.UUID, turn: int) -> uuid.UUID:
    return uuid.UUID(f"{key.hex[:24]}{turn:08x}")


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _copying(session: Session, table: Table, names: list[str], turn: int) -> str:
    """The statement that copies a table's rows of the chosen dispatches."""
    sqlite = _on_sqlite(session)
    columns = ", ".join(_as_copied(one, names, turn, sqlite=sqlite) for one in table.columns)
    owner = {
        "dispatch": "id IN (SELECT id FROM chosen)",
        "dispatch_id": "dispatch_id IN (SELECT id FROM chosen)",
        "revision_id": "revision_id IN (SELECT id FROM revision WHERE dispatch_id IN "
        "(SELECT id FROM chosen))",
        "publication_id": "publication_id IN (SELECT id FROM publication WHERE dispatch_id IN "
        "(SELECT id FROM chosen))",
    }
    of = next(name for name in owner if name == table.name or name in table.columns)
    listed = ", ".join(f'"{column.name}"' for column in table.columns)
    chosen = f'SELECT {columns} FROM "{table.name}" WHERE {owner[of]}'
    return f'INSERT INTO "{table.name}" ({listed}) {chosen}'


def _as_copied(column: Column[Any], names: list[str], turn: int, *, sqlite: bool) -> str:
    name = f'"{column.name}"'
    points = {key.column.table.name for key in column.foreign_keys}
    if column.table.name == "dispatch" and column.name in ("revision_id", "live_revision_id"):
        return "NULL"
    own = column.primary_key and not points
    if isinstance(column.type, Uuid) and (own or points & set(names)):
        if sqlite:
            return f"substr({name}, 1, 24) || '{turn:08x}'"
        return f"(substr(CAST({name} AS text), 1, 28) || '{turn:08x}')::uuid"
    if column.table.name == "publication" and column.name == "address":
        return f"{name} || '-{turn}'"
    if column.table.name == "publication_text" and column.name == "number":
        return f"{name} + {turn * 100_000}"
    if column.table.name == "shelf_place" and column.name == "number":
        return f"{name} + {turn * (BASE + MADE)}"
    return name


def _copy(
    name: str, row: dict[str, Any], new: dict[uuid.UUID, uuid.UUID], number: int
) -> dict[str, Any]:
    copied = {
        column: new.get(value, value) if isinstance(value, uuid.UUID) else value
        for column, value in row.items()
    }
    if name == "dispatch":
        # Both point forward to rows that come after; they are set at the end.
        copied |= {"revision_id": None, "live_revision_id": None}
        copied["moved_at"] = copied["entered_at"] = row["moved_at"] - timedelta(seconds=number)
    elif name == "publication":
        copied["address"] = f"rain-{number}"
    elif name == "publication_text":
        copied["number"] = 1_000 + number
    elif name == "shelf_place":
        copied["number"] = MADE + number
    return copied


def _bodies(people: dict[str, Person], at: datetime) -> list[bytes]:
    """The ten entries of a dispatch, with marks where each differs."""
    author, editor = (Actor(people[n].id, people[n].name, "editor") for n in ("mira", "ana"))
    return [
        body(
            Entry(
                at=at,
                actor=author if action == "file" else editor,
                action=action,
                dispatch=MARK,
                revision_number=1,
                revision_digest=MARK.hex * 2,
                evidence_digest="e" * 64,
                before=before,
                after=after,
                saw={"approval_stands": True, "open_quotes": 0, "roles": ["editor"]},
                details={"authors": [str(author.id)]} if action == "file" else {},
                operation=OPERATION,
            ),
            NUMBER,
            {},
        )
        for action, before, after in WAY
    ]


def _append(
    session: Session,
    written: Sequence[tuple[uuid.UUID, uuid.UUID | None]],
    people: dict[str, Person],
    at: datetime,
) -> None:
    """Append ten entries for each dispatch; a publication counts as certified by its last."""
    head = session.get_one(LogHead, 1, populate_existing=True)
    size, peaks = head.size, head.peaks
    bodies = _bodies(people, at)
    actors = [people["mira" if action == "file" else "ana"].id for action, _b, _a in WAY]
    rows, certified = [], []
    for dispatch, publication in written:
        for pattern, actor, (action, _before, _after) in zip(bodies, actors, WAY, strict=True):
            size += 1
            operation = uuid.uuid4()
            stored = (
                pattern.replace(str(MARK).encode(), str(dispatch).encode())
                .replace(MARK.hex.encode(), dispatch.hex.encode())
                .replace(str(OPERATION).encode(), str(operation).encode())
                .replace(str(NUMBER).encode(), str(size).encode())
            )
            leaf = leaf_hash(stored)
            peaks = push(peaks, size - 1, leaf)
            rows.append(
                {
                    "sequence": size,
                    "at": at,
                    "action": action,
                    "actor_id": actor,
                    "dispatch_id": dispatch,
                    "operation_id": operation,
                    "body": stored,
                    "leaf": leaf,
                    "root": root(peaks),
                }
            )
        if publication is not None:
            certified.append({"publication_id": publication, "sequence": size})
    session.execute(insert(LogEntry), rows)
    if certified:
        session.execute(insert(Certification), certified)
    head.size, head.peaks, head.root = size, peaks, root(peaks)


def _point_forward() -> None:
    newest = "(SELECT id FROM revision WHERE revision.dispatch_id = dispatch.id)"
    with saving() as session:
        session.execute(
            text(
                f"UPDATE dispatch SET revision_id = {newest}, live_revision_id = "
                f"CASE WHEN live = 'revision' THEN {newest} END WHERE revision_id IS NULL"
            )
        )


def _settle_down() -> None:
    """Nothing of the filling waits as a job, and the database knows what it holds."""
    with saving() as session:
        session.execute(text("DELETE FROM job"))
    with db.engine.connect() as connection:
        plain = connection.execution_options(isolation_level="AUTOCOMMIT")
        plain.exec_driver_sql("ANALYZE")
