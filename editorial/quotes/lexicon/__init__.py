"""Words that the check must know of a language: one small module of data a language.

A newsroom adds its own language by adding a module with a ``LEXICON`` and naming it in
``_LANGUAGES``.
"""

from editorial.quotes.lexicon import az, de, en, es, fr, ru, tr, uk
from editorial.quotes.lexicon.entry import Lexicon

_LANGUAGES = {
    entry.language: entry
    for entry in (
        en.LEXICON,
        de.LEXICON,
        tr.LEXICON,
        az.LEXICON,
        ru.LEXICON,
        uk.LEXICON,
        fr.LEXICON,
        es.LEXICON,
    )
}


def lexicon_for(language: str | None) -> Lexicon:
    """The words of a BCP 47 language; English where the language is not known."""
    return _LANGUAGES.get((language or "en").split("-")[0].lower(), en.LEXICON)


def languages() -> tuple[Lexicon, ...]:
    """Every language there are words for."""
    return tuple(_LANGUAGES.values())


__all__ = ["Lexicon", "languages", "lexicon_for"]
