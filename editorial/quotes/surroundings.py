"""What stands right before and after a marked stretch."""

import re
from dataclasses import dataclass

from editorial.quotes.languages.language import Language
from editorial.quotes.piece import Piece

WORDS = re.compile(r"[^\W_][\w'’.-]*")
LEAD = re.compile(r"([\w'’-]+)(?:,| of| that| as| line| for| on)?,?\s*\W?\W?$")
PREVIOUS = re.compile(r"([\w'’-]+)([,:;(—–-]?)\s*\W?\W?$")
NEXT = re.compile(r"[\"“”'’»«]*[ \xa0]([\w'’-]+)")
NEAR = 40


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of a stretch and its neighbours.

    ``owner`` is the word before as written, ``before`` the same in lower case, ``stroke`` what
    separates it, ``lead`` the noun before over a small word ("call for"), ``follows`` the word
    after. ``capitals``: every word that counts has a capital. ``ended``: a sentence ends with it.
    """

    words: list[str]
    owner: str
    before: str
    stroke: str
    lead: str
    follows: str
    capitals: bool
    ended: bool


def surroundings(text: str, piece: Piece, words: list[str], language: Language) -> Surroundings:
    """Read them off the text, never further than a few words away."""
    low = max(0, piece.outer - NEAR)
    left = PREVIOUS.search(text, low, piece.outer)
    lead = LEAD.search(text, low, piece.outer)
    right = NEXT.match(text, piece.stop)
    last = text[piece.end - 1]
    return Surroundings(
        words=words,
        owner=left[1] if left else "",
        before=left[1].lower() if left else "",
        stroke=left[2] if left else "",
        lead=lead[1].lower() if lead else "",
        follows=right[1] if right else "",
        capitals=_capitals(words, language),
        ended=last in ".?!…" or text[piece.stop : piece.stop + 1] in ("", ".", "?", "!", "…"),
    )


def _capitals(words: list[str], language: Language) -> bool:
    return words[0][0].isupper() and all(
        w[0].isupper()
        or w[0].isdigit()
        or w in language.small
        or (language.nouns_capital and language.lexicon.get(w, "") in ("d", "p", "&"))
        for w in words
    )
