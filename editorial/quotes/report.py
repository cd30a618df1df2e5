"""Whose words a passage of a news report is, which names its speakers in prose, not by labels."""

from collections.abc import Sequence
from functools import lru_cache

from editorial.quotes.extract import extract
from editorial.quotes.meaning import folded
from editorial.quotes.quotation import Quotation
from editorial.quotes.source import Source
from editorial.quotes.tokens import tokenise
from editorial.quotes.voice import is_pronoun, label_fits

_LONGEST = 60_000
_ATTRIBUTED = 2
_OWN_SHARE = 0.01
_SURE = 0.4


def fits_report(claimed: Sequence[str | None], source: Source, start: int) -> bool | None:
    """Whether the report gives the words at ``start`` to whom the story names.

    What stands outside quotation marks is the reporter's. None where the text is no report, or
    does not tell.
    """
    names = [name for name in claimed if name and not is_pronoun(name)]
    if not names or len(source.text) > _LONGEST:
        return None
    given = _given(source.text, source.language)
    if given is None:
        return None
    for quotation in given:
        if not any(part.start <= start < part.end for part in quotation.parts):
            continue
        tellers = [quotation.speaker_resolved, quotation.speaker]
        known = [name for name in tellers if name and not is_pronoun(name)]
        if not known or quotation.confidence < _SURE:
            return None
        fits = [label_fits(name, label) for name in names for label in known]
        if True in fits:
            return True
        # Whom a "he" means is only guessed: that another spoke is told from a name alone.
        named = quotation.speaker is not None and not is_pronoun(quotation.speaker)
        return None if None in fits or not named else False
    return False


def is_report(source: Source) -> bool:
    """Whether a text without labels gives others' words in its prose."""
    return len(source.text) <= _LONGEST and _given(source.text, source.language) is not None


@lru_cache(maxsize=64)
def _given(text: str, language: str) -> tuple[Quotation, ...] | None:
    """The quotations of a report; None where the text is none: a speech says "I" by itself."""
    found = extract(text, language)
    attributed = [q for q in found if q.cue and q.speaker and q.kind in ("direct", "partial")]
    if len(attributed) < _ATTRIBUTED:
        return None
    own = folded(language, "first_person")
    inside = {i for q in found for part in q.parts for i in range(part.start, part.end)}
    tokens = tokenise(text, language)
    outside = [key for key, at in zip(tokens.keys, tokens.starts, strict=True) if at not in inside]
    mine = sum(key in own for key in outside)
    return None if mine > _OWN_SHARE * len(outside) else tuple(found)
