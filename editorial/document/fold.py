"""Words as one types them: small letters, Latin ones without their accents."""

import unicodedata

from editorial.document.byline import PLAIN_LETTERS

LAST_LATIN = "\u024f"


def fold(words: str) -> str:
    """Lower case, Latin letters plain, so that “Sukurlu” finds “Şükürlü”. Marks of other scripts
    stay: in Cyrillic й is no accented и."""
    letters = []
    base = ""
    for letter in unicodedata.normalize("NFKD", words.lower().translate(PLAIN_LETTERS)):
        if not unicodedata.combining(letter):
            base = letter
        elif base <= LAST_LATIN:
            continue
        letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters))
