"""What the database itself refuses: of our own role on PostgreSQL, of anybody on SQLite."""

import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from editorial.ledger.verify import verify
from editorial.models.guarding import CanNotGuard, guard
from editorial.models.saving import reading
from editorial.workflow.words import Role
from tests.databases import PostgresqlTemplate, SqliteTemplate
from tests.newsroom import Newsroom

REPLACED = (
    "REPLACE INTO log_entry SELECT 2, at, action, NULL, NULL, NULL, body, leaf, root "
    "FROM log_entry WHERE sequence = 3"
)

REPLACED_BY_ROW = (
    "INSERT OR REPLACE INTO log_entry (rowid, sequence, at, action, body, leaf, root) "
    "SELECT 2, 999999, at, action, body, leaf, root FROM log_entry WHERE sequence = 2"
)


@pytest.fixture
def guarded(postgresql_template: PostgresqlTemplate) -> Iterator[tuple[str, str]]:
    """A database whose log is guarded: its URL for the newsroom's role, and the owner."""
    url = postgresql_template.fresh()
    name = uuid.uuid4().hex[:12]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE app_{name} LOGIN"))
    guard(engine, f"app_{name}", f"owner_{name}")
    engine.dispose()
    yield url.replace("postgres@", f"app_{name}@"), f"owner_{name}"
    postgresql_template.drop(url)


def test_the_newsroom_works_with_no_more_than_it_may(
    guarded: tuple[str, str], tmp_path: Path
) -> None:
    room = Newsroom(guarded[0], tmp_path)
    with room.app.app_context():
        room.publish(room.person("Mira Sol", Role.CORRESPONDENT))
        assert verify(room.read()).fault is None
        assert reading().scalar(text("SELECT count(*) FROM log_entry")) == 4
        room.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET action = 'spike'",
        "DELETE FROM log_entry",
        "TRUNCATE log_entry CASCADE",
        "TRUNCATE log_head",
        "DELETE FROM log_words",
        "UPDATE log_words SET sequence = 9",
        "DELETE FROM log_head",
        "INSERT INTO log_head VALUES (2, 0, '', '')",
        "UPDATE revision SET digest = 'x'",
        "DELETE FROM checkpoint",
        "ALTER TABLE log_entry DISABLE TRIGGER ALL",
        "DROP TRIGGER log_entry_refuses_rewriting ON log_entry",
        "DROP TABLE log_entry CASCADE",
        "CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE sql AS $$ $$",
        "UPDATE alembic_version SET version_num = '0001'",
        "SET session_replication_role = replica",
        "SET ROLE {owner}",
    ],
)
def test_the_newsrooms_role_can_neither_rewrite_the_log_nor_lift_its_guards(
    guarded: tuple[str, str], statement: str
) -> None:
    url, owner = guarded
    engine = create_engine(url)
    try:
        refused(engine, statement.format(owner=owner))
    finally:
        engine.dispose()


def refused(engine: Engine, statement: str) -> None:
    with (
        pytest.raises(DBAPIError, match=r"permission denied|must be owner|can not be rewritten"),
        engine.begin() as connection,
    ):
        connection.execute(text(statement))


def test_the_owner_can_not_log_in(guarded: tuple[str, str]) -> None:
    url, owner = guarded
    engine = create_engine(url)
    with engine.begin() as connection:
        query = text("SELECT rolcanlogin FROM pg_roles WHERE rolname = :owner")
        assert connection.execute(query, {"owner": owner}).scalar() is False
    engine.dispose()
    other = create_engine(url.replace(url.split("//")[1].split("@")[0], owner))
    with pytest.raises(DBAPIError, match="not permitted to log in"):
        other.connect()


def test_a_role_that_may_do_anything_is_guarded_against_by_nothing_and_said_so(
    postgresql_template: PostgresqlTemplate,
) -> None:
    url = postgresql_template.fresh()
    engine = create_engine(url)
    with pytest.raises(CanNotGuard, match="connected as postgres itself"):
        guard(engine, "postgres", "owner")
    with pytest.raises(CanNotGuard, match="There is no role"):
        guard(engine, "nobody_here", "owner")
    engine.dispose()
    postgresql_template.drop(url)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("ALTER DATABASE {database} OWNER TO {role}", "owns this database"),
        ("ALTER ROLE {role} CREATEROLE", "may do anything"),
        ("GRANT mighty TO {role}", "as a member of mighty"),
        ("GRANT pg_execute_server_program TO {role}", "as a member of pg_execute"),
        ("GRANT pg_write_all_data TO {role}", "may UPDATE log_entry still"),
        ("GRANT DELETE ON revision TO PUBLIC", "may DELETE revision still"),
        ("GRANT TRIGGER ON log_entry TO others; GRANT others TO {role}", "still, as others may"),
    ],
)
def test_a_role_that_could_rewrite_the_log_by_another_way_is_not_said_to_be_guarded(
    postgresql_template: PostgresqlTemplate, statement: str, words: str
) -> None:
    url, role = postgresql_template.fresh(), f"app_{uuid.uuid4().hex[:12]}"
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE ROLE {role} LOGIN NOINHERIT"))
            connection.execute(text("DROP ROLE IF EXISTS mighty"))
            connection.execute(text("DROP ROLE IF EXISTS others"))
            connection.execute(text("CREATE ROLE mighty CREATEROLE"))
            connection.execute(text("CREATE ROLE others"))
            said = statement.format(database=engine.url.database, role=role)
            for one in said.split("; "):
                connection.execute(text(one))
        with pytest.raises(CanNotGuard, match=words):
            guard(engine, role, f"owner_{role}")
    finally:
        engine.dispose()
        postgresql_template.drop(url)


def test_a_role_that_owned_the_schema_can_drop_nothing_of_it(
    postgresql_template: PostgresqlTemplate,
) -> None:
    url, role = postgresql_template.fresh(), f"app_{uuid.uuid4().hex[:12]}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN"))
        connection.execute(text(f"ALTER SCHEMA public OWNER TO {role}"))
    guard(engine, role, f"owner_{role}")
    engine.dispose()
    theirs = create_engine(url.replace("postgres@", f"{role}@"))
    try:
        refused(theirs, "DROP TABLE log_entry CASCADE")
    finally:
        theirs.dispose()
        postgresql_template.drop(url)


@pytest.fixture
def somebody(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Someone's own program at the file, with none of our settings; the log has entries."""
    url = sqlite_template.fresh(tmp_path)
    room = Newsroom(url, tmp_path)
    with room.app.app_context():
        room.publish(room.person("Mira Sol", Role.CORRESPONDENT))
        room.close()
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET action = 'spike'",
        "DELETE FROM log_entry",
        "INSERT OR REPLACE INTO log_entry SELECT * FROM log_entry WHERE sequence = 2",
        REPLACED,
        REPLACED_BY_ROW,
        "UPDATE OR REPLACE log_entry SET sequence = 2 WHERE sequence = 3",
    ],
)
def test_sqlite_refuses_to_rewrite_an_entry_whoever_asks(
    somebody: sqlite3.Connection, statement: str
) -> None:
    before = somebody.execute("SELECT * FROM log_entry").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="can not be rewritten"):
        somebody.execute(statement)
    assert somebody.execute("SELECT * FROM log_entry").fetchall() == before


def test_sqlites_table_takes_no_text_for_bytes(somebody: sqlite3.Connection) -> None:
    assert somebody.execute(
        "SELECT strict FROM pragma_table_list WHERE name = 'log_entry'"
    ).fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError, match="TEXT"):
        somebody.execute(
            "INSERT INTO log_entry SELECT 99, at, action, actor_id, dispatch_id, operation_id, "
            "'words', leaf, root FROM log_entry WHERE sequence = 1"
        )
