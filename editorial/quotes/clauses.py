"""Clauses read off signs (see ``phrases``): where a sentence ends, its verb, the verb's subject."""

NOUNS = "NCPR"
FINITE = "Vvx"
WINDOW = 120
FARTHEST = 80
PARENTHESIS = tuple("rRsCNDGvp#")


def sentence(signs: str, place: int) -> tuple[int, int]:
    """The bounds of the sentence around a place: first sign and one past the last.

    Never further than ``WINDOW`` signs either way, so that a text of one endless sentence costs
    no more than its length.
    """
    low = max(0, place - WINDOW)
    high = min(len(signs), place + WINDOW)
    stop = signs.find(".", place, high)
    return max(low, signs.rfind(".", low, place) + 1), stop if stop >= 0 else high


def subject(signs: str, verb: int, low: int) -> int:
    """The place of the subject of the verb at ``verb``, looking left not beyond ``low``; or -1.

    What hangs on a preposition or is another verb's object is stepped over, and so are
    parentheses, appositions and relative clauses.
    """
    i = verb - 1
    for _ in range(FARTHEST):
        if i < low:
            return -1
        sign = signs[i]
        if sign == "R" and "," not in signs[i:verb]:
            return i
        if sign in "rR" and i > low and signs[i - 1] == ",":
            i -= 2
        elif sign in "NCP":
            left = signs[i - 1] if i > low else "."
            if left in "pA" or (left in "VGIvT" and sign != "P"):
                i -= 2
            else:
                return _head(signs, i, low)
        elif sign == ",":
            i = _over_parenthesis(signs, i, low)
            if i < 0:
                return -i - 1
        elif sign in ")-":
            opening = signs.rfind("(" if sign == ")" else "-", low, i)
            i = (opening if opening >= low else i) - 1
        elif sign == "&":
            i = _over_conjunction(signs, i, low)
        else:
            i -= 1
    return -1


def _head(signs: str, i: int, low: int) -> int:
    """The name that "Jay Roe, spokesman said" sets before its common noun, else ``i``."""
    named = i - 2 >= low and signs[i - 2 : i] == "N," and signs[i] == "C"
    if named and (i - 3 < low or signs[i - 3] not in "pVvGIT"):
        return i - 2
    return i


def _over_parenthesis(signs: str, comma: int, low: int) -> int:
    """Where to go on left of a closing comma; ``-place - 1`` where the subject is found."""
    opening = signs.rfind(",", low, comma)
    if opening <= low:
        return max(comma - 1, 0)
    if opening == comma - 2 and signs[comma - 1] == "N":
        # "the president of the union, Jay Roe, said"
        back = opening - 1
        while back - 2 >= low and signs[back] in "NC" and signs[back - 1] == "p":
            back -= 2
        if signs[back] == "C" and (back == low or signs[back - 1] != ","):
            return -comma
    return opening - 1 if signs[opening - 1] in "NCDPt)#a" else comma - 1


def _over_conjunction(signs: str, place: int, low: int) -> int:
    """Left of the verb that "and said" is joined to."""
    found = -1
    for k in range(place - 1, low - 1, -1):
        if signs[k] in FINITE:
            return k - 1
        if signs[k] in "GI" and found < 0:
            found = k
    return (found if found >= 0 else place) - 1


def first_noun(signs: str, low: int, high: int) -> int:
    """The first noun phrase in a stretch that no preposition governs; or -1."""
    for i in range(low, high):
        if signs[i] in NOUNS and (i == low or signs[i - 1] not in "pVGITvA"):
            return i
    return -1


def main_verb(signs: str, low: int, high: int) -> int:
    """The finite verb of the last main clause that begins in a stretch; or -1."""
    start = _last_clause(signs, low, high)
    if start < high and signs[start] in "spvVGAI":
        comma = signs.find(",", start, high)
        start = comma + 1 if comma > 0 else start
    relative = False
    i = start
    while i < high:
        sign = signs[i]
        if sign == "," and signs[i + 1 : i + 2] in PARENTHESIS:
            i = max(i, _closing(signs, i, high))
        elif sign == "(":
            i = signs.find(")", i, high)
            if i < 0:
                return -1
        elif sign in "rR" and i > start and signs[i - 1] in "NC":
            relative = True
        elif sign in FINITE:
            if not relative:
                return i
            relative = False
            while i + 1 < high and signs[i + 1] in "VvxaIG":
                i += 1
        i += 1
    return -1


def _last_clause(signs: str, low: int, high: int) -> int:
    """Where the last clause joined by ", and" with a subject of its own begins."""
    for i in range(high - 1, low, -1):
        joined = signs[i] == "&" and signs[i - 1] in ",-" and i + 1 < high
        if (
            joined
            and signs[i + 1] in NOUNS
            and any(s in FINITE for s in signs[i + 2 : min(high, i + 8)])
        ):
            return i + 1
    return low


def _closing(signs: str, comma: int, high: int) -> int:
    """The comma that closes a parenthesis of few words opened at ``comma``; or 0."""
    closing = signs.find(",", comma + 1, high)
    if closing < 0 or closing - comma > 14 or "Q" in signs[comma:closing]:
        return 0
    if closing + 1 < high and signs[closing + 1] in "VvxaI&":
        return closing
    return 0
