"""The words a search looks through, and their index, which the database itself keeps."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from editorial.document.content import Content
from editorial.document.fold import fold
from editorial.document.plain import plain

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Build the table, the index and what keeps them alike."""
    table = op.create_table(
        "publication_text",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("configuration", sa.String(length=20), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_publication_text_publication_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_publication_text")),
        sa.UniqueConstraint("publication_id", name=op.f("uq_publication_text_publication_id")),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.text(statement))
    _fill(table)


def _fill(table: sa.Table) -> None:
    """With what is current, one text at a time; what was tampered with stays out."""
    connection = op.get_bind()
    publication = sa.table(
        "publication",
        sa.column("id", sa.Uuid),
        sa.column("revision_id", sa.Uuid),
        sa.column("current", sa.Boolean),
    )
    revision = sa.table(
        "revision",
        sa.column("id", sa.Uuid),
        sa.column("content", sa.LargeBinary),
        sa.column("digest", sa.String),
    )
    current = sa.select(publication.c.id, publication.c.revision_id).where(publication.c.current)
    for key, revision_id in connection.execute(current).all():
        text, digest = connection.execute(
            sa.select(revision.c.content, revision.c.digest).where(revision.c.id == revision_id)
        ).one()
        if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != digest:
            continue
        content = Content.from_json(json.loads(text))
        connection.execute(
            sa.insert(table).values(
                number=key.int >> 66,
                publication_id=key,
                configuration=STEMMING.get(content.language.split("-")[0].lower(), "simple"),
                headline=fold(content.headline),
                summary=fold(content.summary),
                body=fold(plain(content.body).text),
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
    "INSERT INTO publication_search(rowid, headline, summary, body) "
    "VALUES (NEW.number, NEW.headline, NEW.summary, NEW.body);"
)
SQLITE_DROP = (
    "INSERT INTO publication_search(publication_search, rowid, headline, summary, body) "
    "VALUES ('delete', OLD.number, OLD.headline, OLD.summary, OLD.body);"
)
SQLITE = (
    (
        "CREATE VIRTUAL TABLE publication_search USING fts5(headline, summary, body, "
        "content='publication_text', content_rowid='number', tokenize='unicode61', prefix='3 4')"
    ),
    (
        "CREATE TRIGGER publication_text_inserted AFTER INSERT ON publication_text "
        f"BEGIN {SQLITE_PUT} END"
    ),
    (
        "CREATE TRIGGER publication_text_deleted AFTER DELETE ON publication_text "
        f"BEGIN {SQLITE_DROP} END"
    ),
    (
        "CREATE TRIGGER publication_text_updated AFTER UPDATE ON publication_text "
        f"BEGIN {SQLITE_DROP} {SQLITE_PUT} END"
    ),
)
POSTGRESQL = (
    """
    CREATE TABLE publication_search (
      number bigint PRIMARY KEY REFERENCES publication_text ON DELETE CASCADE,
      words tsvector NOT NULL
    )
    """,
    "CREATE INDEX publication_search_words ON publication_search USING gin (words)",
    """
    CREATE FUNCTION index_publication_text() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE language regconfig = NEW.configuration;
    BEGIN
      INSERT INTO publication_search (number, words) VALUES (
        NEW.number,
        setweight(to_tsvector('simple', NEW.headline) || to_tsvector(language, NEW.headline), 'A')
        || setweight(to_tsvector('simple', NEW.summary) || to_tsvector(language, NEW.summary), 'B')
        || setweight(to_tsvector('simple', NEW.body) || to_tsvector(language, NEW.body), 'D')
      ) ON CONFLICT (number) DO UPDATE SET words = EXCLUDED.words;
      RETURN NEW;
    END $$
    """,
    (
        "CREATE TRIGGER publication_text_indexed AFTER INSERT OR UPDATE ON publication_text "
        "FOR EACH ROW EXECUTE FUNCTION index_publication_text()"
    ),
)
