"""Which language a text is in, told by its commonest words."""

from collections import Counter
from functools import lru_cache

from editorial.quotes.lexicon import languages
from editorial.quotes.tokens import tokenise

_SAMPLE = 4000
_ENOUGH = 3


@lru_cache(maxsize=1)
def _stopwords() -> dict[str, frozenset[str]]:
    return {entry.language: entry.stopwords for entry in languages()}


def guess_language(text: str) -> str | None:
    """The language whose common words are most of the text's beginning; None if too few are.

    Turkish text is read with Turkish case rules only once it is known to be Turkish, so a first
    guess is made on words as any language folds them.
    """
    middle = len(text) // 2
    sample = text[:_SAMPLE] + " " + (text[middle : middle + _SAMPLE] if middle > _SAMPLE else "")
    counts = Counter(tokenise(sample, "en").keys)
    scores = {
        code: sum(counts[word] for word in counts.keys() & words)
        for code, words in _stopwords().items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _ENOUGH else None
