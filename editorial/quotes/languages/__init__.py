"""One small file of words and orders per language; add a newsroom's own here."""

from editorial.quotes.languages.de import GERMAN
from editorial.quotes.languages.en import ENGLISH
from editorial.quotes.languages.language import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, GERMAN)}


def language_for(code: str) -> Language:
    """The language of a BCP 47 tag by its first part; English where it is not known."""
    return LANGUAGES.get(code.replace("_", "-").split("-")[0].lower(), ENGLISH)
