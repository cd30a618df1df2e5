"""Searching what is live, on either kind of database."""

import re

from sqlalchemy import BigInteger, Float, text
from sqlalchemy.orm import Session

from editorial.document.fold import fold
from editorial.models.publication import Publication
from editorial.models.publication_text import PublicationText
from editorial.models.revision import Revision
from editorial.pipeline.shelve import STEMMING
from editorial.site.found_words import found_words
from editorial.site.live import live, teasers
from editorial.site.pages import Found
from editorial.site.queries import excerpt_of

A_PAGE = 20
LONGEST_QUERY = 200
MOST_WORDS = 12
# How many of the best are looked at, however many there are.
MOST_FOUND = 500
SHORTEST_BEGINNING = 3
WORD = re.compile(r"\w+")
# By its beginning, or, in English, by its stem: SQLite knows that of no other language.
SQLITE = """
    SELECT number, max(score) AS score FROM (
      SELECT rowid AS number, -bm25(publication_search, 8.0, 4.0, 1.0) AS score
      FROM publication_search WHERE publication_search MATCH :beginnings
      UNION ALL
      SELECT rowid, -bm25(publication_search_stems, 8.0, 4.0, 1.0)
      FROM publication_search_stems WHERE publication_search_stems MATCH :words
    ) GROUP BY number ORDER BY score DESC LIMIT :most
"""
POSTGRESQL = f"""
    SELECT number, ts_rank(words, query) AS score
    FROM publication_search, (SELECT to_tsquery('simple', :beginnings)
      {"".join(f" || plainto_tsquery('{name}', :words)" for name in sorted(set(STEMMING.values())))}
      AS query) AS asked
    WHERE words @@ query ORDER BY score DESC LIMIT :most
"""  # noqa: S608  (the names of languages are ours)


def search(session: Session, query: str, page: int) -> Found:
    """Page ``page``, from 1, of the live stories that hold all words of ``query``, best first.

    A word of three letters or more is found by its beginning; its other forms are found too, in
    English on SQLite, on PostgreSQL in the languages it has stemming for. Nothing in ``query`` is
    an operator.
    """
    words = WORD.findall(fold(query[:LONGEST_QUERY]))[:MOST_WORDS]
    if not words:
        return Found((), more=False)
    asked = _asked(session, words)
    sqlite = session.get_bind().dialect.name == "sqlite"
    statement = text(SQLITE if sqlite else POSTGRESQL).bindparams(**asked, most=MOST_FOUND)
    hits = statement.columns(number=BigInteger, score=Float).subquery("hits")
    rows = session.execute(
        live()
        .add_columns(PublicationText.number, Revision)
        .join(PublicationText, PublicationText.publication_id == Publication.id)
        .join(Revision, Revision.id == Publication.revision_id)
        .join(hits, hits.c.number == PublicationText.number)
        .order_by(None)
        .order_by(hits.c.score.desc(), Publication.first_published_at.desc(), Publication.id)
        .offset((page - 1) * A_PAGE)
        .limit(A_PAGE + 1)
    ).all()
    shown = rows[:A_PAGE]
    found = found_words(session, [row[2] for row in shown], asked)
    excerpts = tuple(excerpt_of(row[3], found.get(row[2], frozenset())) for row in shown)
    return Found(teasers(shown), more=len(rows) > A_PAGE, excerpts=excerpts)


def _asked(session: Session, words: list[str]) -> dict[str, str]:
    """The query as the database takes it: ``beginnings`` and whole ``words``."""
    if session.get_bind().dialect.name == "sqlite":
        parts = [f'"{one}"*' if len(one) >= SHORTEST_BEGINNING else f'"{one}"' for one in words]
        return {"beginnings": " ".join(parts), "words": " ".join(f'"{one}"' for one in words)}
    parts = [f"'{word}':*" if len(word) >= SHORTEST_BEGINNING else f"'{word}'" for word in words]
    return {"beginnings": " & ".join(parts), "words": " ".join(words)}
