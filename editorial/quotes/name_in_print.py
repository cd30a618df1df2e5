"""Who really speaks, named as the story would name them."""

from dataclasses import replace

from editorial.quotes.finding import Finding
from editorial.quotes.languages import language_for
from editorial.quotes.mend import Check
from editorial.quotes.names import find_names
from editorial.quotes.quotation import Quotation


def right_speaker(quotation: Quotation, finding: Finding, story: str, check: Check) -> str:
    """Whose words they are, to be put where the story names another; "" where nobody can be named
    so that the record agrees."""
    labels = {passage.speaker for passage in finding.passages}
    if finding.verdict != "misattributed" or quotation.speaker_start is None or len(labels) != 1:
        return ""
    (label,) = labels
    if not label:
        return ""
    name = in_print(label, story, quotation.language)
    found = check(replace(quotation, speaker=name, speaker_resolved=None))
    return "" if found.verdict == "misattributed" or found.second_hand else name


def in_print(label: str, story: str, language: str) -> str:
    """“MS. BERG” as the story has her, “Ana Berg”; else in small letters, “Ms. Berg”."""
    words = label.split()
    names = find_names(story, language_for(language))
    full = names.by_last.get(words[-1].lower())
    if full:
        return full[0].name
    return " ".join(_small(word) for word in words) if label.isupper() else label


def _small(word: str) -> str:
    letters = [
        letter if not before.isalpha() or before in "'’" else letter.lower()
        for before, letter in zip(" " + word, word, strict=False)
    ]
    return "".join(letters)
