"""A record of any size for measuring: invented words, or the words of given texts, recombined."""

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

SYLLABLES = ("ka", "ro", "mi", "ten", "la", "su", "ve", "do", "pa", "ni", "gor", "el", "shi", "ban")
WORDS_PER_MB = 175_000


def invented() -> list[str]:
    """Half a million words in sentences and turns, with the spaces behind them."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=1 + n % 4)) for n in range(30_000)]
    weights = [1 / (rank + 2.7) for rank in range(len(vocabulary))]
    tokens: list[str] = []
    while len(tokens) < 500_000:
        if chance.random() < 0.2:
            name = "".join(chance.choices(SYLLABLES, k=2)).upper()
            tokens += [f"\n\nMR. {name}:  "] if tokens else [f"MR. {name}:  "]
        sentence = chance.choices(vocabulary, weights, k=chance.randint(4, 28))
        tokens += [sentence[0].capitalize() + " ", *(f"{word} " for word in sentence[1:-1])]
        tokens.append(sentence[-1] + ". ")
    return tokens


def read(path: Path) -> list[str]:
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return [token for text in texts for token in re.findall(r"\S+\s*", text)]


class Speech:
    """Texts recombined from the words of one: a walk that now and then goes on behind another
    place of the same word."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = np.array(tokens, dtype=object)
        kinds: dict[str, int] = {}
        self._kind = np.array([kinds.setdefault(token, len(kinds)) for token in tokens])
        self._places = np.argsort(self._kind, kind="stable")
        self._count = np.bincount(self._kind)
        self._first = np.cumsum(self._count) - self._count

    def texts(self, number: int, megabytes: float, seed: int) -> list[str]:
        chance = np.random.default_rng(seed)
        steps = int(megabytes * WORDS_PER_MB / number)
        at = chance.integers(0, len(self._tokens), number)
        walk = np.empty((steps, number), np.int32)
        for step in range(steps):
            leap = chance.random(number)
            kind = self._kind[at]
            other = self._places[
                self._first[kind] + (chance.random(number) * self._count[kind]).astype(int)
            ]
            at = (np.where(leap < 0.25, other, at) + 1) % len(self._tokens)
            walk[step] = at
        return ["".join(self._tokens[column]) for column in walk.T]
