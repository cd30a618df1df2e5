"""The labels of a record: which lines name who speaks, by the style of the whole."""

import re
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
NAME = (
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
TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?"
# The spaces that begin its next line go together: shared out, there would be too many ways.
_ASIDE = r"(?:[ \u00a0]*[(\[](?:[^()\[\]\n]|\n[ \t]++){1,120}[)\]]){0,3}"
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
      (?:{TIME}[ \t\u00a0]*(?:[-–—][ \t]*)?)?(?:\*\*|>>[ ]?|[-–—][ ])?
        (?P<colon>{_ANYONE}|{NAME}(?=[ \u00a0]*[:,(\[*])|{_ROLE})
        (?P<aside>{_ASIDE})(?P<office>,[ ][^:.!?\n]{{2,60}})?
        (?:\*\*)?[ \u00a0]*:(?:\*\*)?(?!\d)[ \t\u00a0]*
    | (?P<letter>[QA])(?:[ \t\u00a0]{{2,}}
        |[ \u00a0](?=[{_UPPER}"“‘\[(…]|--|\.\.)|[.:][ \t\u00a0]*)
    | (?P<period>(?:(?:{_RANK}\.?[ ]){{1,3}}{NAME}
        |(?:{_RANK}\.?[ ]){{0,3}}[{_UPPER}][{_UPPER}'’\-]{{2,}})
        (?:[ ]of[ ]{_WORD}(?:[ ]{_WORD})?)?)\.[ \u00a0]+(?=[{_UPPER}"“‘\[(])
    | (?P<dash>(?:{_WORD}[ \u00a0]+(?:{_POST}[ \u00a0]+)+)?{_WORD}(?:[ \u00a0]+{_WORD}){{0,4}}|\?)
        (?P<place>{_ASIDE})
        [ \u00a0]+[–—-][ \u00a0]+(?=\S)
    | <v[ ](?P<voice>[^>\n]{{1,60}})>
    | (?P<otter>{NAME})[ \t\u00a0]+{TIME}[ \t\u00a0]*$
    )""",
    re.VERBOSE | re.MULTILINE,
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
_ASKERS = frozenset(word for lexicon in languages() for word in lexicon.questioners)
_BLANK = re.compile(r"\n\s*\n")
_LED = 3


def find_labels(text: str, known: frozenset[str]) -> list[tuple[int, int, str]]:
    """Where each label begins, where what is said begins, and the name, in order."""
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
