"""Who is named in a comment: an @ and a name or initials."""

import re
from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")


def mentioned(text: str, people: Mapping[str, Key]) -> tuple[Key, ...]:
    """The keys of the names and initials that follow an @ in ``text``, each once, in the order of
    the text. The longest name that fits is meant, capitals aside."""
    found: dict[Key, None] = {}
    names = sorted((name for name in people if name.strip()), key=len, reverse=True)
    for at in re.finditer(r"(?<![\w@.])@", text):
        rest = text[at.end() :].casefold()
        for name in names:
            folded = name.casefold()
            if rest.startswith(folded) and not rest[len(folded) : len(folded) + 1].isalnum():
                found[people[name]] = None
                break
    return tuple(found)
