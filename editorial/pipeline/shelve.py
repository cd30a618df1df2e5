"""Putting a published text where readers look for it."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from editorial.document.byline import names, words_slug
from editorial.document.fold import fold
from editorial.models.publication import Publication
from editorial.models.publication_byline import PublicationByline
from editorial.models.publication_keyword import PublicationKeyword
from editorial.models.publication_text import PublicationText

# PostgreSQL's stemming by language (dictionaries that every version since 10 has).
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


def shelve(session: Session, publication: Publication, keywords: Sequence[str], body: str) -> None:
    """Under the names of its byline and under its keywords, each slug once; and under its words,
    where it takes the place of what was live before. ``body`` is its plain text."""
    # These rows name the publication, so that it has to be there.
    session.flush()
    for place, (slug, name) in enumerate(_by_slug(names(publication.byline))):
        session.add(
            PublicationByline(publication_id=publication.id, slug=slug, name=name, place=place)
        )
    _index(session, publication, body)
    for place, (slug, keyword) in enumerate(_by_slug(keywords)):
        session.add(
            PublicationKeyword(
                publication_id=publication.id, slug=slug, keyword=keyword, place=place
            )
        )


def _index(session: Session, publication: Publication, body: str) -> None:
    earlier = select(Publication.id).where(Publication.dispatch_id == publication.dispatch_id)
    session.execute(delete(PublicationText).where(PublicationText.publication_id.in_(earlier)))
    session.add(
        PublicationText(
            # 62 bits of a random id: the index wants a number, and a backup no sequence.
            number=publication.id.int >> 66,
            publication_id=publication.id,
            configuration=STEMMING.get(publication.language.split("-")[0].lower(), "simple"),
            headline=fold(publication.headline),
            summary=fold(publication.summary),
            body=fold(body),
        )
    )


def _by_slug(words: Sequence[str]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    for each in words:
        if slug := words_slug(each):
            first.setdefault(slug, each)
    return list(first.items())
