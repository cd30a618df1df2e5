"""Where the sentence around a passage begins and ends."""

import re

_REACH = 1200
_END = re.compile(r"(?:[.!?…]+[\"'”’»“)\]]*(?=[\s\u00a0]|$)|\n)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\u00a0\"“„])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|vs|No|Nr|Abg|bzw"
    r"|ca|Mio|Mrd|Sn|etc|approx|Inc|Ltd|Co|Corp|U\.S|U\.K|U\.N|[ap]\.m|z\.\s?B|d\.\s?h|u\.\s?a|\d{1,2})\.$"
)
# "On page 14. What comes next": no ordinal, since these words begin sentences.
_OPENING = re.compile(
    r"[\s\u00a0]+[\"“„«]?(?:What|We|I|It|They|He|She|You|The|This|That|There|And|But|So|If|When|In|No|Not"
    r"|Wir|Ich|Das|Die|Der|Es|Sie|Und|Aber|Wenn|Dann|Nein|Ja|Мы|Я|Это|Но|И|Ми|Це|Але|Nous|Je|Il|Et"
    r"|Biz|Ben|Bu|Ama)\b"
)
_AFTER = re.compile(r"[\s\u00a0\"'“„«(\[–—-]*(\S?)")


def sentence_start(text: str, offset: int, floor: int = 0) -> int:
    """The offset at which the sentence that holds ``offset`` begins, not before ``floor``."""
    low = max(floor, offset - _REACH)
    best = low
    for match in _END.finditer(text, low, offset):
        if _ends_sentence(text, match, offset):
            best = match.end()
    while best < offset and text[best] in " \t\u00a0\n\r":
        best += 1
    return best


def sentence_end(text: str, offset: int, ceiling: int | None = None) -> int:
    """The offset behind the end of the sentence that holds the character before ``offset``."""
    high = min(len(text) if ceiling is None else ceiling, offset + _REACH)
    for match in _END.finditer(text, max(0, offset - 1), high):
        if match.group() == "\n":
            return max(offset, match.start())
        if _ends_sentence(text, match, high + 1):
            return max(offset, match.end())
    return high


def _ends_sentence(text: str, match: re.Match[str], limit: int) -> bool:
    if match.group() == "\n":
        return True
    if match.group()[0] == "." and len(match.group().rstrip("\"'”’»“)]")) == 1:
        before = text[max(0, match.start() - 8) : match.start() + 1]
        if _ABBREVIATION.search(before) and not (
            before[-2:-1].isdecimal() and _OPENING.match(text, match.end())
        ):
            return False
    following = _AFTER.match(text, match.end())
    letter = following[1] if following else ""
    # "..." and "…" trail off and go on in the same sentence when a small letter follows.
    return not (letter.islower() and match.end() < limit)
