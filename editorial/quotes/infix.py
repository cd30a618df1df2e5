"""Turkish and Azerbaijani, where "not", "can", "must" and "if" stand inside the verb."""

import re

_ROOT = 3
_MOOD = re.compile(
    r"(?P<can>[aeə]bil|[ae]m[ae](?:z|y))|(?P<must>m[aeə]l[ıi])|(?P<whether>[rdzmş]s[aeə])"
)
_NEGATIVE = re.compile(r"m[aeıioöuüə]?y?")
_DENIED = re.compile(r"[aeıioöuüə]?m[aeıioöuüə]{0,2}[yzr]?")
_UNABLE = re.compile(r"(?:y?[aeə])?m(?:[aeə](?:[tzymns]|$)|[ıiuü]y|[ıiuü]r[aeəıiuü])")
_STEM = 3
_PLAIN = re.compile(r"(?:bil)?[aeıioöuüə]?[yr]?")


def another_mood(left: str, right: str) -> bool:
    """Whether two forms of one verb differ in "can", "must" or "if": ``kalır``, ``kalabilir``."""
    return left[:_ROOT] == right[:_ROOT] and _mood(left) != _mood(right)


def _mood(word: str) -> str:
    found = _MOOD.search(word, _ROOT)
    return found.lastgroup or "" if found else ""


def infixed(left: str, right: str) -> bool:
    """Turkish and Azerbaijani: ``bilirik`` and ``bilmirik``, ``olur`` and ``olmaz``."""
    # A t softens before a vowel, a d hardens behind a t: etmiyoruz, ediyoruz; etmedi, etti.
    left, right = (word.replace("d", "t") for word in (left, right))
    short, long = sorted((left, right), key=lambda w: (len(w), w))
    head = 0
    while head < min(len(short), len(long)) and short[head] == long[head]:
        head += 1
    tail = 0
    while tail < min(len(short), len(long)) - head and short[-1 - tail] == long[-1 - tail]:
        tail += 1
    if head < 2:
        return False
    for match in _NEGATIVE.finditer(long, 2):
        if short in (
            long[: match.start()] + long[match.end() :],
            long[: match.start()] + long[match.start() + 1 :],
        ):
            return True
    for begin in range(head, max(1, head - 3), -1):
        middles = long[begin : len(long) - tail], short[begin : len(short) - tail]
        for denied, plain in (middles, middles[::-1]):
            if _DENIED.fullmatch(denied) and _PLAIN.fullmatch(plain):
                return True
    unable = [bool(_UNABLE.match(word[head:])) for word in (left, right)]
    if head >= _STEM and unable[0] != unable[1]:
        return True
    return {left[head:], right[head:]} <= {"sız", "siz", "suz", "süz", "lı", "li", "lu", "lü"}
