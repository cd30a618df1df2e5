"""Which words a page speaks, and their form for a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TypeAlias

from babel import Locale

# Unicode CLDR, scripts that run from right to left and the languages commonly written in them.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ku", "yi"})
LANGUAGES = ("ar", "az", "de", "en", "es", "fr", "ru", "tr", "uk")
FALLBACK = "en"

Wordings: TypeAlias = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; calling it gives those of a key."""

    language: str
    direction: str
    wordings: Wordings

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        """The words of ``key`` with ``values`` filled in, in the form that ``count`` asks for.

        Raises KeyError for a key nobody knows.
        """
        words = self.wordings[key]
        if not isinstance(words, str):
            form = Locale.parse(self.language).plural_form(count or 0)
            words = words.get(form, words["other"])
        return words.format(count=count, **values)


def spoken(language: str) -> str | None:
    """The catalogue for a BCP 47 tag, or None where there is none."""
    primary = language.split("-")[0].lower()
    return primary if primary in LANGUAGES else None


def words_in(*languages: str) -> Words:
    """The words of the first of these languages that has a catalogue; English without one."""
    return _words(next(filter(None, map(spoken, languages)), FALLBACK))


def direction(language: str) -> str:
    """Which way the language's letters run: ``ltr`` or ``rtl``."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@cache
def _words(language: str) -> Words:
    wordings: Wordings = import_module(f"editorial.catalogue.{language}").WORDS
    return Words(language, direction(language), wordings)
