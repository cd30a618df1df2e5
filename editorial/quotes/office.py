"""People told by what they are: titles, offices and descriptions in place of a name."""

import re

from editorial.quotes.lexicon.entry import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
TITLES = words(
    "cllr councillor councilor councilmember councilman councilwoman alderman alderwoman comrade "
    "mr mrs ms miss dr prof professor doctor sir dame lord lady madam herr frau monsieur "
    "madame señor señora secretary minister senator congressman congresswoman representative "
    "governor president chancellor chairman chairwoman chair mayor ambassador general colonel "
    "major captain lieutenant admiral sergeant judge justice king queen prince princess pope "
    "bishop archbishop speaker premier prime vice deputy foreign defense defence state press "
    "attorney director chief officer spokesman spokeswoman spokesperson reverend rabbi imam "
    "sheikh präsident präsidentin vizepräsident vizepräsidentin minister ministerin "
    "bundesminister bundesministerin bundeskanzler bundeskanzlerin kanzler kanzlerin "
    "staatssekretär staatssekretärin abgeordneter abgeordnete abg kollege kollegin graf "
    "freiherr başkan başkanı bakan bakanı sayın cumhurbaşkanı milletvekili prezident nazir "
    "cənab xanım президент министр міністр пан пані господин госпожа канцлер премьер прем'єр "
    "депутат глава zeuge zeugin sachverständiger sachverständige angeklagter angeklagte "
    "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin "
    "staatsanwalt staatsanwältin rechtsanwalt rechtsanwältin richter richterin witness detective "
    "inspector dci superintendent constable nurse pastor coach свидетель эксперт bey tanık "
    "the a an of and der die das von van de la former then acting interim us "
    "u.s house white former senior representative-elect first second third secretary-general"
)
ROLES = words(
    "the president vice official officials administration senior spokesman spokeswoman "
    "spokesperson moderator host chair chairman speaker question answer minister source aide "
    "guest witness audience member participant interviewer interviewee operator voice man "
    "woman male female unidentified unknown candidate candidates q a prime attorney general "
    "white house government secretary foreign ministry candidate company council state "
    "panelist expert analyst diplomat resident lawyer doctor teacher worker"
    " kremlin pentagon nato un eu commission department treasury bundesregierung"
)
# German writes an office as one word: "Verkehrsminister".
OFFICE = re.compile(
    r"(?:minister|ministerin|präsident|präsidentin|sprecher|sprecherin|kanzler|kanzlerin|meister"
    r"|meisterin|chef|chefin|vorsitzende|vorsitzender|leiter|leiterin|direktor|direktorin"
    r"|sekretär|sekretärin|rat|rätin)$"
)
_GERMAN_ARTICLES = frozenset({"der", "die", "das", "ein", "eine"})
ARTICLES = _GERMAN_ARTICLES | {"the", "a", "an", "le", "la", "les", "un", "une", "el", "los", "una"}
TAIL = re.compile(r"\b(?:of|from|with|at|for)\b\s")
# Offices of one holder, which a label may give.
_HELD = words(
    "secretary minister senator governor president chancellor mayor ambassador general admiral "
    "judge justice sheriff coach pastor ministerin präsident präsidentin kanzler kanzlerin "
    "bürgermeister bürgermeisterin landrat landrätin richter richterin bakan bakanı"
)
_RANKS = words("vice deputy prime press attorney under assistant lieutenant first second former")


def is_role(named: list[str]) -> bool:
    return all(word in ROLES or word in TITLES or OFFICE.search(word) for word in named)


def describes(name: str) -> bool:
    """Whether somebody is told by what they are: "the bank's director", "the Ohio Governor"."""
    if name == name.lower():
        return True
    claimed = words_of(name)
    if claimed[:1] and claimed[0] in _GERMAN_ARTICLES:
        return True
    tail = TAIL.search(name)
    head = _WORD.findall(name[: tail.start()] if tail else name)[-1:]
    if not head or not claimed or claimed[0] not in ARTICLES:
        return False
    return head[0].islower() or is_role([head[0].lower()])


def office(name: str) -> str:
    """The office a description ends on: "governor" of "the Ohio governor"."""
    tail = TAIL.search(name)
    named = words_of(name[: tail.start()] if tail else name)
    if not describes(name) or set(named) & {"a", "an", "former"}:
        return ""
    held = offices(" ".join(named[-2:]))
    return held[-1] if held else ""


def offices(label: str) -> list[str]:
    """The offices in a label, with the rank before them: "vice president", "minister"."""
    named = words_of(label)
    return [
        f"{before} {word}" if before in _RANKS else word
        for before, word in zip(["", *named], named, strict=False)
        if word in _HELD
    ]


def words_of(name: str) -> list[str]:
    folded = name.replace("İ", "i").lower().replace("’", "'")
    return [word.removesuffix("'s") for word in _WORD.findall(folded)]
