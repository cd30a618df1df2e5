"""Putting a published text where readers look for it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from editorial.document.byline import names, words_slug
from editorial.models.publication import Publication
from editorial.models.publication_byline import PublicationByline
from editorial.models.publication_keyword import PublicationKeyword


def shelve(session: Session, publication: Publication, keywords: Sequence[str]) -> None:
    """Under the names of its byline and under its keywords, each slug once."""
    # These rows name the publication, so that it has to be there.
    session.flush()
    for place, (slug, name) in enumerate(_by_slug(names(publication.byline))):
        session.add(
            PublicationByline(publication_id=publication.id, slug=slug, name=name, place=place)
        )
    for place, (slug, keyword) in enumerate(_by_slug(keywords)):
        session.add(
            PublicationKeyword(
                publication_id=publication.id, slug=slug, keyword=keyword, place=place
            )
        )


def _by_slug(words: Sequence[str]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    for each in words:
        if slug := words_slug(each):
            first.setdefault(slug, each)
    return list(first.items())
