"""The words a desk's search looks through, with their index; and the filters people keep."""

import sqlalchemy as sa
from alembic import op

from editorial.document.content import Content
from editorial.document.fold import fold
from editorial.document.plain import plain

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Build the tables, the index and what keeps them alike."""
    op.create_table(
        "board_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("desk", sa.String(length=80), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_board_view_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_view")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_board_view_person_id_name")),
    )
    table = op.create_table(
        "dispatch_text",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("configuration", sa.String(length=20), nullable=False),
        sa.Column("slugline", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch_id"],
            ["dispatch.id"],
            name=op.f("fk_dispatch_text_dispatch_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dispatch_text")),
        sa.UniqueConstraint("dispatch_id", name=op.f("uq_dispatch_text_dispatch_id")),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.text(statement))
    _fill(table)


def _fill(table: sa.Table) -> None:
    """With what is being written, one text at a time."""
    connection = op.get_bind()
    dispatch = sa.table("dispatch", sa.column("id", sa.Uuid), sa.column("slugline", sa.String))
    copy = sa.table(
        "working_copy", sa.column("dispatch_id", sa.Uuid), sa.column("content", sa.JSON)
    )
    for key, slugline in connection.execute(sa.select(dispatch.c.id, dispatch.c.slugline)).all():
        written = connection.execute(
            sa.select(copy.c.content).where(copy.c.dispatch_id == key)
        ).scalar_one_or_none()
        if written is None:
            continue
        content = Content.from_json(written)
        connection.execute(
            sa.insert(table).values(
                number=key.int >> 66,
                dispatch_id=key,
                configuration=STEMMING.get(content.language.split("-")[0].lower(), "simple"),
                slugline=fold(slugline.replace("-", " ")),
                headline=fold(content.headline),
                body=fold(f"{content.summary}\n{plain(content.body).text}"),
            )
        )


STEMMING = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
# External content (sqlite.org/fts5.html, 4.4.3): the words are kept once.
SQLITE_PUT = (
    "INSERT INTO dispatch_search(rowid, slugline, headline, body) "
    "VALUES (NEW.number, NEW.slugline, NEW.headline, NEW.body);"
)
SQLITE_DROP = (
    "INSERT INTO dispatch_search(dispatch_search, rowid, slugline, headline, body) "
    "VALUES ('delete', OLD.number, OLD.slugline, OLD.headline, OLD.body);"
)
SQLITE = (
    (
        "CREATE VIRTUAL TABLE dispatch_search USING fts5(slugline, headline, body, "
        "content='dispatch_text', content_rowid='number', tokenize='unicode61', prefix='3 4')"
    ),
    f"CREATE TRIGGER dispatch_text_inserted AFTER INSERT ON dispatch_text BEGIN {SQLITE_PUT} END",
    f"CREATE TRIGGER dispatch_text_deleted AFTER DELETE ON dispatch_text BEGIN {SQLITE_DROP} END",
    (
        "CREATE TRIGGER dispatch_text_updated AFTER UPDATE ON dispatch_text "
        f"BEGIN {SQLITE_DROP} {SQLITE_PUT} END"
    ),
)
POSTGRESQL = (
    """
    CREATE TABLE dispatch_search (
      number bigint PRIMARY KEY REFERENCES dispatch_text ON DELETE CASCADE,
      words tsvector NOT NULL
    )
    """,
    "CREATE INDEX dispatch_search_words ON dispatch_search USING gin (words)",
    """
    CREATE FUNCTION index_dispatch_text() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE language regconfig = NEW.configuration;
    BEGIN
      INSERT INTO dispatch_search (number, words) VALUES (
        NEW.number,
        to_tsvector('simple', NEW.slugline)
        || to_tsvector('simple', NEW.headline) || to_tsvector(language, NEW.headline)
        || to_tsvector('simple', NEW.body) || to_tsvector(language, NEW.body)
      ) ON CONFLICT (number) DO UPDATE SET words = EXCLUDED.words;
      RETURN NEW;
    END $$
    """,
    (
        "CREATE TRIGGER dispatch_text_indexed AFTER INSERT OR UPDATE ON dispatch_text "
        "FOR EACH ROW EXECUTE FUNCTION index_dispatch_text()"
    ),
)
