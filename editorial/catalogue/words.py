"""Which words a page speaks, and their form for a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TypeAlias

from babel import Locale
from babel.core import get_global

# The scripts that run from right to left (ISO 15924).
RIGHT_TO_LEFT = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)
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


@lru_cache(256)
def direction(language: str) -> str:
    """Which way the letters of a BCP 47 tag run: ``ltr`` or ``rtl``. A script that it doesn't name
    is the likely one of its language and region (Unicode CLDR)."""
    primary, *parts = language.replace("_", "-").split("-")
    script = next((one.title() for one in parts if len(one) == 4 and one.isalpha()), "")
    if not script:
        region = next((one.upper() for one in parts if len(one) in (2, 3)), "")
        likely = get_global("likely_subtags")
        whole = likely.get(f"{primary.lower()}_{region}") or likely.get(primary.lower(), "")
        script = next((one for one in whole.split("_")[1:] if len(one) == 4), "")
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


@cache
def _words(language: str) -> Words:
    wordings: Wordings = import_module(f"editorial.catalogue.{language}").WORDS
    return Words(language, direction(language), wordings)
