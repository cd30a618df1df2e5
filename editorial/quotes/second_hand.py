"""Whether the speaker only gave another's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editorial.quotes.governing import in_any_language
from editorial.quotes.lexicon import lexicon_for
from editorial.quotes.lexicon.entry import words
from editorial.quotes.sentence import sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import tokenise

_OPENING = "“„«‹"
_CLOSING = "”»›"
_STRAIGHT = '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}\n]")
_REACH = 1500
_NEAR = 10
_PHRASE = 3
_QUOTING = frozenset({"that", "dass", "que", "ki", "что", "що"})
_SIGNS = "\"'“”„«»‹› "
_LEAD = re.compile(r"[\s,:;\-–—…\"'“„«‘(\u00a0]*$")


@dataclass(frozen=True, slots=True)
class Relayed:
    """The passage is given as another's words; ``lead`` is the phrase that says whose."""

    lead: str
    own: bool
    quoted: bool


def relayed(source: Source, start: int, end: int, marks_in_quote: bool) -> Relayed | None:
    """How ``source.text[start:end]`` is given as another's words, None if it is the speaker's.

    ``own``: the speaker gives their own earlier words or thoughts. Two signs are read: quotation
    marks that open before the passage and close after it, and a verb of saying with another
    subject directly before it.
    """
    text = source.text
    turn = source.turns.at(start)
    floor = max(turn.start, start - _REACH)
    opened = None if marks_in_quote else _opened(text, floor, start, end, turn.end)
    if opened is not None:
        found = _lead(source, floor, opened)
        return found or _tail(source, end, turn.end)
    return _reported(source, floor, start)


def _opened(text: str, floor: int, start: int, end: int, ceiling: int) -> int | None:
    """The offset of the mark that opens the quotation the passage stands in."""
    open_at: int | None = None
    for mark in _MARKS.finditer(text, floor, start):
        at, sign = mark.start(), mark.group()
        if sign in _OPENING or (sign == "“" and open_at is None):
            closes = sign == "“" and open_at is not None and text[open_at] == "„"
            open_at = None if closes else at
        elif sign in _CLOSING:
            open_at = None
        elif sign == _STRAIGHT:
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            if (
                open_at is None
                and not after.isspace()
                and (before.isspace() or not before.isalnum())
            ) or (before.isspace() and not after.isspace()):
                open_at = at
            elif open_at is not None and text[open_at] == _STRAIGHT:
                open_at = None
        elif sign == "\n" and open_at is not None and text[at + 1 : at + 2] == "\n":
            open_at = None
    if open_at is None:
        return None
    closing = {"„": "“”", "“": "”", "«": "»", "‹": "›"}.get(text[open_at], text[open_at])
    limit = min(ceiling, end + _REACH)
    inside = [text.find(c, start, end - 1) for c in closing]
    if any(at >= 0 for at in inside):
        return None
    found = [at for at in (text.find(c, max(start, end - 1), limit) for c in closing) if at >= 0]
    if not found or (text[min(found)] == _STRAIGHT and text[min(found) - 1].isspace()):
        # The next mark opens: the one before was never closed.
        return None
    return open_at


def _lead(source: Source, floor: int, opened: int) -> Relayed | None:
    """The verb of saying before a quotation in the record, and whose it is."""
    text = source.text
    begin = sentence_start(text, opened, floor)
    lead = text[begin:opened].strip()
    if not lead.strip(_SIGNS) and text[floor:begin].rstrip().endswith(":"):
        # The quotation stands on a line of its own, what introduces it on the line above.
        above = text[floor:begin].rstrip()
        lead = text[sentence_start(text, floor + len(above) - 1, floor) : floor + len(above)]
    keys = tokenise(lead, source.language).keys[-_NEAR:]
    lexicon = lexicon_for(source.language)
    led = lead.rstrip("\"'“„«‘ ").endswith(":") or (keys[-1:] and keys[-1] in _QUOTING)
    known = any(key in lexicon.relays or key in _VOICES for key in keys)
    if not known and (not led or _is_own(keys) or len(keys) < _PHRASE):
        return None
    own = _is_own(keys[-4:]) and not _CITES & set(keys[-4:])
    return Relayed(lead[-120:], own=own, quoted=True)


def _is_own(keys: Sequence[str]) -> bool:
    """Whether the speaker is the subject: "nous disons", not "on nous a dit"."""
    return any(
        key in _NOMINATIVES and (key != "nous" or behind.endswith("ons"))
        for key, behind in zip(keys, [*keys[1:], ""], strict=True)
    )


def _tail(source: Source, end: int, ceiling: int) -> Relayed | None:
    """The verb of saying behind a quotation in the record: "…" dedi."""
    text = source.text
    closing = re.search(r"[\"”“»›]", text[max(0, end - 1) : min(ceiling, end + _REACH)])
    if closing is None:
        return None
    after = max(0, end - 1) + closing.end()
    rest = text[after : min(ceiling, after + 60)]
    keys = tokenise(rest, source.language).keys[:4]
    lexicon = lexicon_for(source.language)
    if _DISCLAIMS & set(keys[:2]):
        # “…” diyemem: nobody says it.
        return Relayed(rest, own=False, quoted=True)
    if not any(key in lexicon.relays for key in keys):
        return None
    verb = next(i for i, key in enumerate(keys) if key in lexicon.relays)
    own = any(key in _NOMINATIVES for key in keys[:verb]) or bool(_SAID_BY_ME & set(keys[:2]))
    return Relayed(rest, own=own, quoted=True)


def _reported(source: Source, floor: int, start: int) -> Relayed | None:
    """A verb of saying with another subject directly before: "Clinton said that …"."""
    text = source.text
    begin = sentence_start(text, start, floor)
    lead = _LEAD.sub("", text[begin:start])
    lexicon = lexicon_for(source.language)
    if not lead and text[floor:begin].rstrip().endswith(":"):
        # What introduces it stands on the line above: "There they write:".
        above = sentence_start(text, len(text[floor:begin].rstrip()) + floor - 1, floor)
        lead = _LEAD.sub("", text[above:begin].strip())
        if _reads_out(list(tokenise(lead, source.language).keys)):
            return Relayed(lead[-120:], own=False, quoted=False)
        return None
    keys = list(tokenise(lead, source.language).keys)
    linked = lexicon.complementizers - {"to", "whether", "if", "ob", "si", "ли", "чи"}
    while keys and (
        keys[-1] in linked
        or keys[-1] in _FILLERS
        or (keys[-1] in _TOLD and keys[-2:-1] and keys[-2] in lexicon.relays)
    ):
        keys.pop()
    if len(keys) < 2:
        return None
    if keys[-2:] == ["to", "say"] and keys[-4:-3] and keys[-4] in _JUDGED:
        # "It would be unfair to say that": nobody says it.
        return None
    if keys[-2:] == ["to", "say"] and keys[-3:-2] and keys[-3] not in _NO_VOICE:
        voiced = not any(key in _NOMINATIVES for key in keys[-8:-2])
        return Relayed(lead[-120:], own=False, quoted=False) if voiced else None
    if _would_say(keys):
        return Relayed(lead[-120:], own=False, quoted=False)
    if keys[-1] not in lexicon.relays or keys[-1] in _WEAK:
        return None
    parted = text[begin:start].rstrip()[-1:] == ","
    if parted and source.language in ("tr", "az"):
        # "… dedi, ben de inanıyorum": the verb stands behind what was said.
        return None
    first = tokenise(text, source.language, start, min(len(text), start + 40)).keys[:1]
    if parted and first and first[0] in _ASKING:
        # "Die Zeugin hat gesagt, was sie glaubt": about what, not in which words.
        return None
    subject = keys[-4:-1]
    if any(key in _NOMINATIVES for key in subject) or "you" in subject:
        return None
    if any(key in lexicon.negations for key in keys[-5:-1]):
        return None
    if source.language == "en" and text[begin:start].rstrip()[-1:] == "," and keys[-1] in _ASKS:
        # "did what was asked, neither more nor less"
        return None
    return Relayed(lead[-120:], own=False, quoted=False)


def _reads_out(keys: list[str]) -> bool:
    """Whether a line that ends on a colon gives the words of a text or of another."""
    if _MYSELF & set(keys):
        return False
    if _CITES & set(keys[-_NEAR:]):
        return True
    near = set(keys[-_NEAR:])
    return bool(near & _WRITTEN) and not near & _NOMINATIVES


def _would_say(keys: list[str]) -> bool:
    """ "A lot of owners I hear from will say, boy, …": others say it."""
    if len(keys) < _PHRASE or keys[-1] != "say" or keys[-2] not in _HABITS:
        return False
    subject = keys[-_NEAR:-2]
    return subject[0] not in _SELVES and subject[-1] not in _SELVES


_MYSELF = in_any_language("myself selbst kendimi себя себе moi-même mismo")
_WRITTEN = in_any_language(
    "writes wrote written reads read states stated says said schreibt schreiben schrieb schrieben "
    "geschrieben heißt hieß lautet lautete steht titelt titelte yazıyor yazdı deniyor yazılmış "
    "пишет пишут написал написано пише пишуть написав écrit écrivent escribe escriben"
)
_HABITS = words("will would 'll might could often always sometimes usually")
_SELVES = words("i we you it one let to and but so if")
_FILLERS = words("well boy look quote okay hey no yes")
_NOMINATIVES = words("i we ich wir ben biz mən я мы ми je j' nous yo nosotros")
_ASKS = words("asked asks suggested suggests called claimed")
_NO_VOICE = words(
    "fair safe wrong false absurd right needless is have want like able enough reason "
    "going need way me"
)
_JUDGED = words("be is was are 's being been seems")
_ASKING = in_any_language(
    "was wer wie warum wo what who how why where that кто как почему где хто як чому де ce qui "
    "comment quoi cómo quién"
)
_VOICES = words("doing think thinking thought quote promised versprochen letter letters slogan")
_SAID_BY_ME = words("dedim diyorum diyoruz dedik söyledim deyirəm dedim сказал сказала кажу")
_DISCLAIMS = words(
    "diyemem diyemeyiz demiyorum demiyoruz demem demeyiz demedim demedik demedi demirəm demirik "
    "demədim demədik deməz desek desem desen deseniz dersek dersem dersen derseniz deseydik "
    "deseydim denirse desək desəm desəniz"
)
_TOLD = words("me us him her them reporters mir uns ihm ihr ihnen")
_CITES = words(
    "quote quoting cite citing zitiere zitieren zitat alıntılıyorum цитирую цитую cite cito"
)
_WEAK = frozenset(
    {"say", "like", "goes", "went", "suggests", "calls", "called", "quote", "heißt", "diye"}
)
