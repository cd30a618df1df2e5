"""Searching the desk's own texts, on either kind of database."""

import re

from sqlalchemy import BigInteger, ColumnElement, select, text
from sqlalchemy.orm import Session

from editorial.document.fold import fold
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_text import DispatchText
from editorial.pipeline.shelve import STEMMING

LONGEST_QUERY = 200
MOST_WORDS = 12
SHORTEST_BEGINNING = 3
WORD = re.compile(r"\w+")
SQLITE = "SELECT rowid AS number FROM dispatch_search WHERE dispatch_search MATCH :beginnings"
POSTGRESQL = f"""
    SELECT number FROM dispatch_search, (SELECT to_tsquery('simple', :beginnings)
      {"".join(f" || plainto_tsquery('{name}', :words)" for name in sorted(set(STEMMING.values())))}
      AS query) AS asked
    WHERE words @@ query
"""  # noqa: S608  (the names of languages are ours)


def mentioning(session: Session, query: str) -> ColumnElement[bool]:
    """The dispatches that hold all words of ``query`` in slugline, headline, summary or body.

    A word of three letters or more is found by its beginning; PostgreSQL finds its other forms
    too, in the languages it has stemming for. Nothing in ``query`` is an operator.
    """
    words = WORD.findall(fold(query[:LONGEST_QUERY]))[:MOST_WORDS]
    begun = [len(word) >= SHORTEST_BEGINNING for word in words]
    if session.get_bind().dialect.name == "sqlite":
        parts = [f'"{word}"*' if b else f'"{word}"' for word, b in zip(words, begun, strict=True)]
        asked = text(SQLITE).bindparams(beginnings=" ".join(parts) or '""')
    else:
        parts = [f"'{word}':*" if b else f"'{word}'" for word, b in zip(words, begun, strict=True)]
        asked = text(POSTGRESQL).bindparams(beginnings=" & ".join(parts), words=" ".join(words))
    numbers = asked.columns(number=BigInteger).subquery("hits")
    return Dispatch.id.in_(
        select(DispatchText.dispatch_id).where(DispatchText.number.in_(select(numbers.c.number)))
    )
