"""A stretch of the record, laid ready for alignment: its words, and what leaving one out costs."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from editorial.quotes.lexicon import lexicon_for
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, spans_of, tokenise

_NOISE = 0.01
_OTHER = 0.05
_FILLER = 0.25
_WORD = 0.45
_REPEATED = 0.1
_LONGEST_REPEAT = 6
_MARGIN = 400


@dataclass(frozen=True)
class Stretch:
    """Words of ``source`` around a place.

    ``noise[i]``: word ``i`` is no speech (a stage direction, a timecode, a speaker label).
    ``filler[i]``: it may be dropped. ``turn[i]`` is the index of its turn. ``cost[i]`` is the
    cost of leaving it out.
    """

    source: Source
    tokens: Tokens
    noise: tuple[bool, ...]
    filler: tuple[bool, ...]
    turn: tuple[int, ...]
    cost: npt.NDArray[np.float64]


def stretch(source: Source, start: int, end: int) -> Stretch:
    """The stretch ``start:end`` of ``source``."""
    text = source.text
    tokens = tokenise(text, source.language, _word_start(text, start), _word_end(text, end))
    turns = source.turns
    size = len(tokens)
    noise = [False] * size
    turn = [0] * size
    at = turns.index(tokens.starts[0]) if size else 0
    last = len(turns.turns) - 1
    for i, offset in enumerate(tokens.starts):
        while at < last and turns.turns[at + 1].label_start <= offset:
            at += 1
        turn[i] = at
        noise[i] = offset < turns.turns[at].start
    for note in turns.notes_within(start - _MARGIN, end):
        for i in range(tokens.at(note.start), tokens.at(note.end)):
            noise[i] = True
    filler = [False] * size
    lexicon = lexicon_for(source.language)
    for left, right in spans_of(tokens.keys, lexicon.fillers, lexicon.language):
        filler[left:right] = [True] * (right - left)
    cost = np.full(size, _WORD, dtype=np.float64)
    _ease_repeats(tokens.keys, cost)
    spoken = np.flatnonzero(~np.array(filler, dtype=bool))
    if 0 < len(spoken) < size:
        # "That was, well, that was more": a filler stands between what is said twice.
        eased = cost[spoken]
        _ease_repeats(tuple(tokens.keys[i] for i in spoken), eased)
        cost[spoken] = eased
    cost[np.array(filler, dtype=bool)] = _FILLER
    cost[np.array(noise, dtype=bool)] = _NOISE
    return Stretch(source, tokens, tuple(noise), tuple(filler), tuple(turn), cost)


def as_heard_from(laid: Stretch, home: int) -> Stretch:
    """The same stretch; words of turns by others than who speaks in turn ``home`` cost less."""
    turns = laid.source.turns.turns
    spoken = {turn: turns[turn].speaker == turns[home].speaker for turn in set(laid.turn)}
    others = [not spoken[turn] for turn in laid.turn]
    cost = laid.cost.copy()
    cost[np.array(others, dtype=bool)] = _OTHER
    cost[np.array(laid.noise, dtype=bool)] = _NOISE
    return replace(laid, cost=cost)


def only_of(laid: Stretch, speaker: str | None) -> Stretch:
    """The stretch with the words of one speaker alone."""
    turns = laid.source.turns.turns
    kept = [i for i, turn in enumerate(laid.turn) if turns[turn].speaker == speaker]
    tokens = laid.tokens
    return Stretch(
        laid.source,
        Tokens(
            tokens.text,
            tuple(tokens.keys[i] for i in kept),
            tuple(tokens.starts[i] for i in kept),
            tuple(tokens.ends[i] for i in kept),
        ),
        tuple(laid.noise[i] for i in kept),
        tuple(laid.filler[i] for i in kept),
        tuple(laid.turn[i] for i in kept),
        laid.cost[kept],
    )


def _ease_repeats(keys: tuple[str, ...], cost: npt.NDArray[np.float64]) -> None:
    """Words said twice in a row cost little the first time."""
    ids: dict[str, int] = {}
    words = np.array([ids.setdefault(key, len(ids)) for key in keys], np.int32)
    for size in range(1, min(_LONGEST_REPEAT, len(keys) // 2) + 1):
        again = words[:-size] == words[size:]
        if np.count_nonzero(again) < size:
            continue
        again = np.append(again, False)
        ends = np.flatnonzero(~again)
        begins = np.append(0, ends[:-1] + 1)
        for run in np.flatnonzero(ends - begins >= size):
            said = slice(begins[run], ends[run])
            cost[said] = np.minimum(cost[said], _REPEATED)


def _word_start(text: str, offset: int) -> int:
    offset = max(0, min(offset, len(text)))
    floor = max(0, offset - 60)
    while offset > floor and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _word_end(text: str, offset: int) -> int:
    offset = max(0, min(offset, len(text)))
    ceiling = min(len(text), offset + 60)
    while offset < ceiling and not text[offset].isspace():
        offset += 1
    return offset
