"""The next version of a published story, and the notices that readers keep."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Build the tables; the database itself refuses to rewrite a notice."""
    op.create_table(
        "next_version",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("writers", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by", sa.Uuid(), nullable=False),
        _to("next_version", "begun_by", "person"),
        _to("next_version", "dispatch_id", "dispatch"),
        sa.PrimaryKeyConstraint("dispatch_id", name=op.f("pk_next_version")),
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("before_id", sa.Uuid(), nullable=False),
        sa.Column("after_id", sa.Uuid(), nullable=True),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        _to("notice", "after_id", "revision"),
        _to("notice", "before_id", "revision"),
        _to("notice", "dispatch_id", "dispatch"),
        _to("notice", "publication_id", "publication"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("serial", name=op.f("uq_notice_serial")),
        sa.UniqueConstraint(
            "dispatch_id", "kind", "number", name=op.f("uq_notice_dispatch_id_kind_number")
        ),
    )
    op.create_index("ix_notice_kind", "notice", ["kind", "serial"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.text(statement))


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )


SQLITE = tuple(
    f"CREATE TRIGGER notice_refuses_{act.lower()} BEFORE {act} ON notice "
    "BEGIN SELECT RAISE(ABORT, 'notice can not be rewritten'); END"
    for act in ("UPDATE", "DELETE")
)
# The function stands since 0002.
POSTGRESQL = (
    (
        "CREATE TRIGGER notice_refuses_rewriting BEFORE UPDATE OR DELETE ON notice "
        "FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()"
    ),
    (
        "CREATE TRIGGER notice_refuses_truncate BEFORE TRUNCATE ON notice "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
    ),
)
