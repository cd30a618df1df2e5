"""The people a byline names, and words in the form they take in an address."""

import re
import unicodedata

AND = re.compile(r"\s+(?:and|&|und|et|y|ve|və|и|та|і)\s+", re.I)
BY = re.compile(r"^by\s+", re.I)
LONGEST = 80
# A file system takes names of 255 bytes.
LONGEST_IN_BYTES = 200
# Letters that decomposing leaves as they are.
PLAIN_LETTERS = str.maketrans(
    {"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def names(byline: str) -> tuple[str, ...]:
    """Each name once, in order. A comma parts names only beside an “and”, as alone it is more
    often before a place or an office."""
    parts = AND.split(BY.sub("", byline.strip()))
    if len(parts) > 1:
        parts = [name for part in parts for name in part.split(",")]
    return tuple(dict.fromkeys(name.strip() for name in parts if name.strip()))


def words_slug(words: str) -> str:
    """The words in small letters without accents, joined by hyphens; the script stays, so that
    a name in Cyrillic letters has an address too. Empty where there is no letter or digit."""
    letters = unicodedata.normalize("NFKD", words.lower().translate(PLAIN_LETTERS))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    joined = re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", bare)).strip("-")
    cut = joined[:LONGEST].encode()[:LONGEST_IN_BYTES].decode(errors="ignore")
    return cut.rstrip("-")
