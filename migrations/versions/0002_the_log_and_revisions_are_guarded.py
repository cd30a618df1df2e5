"""The database itself refuses to rewrite the log or a revision.

Two things may change: the words behind a commitment may be erased, and the log's head moves on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FROZEN = ("log_entry", "revision", "revision_author")
KEPT = ("log_words", "log_head")


def upgrade() -> None:
    """Set the guards."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    for table in FROZEN:
        for act in ("UPDATE", "DELETE"):
            _sqlite_trigger(table, act)
    for table in KEPT:
        _sqlite_trigger(table, "DELETE")
    _sqlite_trigger(
        "log_words",
        "UPDATE",
        "WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.erased_at IS NULL "
        "OR NEW.sequence IS NOT OLD.sequence OR NEW.field IS NOT OLD.field ",
    )
    _sqlite_trigger("log_head", "UPDATE", "WHEN NEW.size <= OLD.size OR NEW.id <> OLD.id ")


def _sqlite_trigger(table: str, act: str, when: str = "") -> None:
    op.execute(
        sa.text(
            f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{table} can not be rewritten'); END"
        )
    )


def _guard_postgresql() -> None:
    op.execute(
        """
        CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% can not be rewritten', TG_TABLE_NAME; END $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION allow_only_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.erased_at IS NULL
             OR NEW.sequence <> OLD.sequence OR NEW.field <> OLD.field THEN
            RAISE EXCEPTION 'log_words can only be erased';
          END IF;
          RETURN NEW;
        END $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION allow_only_growing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.size <= OLD.size OR NEW.id <> OLD.id THEN
            RAISE EXCEPTION 'log_head can only grow';
          END IF;
          RETURN NEW;
        END $$
        """
    )
    for table in FROZEN:
        _postgresql_trigger(table, "UPDATE OR DELETE")
    for table in KEPT:
        _postgresql_trigger(table, "DELETE")
    for table in FROZEN + KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
        )
    for table, function in (
        ("log_words", "allow_only_erasing"),
        ("log_head", "allow_only_growing"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {function}()"
        )


def _postgresql_trigger(table: str, acts: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_refuses_rewriting BEFORE {acts} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()"
    )
