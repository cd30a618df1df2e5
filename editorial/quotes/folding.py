"""Letters as they are compared: case folded, marks of typography evened out."""

import re
import unicodedata

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
APOSTROPHES = "'’ʼ‘`´＇"
_STRIP = re.compile(rf"[{INVISIBLE}]")
_TURKIC = str.maketrans({"I": "ı", "İ": "i"})
_DOTTED = str.maketrans({"İ": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_CIRCUMFLEX = str.maketrans({"â": "a", "î": "i", "û": "u"})
_EVEN = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


def fold(raw: str, language: str) -> str:
    """``raw`` in the form it is compared in, by the rules of its language."""
    if raw.isascii() and raw[:1] != "[" and raw[1:2] != "-" and language not in ("tr", "az"):
        return raw.lower()
    word = _STRIP.sub("", raw)
    if word[:1] == "[":
        word = word[1] + word[3:]
    if word[1:2] in ("-", "‐", "‑"):
        word = word[0] + word[2:]
    word = word.translate(_TURKIC if language in ("tr", "az") else _DOTTED)
    word = unicodedata.normalize("NFC", word).lower().translate(_EVEN)
    if language == "de":
        return word.translate(_UMLAUTS)
    if language == "tr":
        return word.translate(_CIRCUMFLEX)
    if language == "ru":
        return word.replace("ё", "е")
    return word
