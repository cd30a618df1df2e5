"""Which block of one text answers which of another, by the words they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

WORD = re.compile(r"\w+")
MIN_LIKENESS = 0.5
# A word in more blocks than this tells none of them; so the work stays linear.
MAX_BLOCKS = 12
MAX_CANDIDATES = 6


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """From 0 to 1: twice the shared words by all words of both (Dice), their order aside."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0


def bag(text: str) -> Counter[str]:
    """How often each word stands in a text, capitals aside."""
    return Counter(WORD.findall(text.lower()))


def pair(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Indexes of the bags that are alike, best first; each stands in one pair at most.

    Only bags that share a word which few others have are compared.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(old):
        for word in words:
            holders[word].append(index)
    scores: list[tuple[float, int, int]] = []
    for place, words in enumerate(new):
        votes: Counter[int] = Counter()
        for word in words:
            if len(found := holders.get(word, ())) <= MAX_BLOCKS:
                votes.update(found)
        for index, _ in votes.most_common(MAX_CANDIDATES):
            score = likeness(old[index], words)
            if score >= MIN_LIKENESS:
                scores.append((-score, index, place))
    taken: set[int] = set()
    answered: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, index, place in sorted(scores, key=lambda s: (s[0], abs(s[1] - s[2]), s[1], s[2])):
        if index not in taken and place not in answered:
            taken.add(index)
            answered.add(place)
            pairs.append((index, place))
    return pairs
