"""What stands in the record within a quote and is not the speaker's: directions, interruptions."""

from collections.abc import Iterator

from editorial.quotes.hunk import Hunk, Laid

_INTERJECTION = 45
_QUESTION = 4


def parted(laid: Laid, hunk: Hunk) -> Iterator[tuple[Hunk, bool]]:
    """The hunk in parts, in order, each with whether it is noise: a stage direction, a label, a
    short interruption by another."""
    noise = _noise(laid, hunk)
    if not any(noise):
        yield hunk, False
        return
    r0, r1 = hunk.r0, hunk.r1
    left = r0
    while left < r1 and noise[left - r0]:
        left += 1
    right = r1
    while right > left and noise[right - 1 - r0]:
        right -= 1
    if left > r0:
        yield Hunk(hunk.q0, hunk.q0, r0, left), True
    if left < right and hunk.q0 == hunk.q1:
        yield from _runs(hunk.q0, left, noise[left - r0 : right - r0])
    elif left < right or hunk.q0 < hunk.q1:
        yield Hunk(hunk.q0, hunk.q1, left, right), False
    if right < r1:
        yield Hunk(hunk.q1, hunk.q1, right, r1), True


def _runs(q: int, first: int, noise: list[bool]) -> Iterator[tuple[Hunk, bool]]:
    begin = 0
    for i in range(1, len(noise) + 1):
        if i == len(noise) or noise[i] != noise[begin]:
            yield Hunk(q, q, first + begin, first + i), noise[begin]
            begin = i


def _answers_anew(laid: Laid, hunk: Hunk, others: list[int]) -> bool:
    """Whether a question stands between two finished sentences: what follows is another answer."""
    if len(others) < _QUESTION:
        return False
    record = laid.stretch.tokens
    asked = record.text[record.ends[others[-1]] : record.starts[hunk.r1]].lstrip("\"'”’») ")
    said = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r0]].lstrip("\"'”’»)")
    return asked[:1] == "?" and said[:1] in (".", "!", "?")


def _noise(laid: Laid, hunk: Hunk) -> list[bool]:
    noise = list(laid.stretch.noise[hunk.r0 : hunk.r1])
    if hunk.r0 == 0 or hunk.r1 >= len(laid.stretch.turn):
        return noise
    if laid.stretch.noise[hunk.r0 - 1] or laid.stretch.noise[hunk.r1]:
        # The quote is of the heckle itself: what is missing from it is missing.
        return [False] * len(noise)
    turns = laid.stretch.source.turns.turns
    before = turns[laid.stretch.turn[hunk.r0 - 1]].speaker
    after = turns[laid.stretch.turn[hunk.r1]].speaker
    if before != after:
        return noise
    others = [
        i
        for i in range(hunk.r0, hunk.r1)
        if turns[laid.stretch.turn[i]].speaker != before and not laid.stretch.noise[i]
    ]
    if _answers_anew(laid, hunk, others):
        return noise
    if 0 < len(others) <= _INTERJECTION:
        for i in others:
            noise[i - hunk.r0] = True
    return noise
