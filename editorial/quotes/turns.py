"""Who speaks where in a record: speaker turns, and what in them is not speech.

Recognised at the start of a line: ``SECRETARY BLINKEN:  …``, ``Boris Pistorius (Minister):``,
``Q    …``, ``Name (00:12):``, ``[00:12] Name:``, ``Mustafa Şentop – …``, ``**Name:** …``,
``>> NAME: …``, ``<v Name>…``. Not speech: stage directions, timecodes, heckles in brackets (kept
with the name of the heckler, so that a quote of them finds its speaker).
"""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from editorial.quotes.lexicon import languages
from editorial.quotes.lexicon.entry import words

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏА-ЯЁЄІЇҐЎ"
_WORD = rf"[{_UPPER}][\w.'’\-]*"
_LINK = (
    r"(?:de|da|di|del|van|von|der|den|zu|la|le|al|el|bin|ben|of|the|and|for|on|für|und|i|y|e|to"
    r"|d[’'])"
)
_NAME = (
    rf"{_WORD}(?:[ \u00a0]+(?:{_LINK}[ \u00a0]+)*"
    rf"(?:{_WORD}|\d{{1,3}})){{0,6}}"
)
_ANYONE = (
    r"(?:Audience|Unidentified|Unknown|Male|Female|Senior|An?[ ]unidentified)(?:[ ][a-z]+){1,3}"
)
# "Mountain rescue:", "Union lawyer:": a label only where every paragraph begins with one.
_ROLE = rf"{_WORD}(?:[ \u00a0][a-zà-ÿа-яёіїєğışçöü][\w'’\-]*){{1,3}}(?=[ \u00a0]*:)"
_DESCRIBED = re.compile(
    rf"{_WORD}(?:[ \u00a0](?!{_LINK}[ \u00a0])[a-zà-ÿа-яёіїєğışçöü][\w'’\-]*){{1,3}}$"
)
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?"
_ASIDE = r"(?:[ \u00a0]*[(\[](?:[^()\[\]\n]|\n[ \t]+){1,120}[)\]]){0,3}"
# "Senator Roe. I thank the chair.": the labels of printed hearings end on a full stop.
_RANK = (
    r"(?:The|Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Senator|Sen|Representative|Rep|Congressman|Congresswoman"
    r"|Chairman|Chairwoman|Chair|Vice|Secretary|Director|Commissioner|Judge|Justice|Ambassador"
    r"|General|Gen|Admiral|Adm|Colonel|Col|Major|Captain|Sergeant|Sheriff|Mayor|Governor"
    r"|Councilman|Councilwoman|Councilmember|Supervisor|Chief|CHAIRMAN|CHAIRWOMAN|CHAIR|SENATOR"
    r"|REPRESENTATIVE|MR|MRS|MS|DR|THE|SECRETARY|DIRECTOR|CAPTAIN|JUDGE|GOVERNOR|MAYOR|COLONEL"
    r"|GENERAL|ADMIRAL|AMBASSADOR|COMMISSIONER)"
)
_POST = (
    r"(?:temsilcisi|başkanı|başkan|müdürü|sözcüsü|üyesi|bakanı|yardımcısı|genel|vekili|avukatı"
    r"|sədri|rəhbəri|direktoru|nümayəndəsi|müavini)"
)
_LABEL = re.compile(
    rf"""^[ \t\u00a0]*(?:
      (?:{_TIME}[ \t\u00a0]*(?:[-–—][ \t]*)?)?(?:\*\*|>>[ ]?|[-–—][ ])?
        (?P<colon>{_ANYONE}|{_NAME}(?=[ \u00a0]*[:,(\[*])|{_ROLE})
        (?P<aside>{_ASIDE})(?P<office>,[ ][^:.!?\n]{{2,60}})?
        (?:\*\*)?[ \u00a0]*:(?:\*\*)?(?!\d)[ \t\u00a0]*
    | (?P<letter>[QA])(?:[ \t\u00a0]{{2,}}
        |[ \u00a0](?=[{_UPPER}"“‘\[(…]|--|\.\.)|[.:][ \t\u00a0]*)
    | (?P<period>(?:(?:{_RANK}\.?[ ]){{1,3}}{_NAME}
        |(?:{_RANK}\.?[ ]){{0,3}}[{_UPPER}][{_UPPER}'’\-]{{2,}})
        (?:[ ]of[ ]{_WORD}(?:[ ]{_WORD})?)?)\.[ \u00a0]+(?=[{_UPPER}"“‘\[(])
    | (?P<dash>(?:{_WORD}[ \u00a0]+(?:{_POST}[ \u00a0]+)+)?{_WORD}(?:[ \u00a0]+{_WORD}){{0,4}}|\?)
        (?P<place>{_ASIDE})
        [ \u00a0]+[–—-][ \u00a0]+(?=\S)
    | <v[ ](?P<voice>[^>\n]{{1,60}})>
    | (?P<otter>{_NAME})[ \t\u00a0]+{_TIME}[ \t\u00a0]*$
    )""",
    re.VERBOSE | re.MULTILINE,
)
_NOTE = re.compile(
    r"[(\[]([^()\[\]\n]{0,300}"
    r"(?:[(\[][^()\[\]\n]{0,80}[)\]][^()\[\]\n]{0,300}){0,6})[)\]]"
)
_TIMECODE = re.compile(rf"^{_TIME}$|^\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?$")
_HECKLE = re.compile(
    rf"^(?P<name>{_NAME})[ \u00a0]*[(\[][^()\[\]]{{1,60}}[)\]][ \u00a0]*:[ \u00a0]*"
)
_SHOUT = re.compile(
    r"^(?P<name>(?:An? )?"
    r"(?:Interruption|Interjection|Heckler?|Shout|Voice|Cry|Call|Zwischenruf|Zuruf)s?"
    r"[^:\n]{0,60}):[ \u00a0]*[\"'“„«]?(?=\S)",
    re.IGNORECASE,
)
_KNOWN = words(
    "Q A MODERATOR MODERATORIN MODERATÖR QUESTION ANSWER FRAGE ANTWORT SORU CEVAP SUAL CAVAB "
    "ВОПРОС ОТВЕТ ПИТАННЯ ВІДПОВІДЬ ВЕДУЩИЙ ВЕДУЧИЙ ГОЛОВУЮЧИЙ ПРЕДСЕДАТЕЛЬ BAŞKAN SUNUCU "
    "APARICI REPORTER JOURNALIST PRESS SPEAKER INTERVIEWER INTERVIEWEE HOST GUEST PREGUNTA "
    "MODERATION PRESENTER ANCHOR CALLER CLERK WITNESS COUNSEL CHAIR REDAKTION ENTREVISTADOR "
    "ENTREVISTADORA GAZETECİ MUHABİR ЖУРНАЛИСТ ЖУРНАЛІСТ КОРРЕСПОНДЕНТ КОРЕСПОНДЕНТ ANIMATEUR "
    "ANIMATRICE MUXBİR JURNALİST "
    "RESPUESTA RÉPONSE OPERATOR INTERPRETER JOURNALISTE PERIODISTA PRÄSIDENT PRÄSIDENTIN"
)
_OFFICE = re.compile(r"^The |Minister|Secretary|Speaker|Chair|Chancellor|Attorney|Lord|Advocate")
_PERSON = re.compile(
    rf"[(\[][ ]*((?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Rt[ ]Hon|Professor)\.?[ ]"
    rf"{_WORD}(?:[ ]{_WORD}){{0,4}})[ ]*[)\]]"
)
_NOT_SPEAKERS = words(
    "NOTE BREAK SOURCE PHOTO DATE TIME LOCATION SUBJECT TITLE UPDATE EDITOR'S LINK HTTP HTTPS "
    "CORRECTION BACKGROUND SUMMARY RE CC FROM"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """``text[start:end]`` is spoken by ``speaker`` (the label as printed; None before any)."""

    label_start: int
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """``text[start:end]`` is no speech of the turn; ``speaker`` is a heckler's name."""

    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a text in order, without gaps but for labels, and its notes."""

    turns: tuple[Turn, ...]
    notes: tuple[Note, ...]
    starts: tuple[int, ...]
    note_starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The index of the turn that ``offset`` is in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def at(self, offset: int) -> Turn:
        """The turn that ``offset`` is in."""
        return self.turns[self.index(offset)]

    def note_at(self, offset: int) -> Note | None:
        """The note that ``offset`` is in, if any."""
        found = bisect_right(self.note_starts, offset) - 1
        if found >= 0 and self.notes[found].end > offset:
            return self.notes[found]
        return None

    def notes_within(self, start: int, end: int) -> tuple[Note, ...]:
        """Notes that begin in ``start:end``."""
        first = bisect_right(self.note_starts, start - 1)
        return self.notes[first : bisect_right(self.note_starts, end - 1)]


def find_turns(text: str, speaker: str | None = None, known: frozenset[str] = frozenset()) -> Turns:
    """The turns and notes of ``text``; ``speaker`` speaks where no label stands before, ``known``
    are labels that it is told to have."""
    labels = _labels(text, known)
    turns: list[Turn] = []
    first = labels[0][0] if labels else len(text)
    if first > 0 or not labels:
        turns.append(Turn(0, 0, first, speaker))
    for i, (begin, body, name) in enumerate(labels):
        end = labels[i + 1][0] if i + 1 < len(labels) else len(text)
        turns.append(Turn(begin, body, end, name))
    notes = tuple(_notes(text))
    return Turns(
        tuple(turns), notes, tuple(t.label_start for t in turns), tuple(n.start for n in notes)
    )


def _labels(text: str, known: frozenset[str]) -> list[tuple[int, int, str]]:
    found = [_Label.of(match, known) for match in _LABEL.finditer(text)]
    labels = [label for label in found if label is not None]
    labels = _by_person(labels)
    often = Counter(label.name for label in labels)
    dashes = sum(label.dash and often[label.name] > 1 for label in labels)
    periods = sum(label.period and often[label.name] > 1 for label in labels)
    colons = sum(
        not (label.dash or label.period) and (label.sure or often[label.name] > 1)
        for label in labels
    )
    breaks = sum(text[label.body : label.body + 1] == "\n" for label in labels)
    style = _Style(
        dashes=dashes >= 3 and dashes > colons,
        periods=periods >= 3 and periods > colons,
        breaks=breaks >= 3 and breaks * 2 > colons,
        answers=often["Q"] > 0,
        often=often,
        offices=Counter(label.name + label.office for label in labels if label.office),
        led=_leads_all(text, labels),
    )
    return [(label.start, label.body, label.name) for label in labels if style.admits(label, text)]


def _leads_all(text: str, labels: list["_Label"]) -> bool:
    """Whether most paragraphs begin with what may be a label: then any such thing is one."""
    starts = {label.start for label in labels if not label.dash}
    blocks = [0, *(match.end() for match in _BLANK.finditer(text))]
    led = sum(begin in starts for begin in blocks)
    return led >= _LED and led * 2 > len(blocks)


def _by_person(labels: list["_Label"]) -> list["_Label"]:
    """An office named once with who holds it keeps the name: "The Speaker (Dame Ana Roe):"."""
    known = {
        label.name[: label.name.index(" (")]: label.name for label in labels if " (" in label.name
    }
    return [replace(label, name=known.get(label.name, label.name)) for label in labels]


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    body: int
    name: str
    dash: bool
    sure: bool
    period: bool = False
    office: str = ""
    described: bool = False

    @classmethod
    def of(cls, match: re.Match[str], known: frozenset[str]) -> "_Label | None":
        dash = match["dash"]
        if match["period"]:
            return cls(match.start(), match.end(), match["period"], False, False, period=True)
        if dash:
            sure = bool(match["place"]) and dash.isupper()
            return cls(match.start(), match.end(), dash.strip(), True, sure)
        name = (match["letter"] or match["voice"] or match["otter"] or match["colon"]).strip()
        words = name.split()
        if words[0].upper().rstrip(".") in _NOT_SPEAKERS:
            return None
        if words[-1].endswith(".") and len(words[-1]) > 4:
            return None
        sure = bool(match["letter"] or match["voice"] or match["aside"]) or _looks_like_label(name)
        sure = sure or name in known
        person = _PERSON.search(match["aside"] or "")
        if person is not None and _OFFICE.search(name):
            # Hansard: "The Minister for Railways (Ms Ana Roe):" names the office first.
            name = f"{name} ({person[1]})"
        office = match["office"] or ""
        described = match["colon"] is not None and _DESCRIBED.match(name) is not None
        return cls(
            match.start(),
            match.end(),
            name,
            False,
            sure and not office,
            office=office,
            described=described,
        )


@dataclass(frozen=True, slots=True)
class _Style:
    """How this transcript prints its labels; what does not fit it is no label."""

    dashes: bool
    periods: bool
    breaks: bool
    answers: bool
    often: Counter[str]
    offices: Counter[str]
    led: bool

    def admits(self, label: _Label, text: str) -> bool:
        words = len(label.name.split())
        if label.period:
            return self.periods
        if label.office:
            # "Ana Roe, mayor:" is a label where she speaks again.
            asks = label.name.lower() in _ASKERS
            return asks or (words in (2, 3, 4) and self.offices[label.name + label.office] > 1)
        if label.dash:
            return self.dashes and (words > 1 or self.often[label.name] > 1 or label.name == "?")
        if (self.dashes or self.periods) and not label.sure:
            return False
        if self.breaks and text[label.body : label.body + 1] != "\n" and not label.sure:
            return False
        if label.name == "A" and not self.answers:
            return False
        apart = text[max(0, label.start - 2) : label.start] in ("", "\n\n")
        if label.described:
            return label.sure or (apart and self.led)
        return (
            label.sure or self.often[label.name] > 1 or words in (2, 3, 4) or (apart and self.led)
        )


def _looks_like_label(name: str) -> bool:
    if name.isupper() and (name in _KNOWN or name.split()[0] in _KNOWN):
        return True
    letters = [c for c in name if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return upper > 0.7 * len(letters) and upper > 1


def _stage_words() -> frozenset[str]:
    return frozenset(word for lexicon in languages() for word in lexicon.stage)


_STAGE = _stage_words()
_ASKERS = frozenset(word for lexicon in languages() for word in lexicon.questioners)
_BLANK = re.compile(r"\n\s*\n")
_LED = 3
_SPLIT = re.compile(r"[\W\d_]+")


def _notes(text: str) -> list[Note]:
    notes: list[Note] = []
    for match in _NOTE.finditer(text):
        start, end = match.span()
        inside = match[1].strip()
        heckle = _HECKLE.match(inside) or _SHOUT.match(inside)
        if heckle:
            notes.append(Note(start, end, heckle["name"].strip()))
        elif _is_note(text, start, end, inside):
            notes.append(Note(start, end))
    return notes


def _is_note(text: str, start: int, end: int, inside: str) -> bool:
    if not inside or _TIMECODE.match(inside):
        return True
    folded = [word for word in _SPLIT.split(inside.lower()) if word]
    if not folded:
        return False
    if any(word in _STAGE for word in folded) and len(folded) <= 60:
        return len(folded) <= 4 or _alone(text, start, end)
    return _alone(text, start, end) and text[start] == "("


def _alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 200) : start].rpartition("\n")[2]
    after = text[end : end + 200].partition("\n")[0]
    return not before.strip(" \t\u00a0") and not after.strip(" \t\u00a0.")
