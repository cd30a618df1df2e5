"""Who says a quotation, read off the signs of its own sentence (see ``phrases``)."""

from dataclasses import dataclass

from editorial.quotes.clauses import FINITE, NOUNS, first_noun, main_verb, subject

CUES = "VGI"
NP = tuple(NOUNS)


@dataclass(frozen=True, slots=True)
class Reading:
    """Places of speaker and cue in a frame (``cue`` -1: none), and how sure the reading is."""

    speaker: int
    cue: int
    confidence: float
    outer: int = -1


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
    if compound and sign == "x":
        return _compound(signs, i, high)
    if sign in "AZ":
        noun = _source(signs, i + 1, high)
        return Reading(noun, i, 0.95) if noun >= 0 else None
    if (
        sign in "VI"
        or (compound and sign == "G")
        or (sign == "v" and i + 1 < high and signs[i + 1] in NOUNS)
    ):
        noun = i + 1
        while noun < high and signs[noun] in "aoxjwv#":
            noun += 1
        if noun < high and signs[noun] in NOUNS:
            noun = _named_apposition(signs, noun, high)
            return Reading(noun, i, 0.95 if sign in "VG" else 0.7, _relayed(signs, noun, high))
        return None
    return _subject_first(signs, i, high)


def _subject_first(signs: str, i: int, high: int) -> Reading | None:
    """The reading of "…", [at one point] he said; or None."""
    start = i
    while i < high:
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
                    return Reading(_named_apposition(signs, n, high), k, 0.9)
            return None
        if signs[k] in ",-Q":
            return None
    return None


def _named_apposition(signs: str, noun: int, high: int) -> int:
    """The name in "said the president of the union, Jay Roe": the place of the name."""
    if signs[noun] != "C":
        return noun
    i = noun + 1
    while i + 1 < high and signs[i] == "p" and signs[i + 1] in "NC":
        i += 2
    if i + 1 < high and signs[i] == "," and signs[i + 1] == "N":
        return i + 1
    return noun


def _next_noun(signs: str, i: int, high: int) -> int:
    while i < high and signs[i] in "TpawjdhV":
        i += 1
    return i if i < high and signs[i] in NOUNS else -1


def _source(signs: str, i: int, high: int) -> int:
    """The one "according to" leads to, by name where an apposition gives it; or -1."""
    noun = _next_noun(signs, i, high)
    return _named_apposition(signs, noun, high) if noun >= 0 else -1


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
        if sign in "a#tjd":
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
    return _next_noun(signs, at + 1, high) if at > 0 else -1


def before(signs: str, place: int, low: int) -> Reading | None:
    """The attribution that leads to the quotation, in the same sentence before it."""
    if place > low and signs[place - 1] == ":":
        reading = _introduced(signs, place, low)
        if reading is not None:
            return reading
    for i in range(place - 1, low - 1, -1):
        if signs[i] == "A":
            noun = _source(signs, i + 1, place)
            if noun >= 0:
                return Reading(noun, i, 0.85)
            if i > low and signs[i - 1] in "oh":
                # Russian "по его словам": his words.
                return Reading(i - 1, i, 0.8)
        behind = signs[i + 1 : i + 2]
        if signs[i] not in CUES or (signs[i - 1 : i] == "s" and behind not in NP):
            continue
        if _set_in(signs, i, low):
            return Reading(i + 1, i, 0.9)
        noun = cue_subject(signs, i, low)
        if noun < 0 and signs[i] in "VI" and i + 1 < place and signs[i + 1] in NOUNS:
            noun = i + 1
        if noun < 0:
            if signs[i] == "G":
                continue
            return _document(signs, i, low)
        if place - i > 1 and signs[place - 1] not in ":,":
            outer = _embedding(signs, noun, low)
            if outer is not None:
                return outer
        return Reading(noun, i, 0.9 if place - i <= 3 else 0.75)
    return None


def _document(signs: str, cue: int, low: int) -> Reading | None:
    """What speaks without a subject: "в заявлении говорится", in the statement it says."""
    for i in range(low, cue - 1):
        if signs[i] == "p" and signs[i + 1] in "NC":
            return Reading(i + 1, cue, 0.7)
    return None


def _introduced(signs: str, place: int, low: int) -> Reading | None:
    """The one before a colon without a verb, as in a headline; or None."""
    if any(s in "VvxGI" for s in signs[low:place]):
        return None
    noun = first_noun(signs, low, place)
    if noun < 0:
        return None
    if signs[noun] == "C" and place - 2 > noun and signs[place - 2] == "N":
        noun = place - 2
    return Reading(noun, place - 1, 0.85)


def _set_in(signs: str, cue: int, low: int) -> bool:
    """Whether a cue is set in between commas: "Because of the rain, explained Roe, …"."""
    return (
        signs[cue] == "V"
        and cue > low
        and signs[cue - 1] == ","
        and signs[cue + 1 : cue + 2] in NP
        and signs[cue + 2 : cue + 3] == ","
        and "," not in signs[low : cue - 1]
        and any(s in FINITE for s in signs[low:cue])
    )


def cue_subject(signs: str, cue: int, low: int) -> int:
    """The subject of a cue; that of a participle or a base form is its clause's subject."""
    sign = signs[cue]
    left = signs[cue - 1] if cue > low else "."
    if sign == "V" or (sign == "I" and left != "T") or (sign == "G" and left in "xa"):
        return subject(signs, cue, low)
    if sign == "G":
        apart = signs[cue - 2] if cue - 2 >= low else "-"
        if (left in "NP" and apart in "-&,s") or (left == "C" and apart in "-&" and cue - 2 >= low):
            return cue - 1
        for k in range(cue - 1, low - 1, -1):
            noun = subject(signs, k, low) if signs[k] == "V" else -1
            if noun >= 0 and signs[noun] != "R":
                outer = _embedding(signs, noun, low)
                return outer.speaker if outer is not None else noun
    verb = main_verb(signs, low, cue)
    return subject(signs, verb if verb >= 0 else cue, low)


def _embedding(signs: str, noun: int, low: int) -> Reading | None:
    """The outer attribution, when the clause of ``noun`` is itself what someone says."""
    i = noun - 1
    while i >= low and signs[i] in "rRhodj":
        i -= 1
    if i >= low and signs[i] == ",":
        return None
    for k in range(i, max(low - 1, i - 12), -1):
        if signs[k] == "V":
            outer = subject(signs, k, low)
            return Reading(outer, k, 0.7) if outer >= 0 and outer != noun else None
        if signs[k] == "G":
            outer = cue_subject(signs, k, low)
            return Reading(outer, k, 0.7) if 0 <= outer < k and outer != noun else None
        if signs[k] in "&:Q-":
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
            noun = _source(signs, k + 1, high)
            return Reading(noun, k, 0.8) if noun >= 0 else None
        if signs[k] in "NCP":
            verb = _verb_after(signs, k, high)
            if verb >= 0 and signs[verb] == "V":
                return Reading(k, verb, 0.8)
        if signs[k] == "V" and signs[k + 1 : k + 2] in NP:
            return Reading(_named_apposition(signs, k + 1, high), k, 0.8)
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


def clause(signs: str, place: int, low: int) -> Reading | None:
    """The subject of the sentence the quotation stands in, where no verb of saying shows."""
    who = signs.rfind("R", low, place)
    if who >= 0 and "," not in signs[who:place] and any(s in FINITE for s in signs[who:place]):
        return Reading(who, -1, 0.45)
    verb = main_verb(signs, low, place)
    if verb >= 0:
        noun = subject(signs, verb, low)
        if noun >= 0:
            return Reading(noun, verb, 0.45)
    noun = first_noun(signs, low, place)
    return Reading(noun, -1, 0.35) if noun >= 0 else None
