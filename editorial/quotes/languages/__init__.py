"""One small file of words and orders per language; add a newsroom's own here."""

from editorial.quotes.languages.az import AZERBAIJANI
from editorial.quotes.languages.de import GERMAN
from editorial.quotes.languages.en import ENGLISH
from editorial.quotes.languages.es import SPANISH
from editorial.quotes.languages.fr import FRENCH
from editorial.quotes.languages.language import Language
from editorial.quotes.languages.ru import RUSSIAN
from editorial.quotes.languages.tr import TURKISH
from editorial.quotes.languages.uk import UKRAINIAN

LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        *(ENGLISH, GERMAN, RUSSIAN, UKRAINIAN),
        *(AZERBAIJANI, TURKISH, FRENCH, SPANISH),
    )
}


def language_for(code: str) -> Language:
    """The language of a BCP 47 tag by its first part; English where it is not known."""
    return LANGUAGES.get(code.replace("_", "-").split("-")[0].lower(), ENGLISH)
