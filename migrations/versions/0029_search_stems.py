"""Other forms of an English word are found on SQLite too, by an index of stems."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"

COLUMNS = "headline, summary, body"
STEMS = "publication_search_stems"


def _put(row: str, source: str = "") -> str:
    values = ", ".join(f"{row}.{name}" for name in ("number", "headline", "summary", "body"))
    return (
        f"INSERT INTO {STEMS}(rowid, {COLUMNS}) SELECT {values} {source} "
        f"WHERE {row}.configuration = 'english'"
    )


def _drop(row: str) -> str:
    values = ", ".join(f"{row}.{name}" for name in ("number", "headline", "summary", "body"))
    return (
        f"INSERT INTO {STEMS}({STEMS}, rowid, {COLUMNS}) SELECT 'delete', {values} "
        f"WHERE {row}.configuration = 'english'"
    )


# Beside the triggers of 0006. One trigger each, as several would run in no order.
SQLITE = (
    (
        f"CREATE VIRTUAL TABLE {STEMS} USING fts5({COLUMNS}, content='publication_text', "
        "content_rowid='number', tokenize='porter unicode61')"
    ),
    _put("publication_text", "FROM publication_text"),
    (
        "CREATE TRIGGER publication_text_stemmed AFTER INSERT ON publication_text "
        f"BEGIN {_put('NEW')}; END"
    ),
    (
        "CREATE TRIGGER publication_text_unstemmed AFTER DELETE ON publication_text "
        f"BEGIN {_drop('OLD')}; END"
    ),
    (
        "CREATE TRIGGER publication_text_restemmed AFTER UPDATE ON publication_text "
        f"BEGIN {_drop('OLD')}; {_put('NEW')}; END"
    ),
)


def upgrade() -> None:
    """Build the index and fill it; PostgreSQL stems in its own (0006)."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(sa.text(statement))
