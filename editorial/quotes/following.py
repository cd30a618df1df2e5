"""The attribution that stands behind a quotation, read off signs (see ``frame``)."""

from editorial.quotes.clauses import NOUNS
from editorial.quotes.named import named, next_noun, source
from editorial.quotes.reading import Reading

NP = tuple(NOUNS)


def after(signs: str, place: int, high: int, compound: bool = False) -> Reading | None:
    """The attribution that follows the quotation: "…", he said / said the senator.

    ``compound``: the verb may be "has said", with its subject behind or between.
    """
    i = place + 1
    while i < high and signs[i] in ",-a&":
        i += 1
    if i >= high:
        return None
    sign = signs[i]
    if sign == "p" and signs[i + 1 : i + 2] == "A":
        i, sign = i + 1, "A"
    if compound and sign == "s":
        # "…", wie Roe sagte; comme l'a dit Roe
        i += 1
        if i >= high:
            return None
        sign = signs[i]
    if compound and sign == "x":
        return _compound(signs, i, high)
    if sign == "Z" and signs[i + 1 : i + 2] == "V":
        i, sign = i + 1, "V"
    if sign in "AZ":
        noun = source(signs, i + 1, high)
        return Reading(noun, i, 0.95) if noun >= 0 else None
    if (
        sign in "VI"
        or (compound and sign == "G")
        or (sign == "v" and i + 1 < high and signs[i + 1] in NOUNS)
    ):
        noun = i + 1
        while noun < high and signs[noun] in "aoxjwv#D":
            noun += 1
        if signs[noun : noun + 2] in ("PC", "PN") and signs[i - 1] == "Z":
            # "…", so nannte es der Kapitän
            noun += 1
        if noun < high and signs[noun] in NOUNS:
            noun = named(signs, noun, high)
            return Reading(noun, i, 0.95 if sign in "VG" else 0.7, _relayed(signs, noun, high))
        paper = sign == "V" and signs[noun : noun + 1] == "p" and noun + 1 < high
        if (
            paper
            and signs[noun + 1] in "CD"
            and not any(s in NOUNS for s in signs[noun + 2 : high])
        ):
            # Russian "…", it says in the statement
            return Reading(noun + 1, i, 0.7)
        return None
    return _subject_first(signs, i, high)


def _subject_first(signs: str, i: int, high: int) -> Reading | None:
    """The reading of "…", [at one point] he said; or None."""
    start = i
    while i < high:
        if signs[i] in "NCD" and signs[i + 1 : i + 2] == "z":
            return Reading(i, i + 1, 0.95)
        if signs[i] in NOUNS:
            verb = _verb_after(signs, i, high)
            if verb >= 0:
                sure = 0.95 if signs[verb] in "V" else 0.6
                noun = i
                return Reading(noun, verb, sure, _relayed(signs, verb, high))
            return None
        if signs[i] in "pT" and i + 1 < high:
            i += 2
        elif signs[i] in "at,-wjd#":
            i += 1
        else:
            return None
        if i - start > 10:
            return None
    return None


def _compound(signs: str, i: int, high: int) -> Reading | None:
    """The reading of "…", has said the minister / hat der Minister gesagt; or None."""
    for k in range(i + 1, min(high, i + 14)):
        if signs[k] in "GVI":
            for n in range(i + 1, high):
                if signs[n] in NOUNS and signs[n - 1] not in "pA":
                    return Reading(named(signs, n, high), k, 0.9)
            return None
        if signs[k] in ",-Q":
            return None
    return None


def tail(signs: str, place: int, high: int) -> Reading | None:
    """The attribution later in the sentence: "… a "disaster" for the town, she said"."""
    for i in range(place + 1, high - 2):
        if signs[i] == "Q":
            return None
        if signs[i] != ",":
            continue
        k = i + 1
        while k < high - 1 and signs[k] in "at":
            k += 1
        if signs[k] in "AZ":
            noun = source(signs, k + 1, high)
            return Reading(noun, k, 0.8) if noun >= 0 else None
        if signs[k] in "NCD" and signs[k + 1] == "z":
            return Reading(k, k + 1, 0.8)
        if signs[k] in "NCP":
            verb = _verb_after(signs, k, high)
            if verb >= 0 and signs[verb] == "V":
                return Reading(k, verb, 0.8)
        if signs[k] == "V" and signs[k + 1 : k + 2] in NP:
            return Reading(named(signs, k + 1, high), k, 0.8)
    return None


def beyond(signs: str, place: int, high: int) -> Reading | None:
    """The subject after the quotation, in "Calling it "a mess", the mayor resigned"."""
    i = place + 1
    while i < high and signs[i] not in NOUNS and signs[i] != ",":
        i += 1
    if i > place + 1 and i < high and signs[i] != ",":
        i = signs.find(",", i, high)
        if i < 0:
            return None
    while i < high and signs[i] in ",at":
        i += 1
    if i < high and signs[i] in NOUNS and _verb_after(signs, i, high) >= 0:
        return Reading(i, -1, 0.7)
    return None


def _verb_after(signs: str, noun: int, high: int) -> int:
    """The finite verb of the noun phrase, over an apposition or what hangs on it; or -1."""
    i = noun + 1
    while i < high:
        sign = signs[i]
        if sign == "V":
            return i
        if sign == "x":
            for k in range(i + 1, min(i + 4, high)):
                if signs[k] in "VGI":
                    return k
                if signs[k] not in "xa":
                    break
            return i
        if sign in "vwI":
            return i
        if sign in "a#tjdDo":
            i += 1
        elif sign == "p":
            i += 2
        elif sign == "(":
            i = signs.find(")", i, high) + 1 or high
        elif sign in ",-":
            closing = signs.find(sign, i + 1, high)
            if closing < 0:
                return signs.find("V", i, high) if signs[i + 1 : i + 2] in ("r", "R") else -1
            if "Q" in signs[i:closing]:
                return -1
            i = closing + 1
        elif sign == "&" and i + 1 < high and signs[i + 1] in NOUNS:
            i += 2
        elif sign in "NC" and i == noun + 1:
            i += 1
        else:
            return -1
    return -1


def _relayed(signs: str, place: int, high: int) -> int:
    """The one who relays it, in "…, he said, according to CNN"; or -1."""
    at = signs.find("A", place + 1, high)
    return next_noun(signs, at + 1, high) if at > 0 else -1
