"""A passage as a story quotes it: in the quotation marks of its language, with who said it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language sets a quotation. ``comma``: a full stop within becomes a comma before the
    attribution; else it goes. ``first`` puts the speaker before a colon, where a verb would have to
    know whether a man or a woman spoke."""

    opening: str
    closing: str
    said: str
    comma: bool = False
    first: bool = False


MANNERS: dict[str, Manner] = {
    "en": Manner("“", "”", " {} said.", comma=True),
    "de": Manner("„", "“", ", sagte {}."),
    "fr": Manner("«\u00a0", "\u00a0»", ", a déclaré {}."),
    "es": Manner("«", "»", ", dijo {}."),
    "tr": Manner("“", "”", "{}: ", first=True),
    "az": Manner("“", "”", "{}: ", first=True),
    "ru": Manner("«", "»", "{}: ", first=True),
    "uk": Manner("«", "»", "{}: ", first=True),
}
_OFFICES = re.compile(r"[^\W\d_]+")


def attributed(words: str, speaker: str | None, language: str) -> str:
    """The words between marks, with their speaker where one is known.

    ``language`` is a BCP 47 tag; a language without a manner of its own is set as English is.
    """
    manner = MANNERS.get(language.split("-")[0].lower(), MANNERS["en"])
    said = " ".join(words.split())
    if speaker is None:
        return f"{manner.opening}{said}{manner.closing}"
    name = named(speaker)
    if manner.first:
        return f"{manner.said.format(name)}{manner.opening}{said}{manner.closing}"
    asks = said.endswith(("?", "!", "…"))
    said = said if asks else said.rstrip(".,;: ")
    if manner.comma and not asks:
        said += ","
    return f"{manner.opening}{said}{manner.closing}{manner.said.format(name)}"


def named(label: str) -> str:
    """A speaker's label as a story writes the name: a transcript's capitals are its own."""
    label = label.strip()
    if not label.isupper():
        return label
    return _OFFICES.sub(lambda word: word[0] if len(word[0]) == 1 else word[0].capitalize(), label)
