"""The site's words: every language has all of them, and the forms its numbers need."""

import re
import string
from importlib import import_module
from pathlib import Path

import pytest
from babel import Locale

from editorial.catalogue.words import FALLBACK, LANGUAGES, Wordings, direction, spoken, words_in

ROOT = Path(__file__).parents[3]
OTHERS = [language for language in LANGUAGES if language != FALLBACK]


def wordings(language: str) -> Wordings:
    found: Wordings = import_module(f"editorial.catalogue.{language}").WORDS
    return found


def fields(words: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name}


def test_every_file_is_a_language_and_every_language_a_file() -> None:
    files = {path.stem for path in (ROOT / "editorial" / "catalogue").glob("??.py")}
    assert files == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_all_words_and_fills_in_the_same(language: str) -> None:
    english, there = wordings(FALLBACK), wordings(language)
    assert set(there) == set(english)
    for key, words in there.items():
        theirs = english[key]
        assert isinstance(words, str) == isinstance(theirs, str), key
        if isinstance(words, str) and isinstance(theirs, str):
            assert fields(words) == fields(theirs), key
            assert words.strip() == words, key
            assert words, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_counts_has_every_form_of_its_language(language: str) -> None:
    rule = Locale.parse(language).plural_form
    needed = {rule(number) for number in range(1, 200)} | {"other"}
    for key, words in wordings(language).items():
        if not isinstance(words, str):
            assert needed <= set(words), key
            assert set().union(*map(fields, words.values())) <= {"count"}, key


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_was_left_in_english(language: str) -> None:
    english = {words for words in wordings(FALLBACK).values() if isinstance(words, str)}
    sentences = {words for words in english if len(words) > 20}
    assert not sentences & {str(words) for words in wordings(language).values()}


def test_numbers_choose_their_form() -> None:
    russian = words_in("ru")
    assert russian("minutes", count=1) == "1 минута чтения"
    assert russian("minutes", count=3) == "3 минуты чтения"
    assert russian("minutes", count=11) == "11 минут чтения"
    assert words_in("ar")("minutes", count=2) == "دقيقتان للقراءة"
    assert words_in("en")("minutes", count=1) == "1 minute to read"


def test_the_first_language_that_is_known_is_spoken() -> None:
    assert words_in("az-Latn", "en").language == "az"
    assert words_in("tlh", "de").language == "de"
    assert words_in("", "tlh").language == "en"
    assert spoken("UK-ua") == "uk"
    assert spoken("tlh") is None


def test_letters_run_as_their_language_does() -> None:
    assert words_in("ar").direction == "rtl"
    assert words_in("az").direction == "ltr"
    # A dispatch may be in a language that the site itself doesn't speak.
    assert (direction("he"), direction("fa-IR"), direction("it")) == ("rtl", "rtl", "ltr")


@pytest.mark.parametrize(
    ("language", "way"),
    [
        *(("ckb", "rtl"), ("ku", "ltr"), ("ku-Arab", "rtl"), ("ar-Latn", "ltr"), ("sd", "rtl")),
        *(("az-IR", "rtl"), ("az", "ltr"), ("pa-PK", "rtl"), ("pa-IN", "ltr"), ("ug", "rtl")),
        *(("dv", "rtl"), ("he-IL", "rtl"), ("uz_AF", "rtl"), ("", "ltr"), ("tlh", "ltr")),
    ],
)
def test_letters_run_as_the_likely_script_of_a_language_does(language: str, way: str) -> None:
    assert direction(language) == way


def test_what_nobody_knows_is_no_word() -> None:
    with pytest.raises(KeyError):
        words_in("en")("nonsense")


def test_every_word_is_said_somewhere_and_every_word_said_is_known() -> None:
    said = ""
    for path in (*(ROOT / "templates").rglob("*.html"), *(ROOT / "editorial").rglob("*.py")):
        if path.parent.name != "catalogue":
            said += path.read_text("utf-8")
    called = set(re.findall(r'(?:say|words_in\([\w.]+\))\(["\'](\w+?)["\'](?:,|\))', said))
    known = set(wordings(FALLBACK))
    assert called <= known
    unsaid = {key for key in known if not re.search(rf"""["']{key}["']""", said)}
    built = ("way_", "role_", "notice_", "field_")
    assert {key for key in unsaid if not key.startswith(built)} == set()
