"""The shape of one language's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    """What the check knows of one language, in lower case.

    Single words stand in sets; what can be several words is a phrase, written as it is spoken.
    ``numbers`` are words and their values, ``scales`` the multipliers. ``contractions`` map a
    spoken form to its words, ``spellings`` a variant to the form it is compared as.
    ``fillers`` and ``openers`` may be dropped (openers only at the head of a sentence).
    ``opposites`` are a word and those that say the contrary; of ``modals`` and ``units`` any swap
    changes the meaning. ``hedges`` soften a claim.
    ``conditions`` open a clause that limits what stands beside it. ``doubts`` are phrases that,
    directly before a clause, deny or suspend it; ``opinions`` do so only when negated.
    ``relays`` are verbs that give another's words; ``others`` are those who think or say what the
    speaker may not.
    """

    language: str
    stopwords: frozenset[str]
    numbers: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    contractions: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    fillers: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    negative_prefixes: tuple[str, ...] = ()
    negative_infix: str = ""
    modals: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    opposites: tuple[tuple[str, frozenset[str]], ...] = ()
    hedges: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    opinions: frozenset[str] = frozenset()
    complementizers: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    questioners: frozenset[str] = frozenset()
    stage: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """A set from words parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases parted by commas, longest first."""
    return tuple(
        sorted(
            (" ".join(p.split()) for p in text.split(",") if p.strip()),
            key=lambda p: (-len(p.split()), p),
        )
    )


def groups(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """A word and its opposites, one a line."""
    rows = (line.split() for line in text.splitlines() if line.strip())
    return tuple((row[0], frozenset(row[1:])) for row in rows)


def numerals(text: str) -> dict[str, int]:
    """Number words and values: ``one=1 two=2``."""
    pairs = (pair.rsplit("=", 1) for pair in text.split())
    return {word: int(value) for word, value in pairs}


def variants(text: str) -> dict[str, str]:
    """Pairs ``variant=form``, parted by commas; the form may be several words."""
    pairs = (pair.split("=", 1) for pair in text.split(",") if pair.strip())
    return {left.strip(): right.strip() for left, right in pairs}
