"""Reading a file that someone received: UTF-8, UTF-16 or a Windows code page, or not at all.

A quote is checked against these letters, so a wrong guess is worse than none: what can't be read
whole and sensibly is refused.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from editorial.pipeline.refusal import Refused
from editorial.vault.text import plain_lines

ENCODINGS: dict[str, str] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16, little-endian, unmarked",
    "utf-16-be": "UTF-16, big-endian, unmarked",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1254": "Windows-1254 (Turkish, Azerbaijani)",
}
CODE_PAGES = ("cp1251", "cp1252", "cp1254")

# First bytes of what people take for a text file.
KNOWN_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
)
# Controls that no text holds; tab, line ends, form feed and NEL do occur.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
CYRILLIC = "Ѐ-ӿ"
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
MIXED_WORD = re.compile(f"[{CYRILLIC}][{LATIN}]|[{LATIN}][{CYRILLIC}]")
MOST_LOST = 0.005
MOST_UNKNOWN = 0.01
SAMPLE = 200_000


class Unreadable(Refused):
    """A file whose words nobody can get at; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``encoding`` is one of ENCODINGS. ``certain``: the bytes themselves say so; else a guess
    that a person should look at. ``text`` has line feeds and no byte order mark."""

    text: str
    encoding: str
    certain: bool


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """The words of ``content``; ``encoding`` when a person knows it. Raises Unreadable."""
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise Unreadable("It is empty.")
    for first_bytes, name in KNOWN_FILES:
        if content.startswith(first_bytes):
            raise Unreadable(f"It is {name}. Save it as plain text in UTF-8, or paste its words.")
    if encoding is not None:
        return _as_told(content, encoding)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as_told(content, "utf-16")
    if b"\x00" in content:
        return _unmarked_utf16(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(content, error)
        return _code_page(content)
    return Decoded(sensible(text), "utf-8", certain=True)


def readings(content: bytes) -> list[str]:
    """The encodings in which ``content`` gives sensible text, for a person to choose from."""
    return [name for name in ENCODINGS if _sensible_or_none(content, name) is not None]


def _as_told(content: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        raise Unreadable("Choose one of the encodings offered.")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"It can't be read as {ENCODINGS[encoding]}: byte {error.start + 1:,} does not fit. "
            "It may have been cut off on its way; get it again, or choose another encoding."
        ) from error
    return Decoded(sensible(text), encoding, certain=True)


def _unmarked_utf16(content: bytes) -> Decoded:
    """No code page and no UTF-8 text has zero bytes; UTF-16 of our languages has many."""
    found = [
        (_familiar(text), name)
        for name in ("utf-16-le", "utf-16-be")
        if (text := _sensible_or_none(content, name)) is not None
    ]
    if not found or max(found)[0] < 0.5:
        raise Unreadable(_NOT_TEXT)
    encoding = max(found)[1]
    return Decoded(plain_lines(content.decode(encoding)), encoding, certain=False)


def _familiar(text: str) -> float:
    """The share of letters of alphabets that we print, spaces and ASCII; 0 where hardly any is of
    the last two, which every writing of ours has."""
    sample = text[:SAMPLE]
    plain = len(re.findall(r"[\s!-~]", sample))
    known = len(re.findall(f"[{LATIN}{CYRILLIC}Ͱ-ϿԱ-֏Ⴀ-ჿא-ۿ‐-⁞]|[\\s!-~]", sample))
    return known / len(sample) if plain * 20 > len(sample) else 0.0


def _refuse_damaged_utf8(content: bytes, error: UnicodeDecodeError) -> None:
    """UTF-8 with a few broken bytes must not be read as a code page: that is how mojibake is
    made. Code pages hold many bytes that are not UTF-8 for each pair that happens to be."""
    whole = sum(1 for _ in MULTIBYTE.finditer(content))
    rest = MULTIBYTE.sub(b"", content)
    broken = len(re.findall(rb"[\x80-\xff]", rest))
    cut_off = error.reason == "unexpected end of data" and error.end == len(content)
    if whole > broken or (cut_off and broken <= 3):
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"It is UTF-8, but damaged at line {line:,}: probably cut off on its way. "
            "Get it again, or save it anew as UTF-8."
        )


def _code_page(content: bytes) -> Decoded:
    # Lenient, as a few words look odd in any page; what is said of the guess is that it is one.
    from charset_normalizer import from_bytes  # large, and seldom asked

    matches = from_bytes(content, cp_isolation=list(CODE_PAGES), threshold=0.5)
    likely = [match.encoding for match in matches]
    texts = {
        name: text
        for name in likely
        if name in CODE_PAGES
        and (text := _sensible_or_none(content, name)) is not None
        and not _is_mixed(text)
    }
    if not texts:
        raise Unreadable(
            "Its letters can't be told: it is neither UTF-8, UTF-16 nor Windows-1251, 1252 or "
            "1254. Save it anew as UTF-8, or say which of these it is."
        )
    best = next(iter(texts))
    if best == "cp1251":
        # Where no letter tells them apart, the commoner page has the say.
        western = _sensible_or_none(content, "cp1252")
        same = western is not None and western == texts[best]
        return Decoded(texts[best], "cp1252" if same else best, certain=False)
    turkish = _sensible_or_none(content, "cp1254")
    if turkish is not None and _is_turkic(turkish):
        return Decoded(turkish, "cp1254", certain=False)
    best = "cp1252" if "cp1252" in texts else best
    return Decoded(texts[best], best, certain=False)


def _is_turkic(text: str) -> bool:
    """The two Western pages differ in six letters: ğ ı ş of Turkish and Azerbaijani, or ð ý þ of
    Icelandic, which has many vowels with an acute beside them."""
    return len(re.findall("[ğışĞİŞ]", text)) > len(re.findall("[áéíóúæ]", text))


def _is_mixed(text: str) -> bool:
    """Latin and Cyrillic letters side by side within words, more than a slip."""
    sample = text[:SAMPLE]
    return len(MIXED_WORD.findall(sample)) * 10 > len(re.findall(f"[{CYRILLIC}]", sample))


def _sensible_or_none(content: bytes, encoding: str) -> str | None:
    try:
        return sensible(content.decode(encoding))
    except (UnicodeDecodeError, Unreadable):
        return None


def sensible(text: str) -> str:
    """The text with one kind of line end. Raises Unreadable where it is no words."""
    text = plain_lines(text)
    if CONTROL.search(text.rstrip("\x1a")):
        raise Unreadable(_NOT_TEXT)
    lost = text.count("\ufffd")
    if lost > MOST_LOST * len(text):
        raise Unreadable(
            f"It was damaged before it came here: {lost:,} of its letters are lost (�). "
            "Get it again from where it came."
        )
    if _unknown(text[:SAMPLE]) > MOST_UNKNOWN * len(text[:SAMPLE]):
        raise Unreadable(_NOT_TEXT)
    return text


def _unknown(letters: Iterable[str]) -> int:
    """How many have no meaning in Unicode, or only a private one."""
    return sum(unicodedata.category(letter) in ("Cn", "Co", "Cs") for letter in letters)


_NOT_TEXT = (
    "It is not a text file. Save its words as plain text in UTF-8 and attach that, or paste them."
)
