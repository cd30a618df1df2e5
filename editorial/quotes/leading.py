"""The attribution that leads to a quotation, read off signs (see ``frame``)."""

from editorial.quotes.clauses import FINITE, NOUNS, first_noun, main_verb, subject
from editorial.quotes.named import source
from editorial.quotes.reading import Reading

CUES = "VGI"
NP = tuple(NOUNS)


def before(signs: str, place: int, low: int) -> Reading | None:
    """The attribution that leads to the quotation, in the same sentence before it."""
    if place > low and signs[place - 1] == ":":
        reading = _introduced(signs, place, low)
        if reading is not None:
            return reading
    for i in range(place - 1, low - 1, -1):
        if signs[i] == "A":
            noun = source(signs, i + 1, place)
            if noun >= 0:
                return Reading(noun, i, 0.85)
            if i > low and signs[i - 1] in "oh":
                # Russian "по его словам": his words.
                return Reading(i - 1, i, 0.8)
        if signs[i] == "z" and signs[i - 1 : i] in (*NP, "D") and i > low:
            return Reading(i - 1, i, 0.85)
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
        if signs[i] == "p" and signs[i + 1] in "NCD":
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
        and (any(s in FINITE for s in signs[low:cue]) or signs[cue + 3 : cue + 4] in ("x", "v"))
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
