"""The finding in one sentence, for an editor."""

from editorial.quotes.finding import DifferenceClass, Finding
from editorial.quotes.quotation import Quotation
from editorial.quotes.voice import is_pronoun

_CHANGED: dict[DifferenceClass, str] = {
    "negation": "a “not” or its like is lost or added",
    "number": "a number differs",
    "modal": "“can”, “must”, “will” or the like was exchanged",
    "condition": "the condition it was said under is missing",
    "hedge": "the reservation it was said with is missing",
    "name": "one name stands for another",
    "opposite": "a word was exchanged for its opposite",
    "quantity": "“all”, “some”, “the” or the like was exchanged",
    "attribution": "whose opinion it was is missing",
    "question": "a question is printed as a statement",
    "subject": "the brackets say more than the speaker’s own words",
    "retraction": "the speaker took it back at once, which is missing",
    "scope": "what limited it is missing",
}
_ALLOWED: dict[DifferenceClass, str] = {
    "typography": "typography",
    "case": "a capital",
    "filler": "a filler or false start dropped",
    "ellipsis": "a cut that is shown",
    "cut": "sentences passed over where the attribution stands",
    "bracket": "words in brackets",
    "sic": "[sic]",
    "spelling": "spelling",
    "number_form": "the form of a number",
    "contraction": "a contraction",
    "transcript_noise": "noise of the transcript dropped",
    "punctuation": "punctuation",
}

_LONG = 30


def reason_for(finding: Finding, quotation: Quotation) -> str:
    """One sentence that says why the verdict is what it is."""
    verdict = finding.verdict
    if verdict == "not_found":
        if finding.foreign_language:
            return "The record is in another language; a person must compare it."
        if finding.others:
            return "These words are not in the record; the closest that are stand beside."
        return "These words are not in the record."
    speaker = finding.passages[0].speaker if finding.passages else None
    if verdict == "misattributed":
        return _misattributed(finding, quotation, speaker)
    if verdict == "spliced":
        return "Words from different places are joined without a mark of the cut."
    if verdict == "meaning_changed":
        kinds = [
            _CHANGED[d.kind] for d in finding.differences if not d.allowed and d.kind in _CHANGED
        ]
        return f"The meaning is changed: {kinds[0]}." if kinds else "The meaning is changed."
    if verdict == "altered":
        first = next(d for d in finding.differences if not d.allowed)
        if first.record and first.quote:
            return f"The record says “{first.record}” where the quote says “{first.quote}”."
        if first.record:
            return f"The quote leaves out “{first.record}”."
        if len(first.quote) > _LONG:
            return f"The record has only part of the quote: “{first.quote}” is not in it."
        return f"The quote adds “{first.quote}”."
    return _fine(finding)


def _misattributed(finding: Finding, quotation: Quotation, speaker: str | None) -> str:
    claimed = _claimed(quotation)
    if finding.second_hand and speaker and finding.speaker_matches is False:
        claimed = claimed[:1].upper() + claimed[1:]
        return f"{claimed} did not say these words as their own: see {speaker} in the record."
    if speaker:
        return f"The record gives these words to {speaker}, not to {claimed}."
    return f"The record does not give these words to {claimed}."


def _claimed(quotation: Quotation) -> str:
    """Whom the story names, never by a pronoun."""
    for name in (quotation.speaker, quotation.speaker_resolved):
        if name and not is_pronoun(name):
            return name
    return "the speaker named in the story"


def _fine(finding: Finding) -> str:
    if finding.verdict == "verbatim":
        base = "Word for word as in the record"
    else:
        kinds = dict.fromkeys(_ALLOWED[d.kind] for d in finding.differences if d.kind in _ALLOWED)
        named = ", ".join(kinds) or "what style permits"
        base = f"As in the record but for {named}"
    if finding.secondary_source:
        return f"{base}, but the record here is another outlet’s report."
    if finding.second_hand:
        return f"{base}, but there the words are given second hand."
    if finding.terms == "off_the_record":
        return f"{base}, but that was said off the record."
    if finding.terms == "background":
        return f"{base}, but that was said on background."
    return f"{base}."
