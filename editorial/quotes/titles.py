"""Telling titles of works and names of things from quotations."""

import re

from editorial.quotes.languages.language import Language
from editorial.quotes.piece import Piece
from editorial.quotes.surroundings import Surroundings

AUTHOR = re.compile(r"[\"“”'’»«]*[ \xa0]\w+[ \xa0][^\W\d_a-z][\w.]* ?[^\W\d_a-z]")

OUTLET = re.compile(
    r"\b(?:(?:gegenüber|in|laut|bei) (?:der|dem)|wie (?:die|der|das)|zum|beim|mit (?:der|dem)) \W$",
    re.IGNORECASE,
)
THAT = re.compile(r"[\"“”'’»«]*,?[ \xa0]([^\W\d_]+)")


def is_title(text: str, piece: Piece, near: Surroundings, language: Language, sure: bool) -> bool:
    """Whether a stretch is a title or a name; ``sure``: a speaker is plainly named."""
    if is_carried(text, piece, near, language):
        return True
    if piece.trailed:
        return False
    if len(near.words) > 9:
        # "Der „Preis der Reichsbank für Wissenschaften in Gedenken an …“": still a name.
        return not sure and _is_source(text, piece, near, language, sure)
    told = THAT.match(text, piece.stop) if piece.flush and text[piece.start].isupper() else None
    if told and told[1].lower() in language.relatives and not near.ended and len(near.words) <= 5:
        # "told “Good Evening, Ames” that …": the marks hold who was told.
        return True
    if listed(near.before, language.named):
        return not piece.adjacent or near.capitals
    return (
        _is_source(text, piece, near, language, sure)
        or _beside_noun(text, piece, near, language)
        or (near.capitals and text[piece.end - 1] != "!" and _by_form(piece, near, language, sure))
    )


def listed(word: str, entries: frozenset[str]) -> bool:
    """Whether a list holds the word, or a stem of it."""
    return word in entries or any(e[-1] == "*" and word.startswith(e[:-1]) for e in entries)


def _is_source(text: str, piece: Piece, near: Surroundings, language: Language, sure: bool) -> bool:
    if piece.led or near.stroke or not text[piece.start].isupper():
        return False
    if text[piece.end - 1] in ".?!…,":
        return False
    if piece.source:
        # "a spokesman for “Clean Water Now” said": the marks hold who speaks.
        return True
    if near.follows in language.by and AUTHOR.match(text, piece.stop):
        return True
    if language.nouns_capital and OUTLET.search(text, max(0, piece.outer - 24), piece.outer + 1):
        # "sagte sie zum „Tagblatt“": where it was said.
        return not near.words[-1][0].islower() and len(near.words) <= 4
    # German: "Teile des „Gesetzes über das Meer“ gelten."
    article = language.lexicon.get(near.before) == "d"
    # A German name ends in a noun: "von einer „Einigung weit entfernt“" is no name.
    noun = not near.words[-1][0].islower()
    return language.nouns_capital and article and noun and not sure and not piece.flush


def _beside_noun(text: str, piece: Piece, near: Surroundings, language: Language) -> bool:
    """German "das Magazin „Stern“": a name set beside its noun."""
    return (
        language.nouns_capital
        and near.owner[:1].isupper()
        and not near.stroke
        and text[piece.start].isupper()
        and near.before not in language.speech
        and not piece.flush
        and text[piece.end - 1] not in ".?!…"
    )


def is_carried(text: str, piece: Piece, near: Surroundings, language: Language) -> bool:
    """Whether words in capitals stand where titles do: "the film “…”", "on ABC's “…”"."""
    if not near.capitals and (language.title_case or not text[piece.start].isupper()):
        return False
    works = language.works
    if listed(near.lead, works) and not piece.adjacent:
        return True
    if listed(near.before, works) or listed(near.follows.lower(), works):
        return True
    owned = near.owner[:1].isupper() and near.before.endswith(language.possessive_endings)
    if owned and _outlet(near.owner, language):
        return True
    return near.before in language.platforms and not piece.led


def _by_form(piece: Piece, near: Surroundings, language: Language, sure: bool) -> bool:
    """Whether words in capitals that no one is plainly said to have spoken are a title."""
    if near.lead in language.speech or piece.led or near.stroke == "(":
        return False
    if len(near.words) > 1 and piece.confidence < 0.9 and not piece.adjacent:
        return True
    return not sure and len(near.words) <= 7 and not piece.whole


def _outlet(owner: str, language: Language) -> bool:
    """Whether a possessive names a broadcaster: "ABC's"."""
    bare = owner[:-2] if owner[-1:] in "sS" else owner[:-1]
    return (len(bare) > 1 and bare.isupper()) or bare.lower() in language.outlets
