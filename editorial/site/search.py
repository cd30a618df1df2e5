"""Searching what is live, on either kind of database."""

import re

from sqlalchemy import BigInteger, Float, TextClause, text
from sqlalchemy.orm import Session

from editorial.document.fold import fold
from editorial.models.publication import Publication
from editorial.models.publication_text import PublicationText
from editorial.pipeline.shelve import STEMMING
from editorial.site.live import live, teasers
from editorial.site.pages import Found

A_PAGE = 20
LONGEST_QUERY = 200
MOST_WORDS = 12
# How many of the best are looked at, however many there are.
MOST_FOUND = 500
SHORTEST_BEGINNING = 3
WORD = re.compile(r"\w+")
SQLITE = """
    SELECT rowid AS number, -bm25(publication_search, 8.0, 4.0, 1.0) AS score
    FROM publication_search WHERE publication_search MATCH :beginnings
    ORDER BY score DESC LIMIT :most
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

    A word of three letters or more is found by its beginning; PostgreSQL finds its other forms
    too, in the languages it has stemming for. Nothing in ``query`` is an operator.
    """
    words = WORD.findall(fold(query[:LONGEST_QUERY]))[:MOST_WORDS]
    if not words:
        return Found((), more=False)
    sqlite = session.get_bind().dialect.name == "sqlite"
    statement = _on_sqlite(words) if sqlite else _on_postgresql(words)
    hits = statement.columns(number=BigInteger, score=Float).subquery("hits")
    rows = session.execute(
        live()
        .join(PublicationText, PublicationText.publication_id == Publication.id)
        .join(hits, hits.c.number == PublicationText.number)
        .order_by(None)
        .order_by(hits.c.score.desc(), Publication.first_published_at.desc(), Publication.id)
        .offset((page - 1) * A_PAGE)
        .limit(A_PAGE + 1)
    ).all()
    return Found(teasers(rows[:A_PAGE]), more=len(rows) > A_PAGE)


def _on_sqlite(words: list[str]) -> TextClause:
    parts = [f'"{word}"*' if len(word) >= SHORTEST_BEGINNING else f'"{word}"' for word in words]
    return text(SQLITE).bindparams(beginnings=" ".join(parts), most=MOST_FOUND)


def _on_postgresql(words: list[str]) -> TextClause:
    parts = [f"'{word}':*" if len(word) >= SHORTEST_BEGINNING else f"'{word}'" for word in words]
    return text(POSTGRESQL).bindparams(
        beginnings=" & ".join(parts), words=" ".join(words), most=MOST_FOUND
    )
