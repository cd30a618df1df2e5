import pytest

from editorial.quotes import extract
from editorial.quotes.marks import pair

SENTENCE = "The ferry will sail at noon"


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in pair(text, 0, len(text)) if s.depth == 0]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("„", "“"),
        ("„", "”"),
        ("«", "»"),
        ("« ", " »"),
        ("»", "«"),
        ("‹", "›"),
        ("''", "''"),
        ("``", "''"),
        ("‘‘", "’’"),
        ("‚‚", "‘‘"),
        (",,", "''"),
        ("‘", "’"),
        ("'", "'"),
        ("‚", "‘"),
        ("”", "”"),
        # mixed ones, as they come from several keyboards
        ("“", '"'),
        ('"', "”"),
        ("“", "“"),
        ("„", '"'),
        ("“", "''"),
        ("＂", "＂"),
    ],
)
def test_every_pair_of_marks_holds_its_words(opening: str, closing: str) -> None:
    (found,) = words(f"She said {opening}{SENTENCE}{closing} and left.")
    assert found.strip() == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "The captain's crew didn't wait for the boys' boat.",
        'It is 6\'2" tall and 5" wide.',
        "Back in the '90s they'd say rock 'n' roll.",
        "L'eau n'est pas là, qu'il dise.",
        "The students' union and the teachers' union met.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert words(text) == []


def test_an_apostrophe_does_not_close_a_single_mark() -> None:
    text = "‘It’s the sailors’ own boat, isn’t it?’ she asked."
    assert words(text) == ["It’s the sailors’ own boat, isn’t it?"]


@pytest.mark.parametrize(
    "text",
    [
        "“He told me ‘never again’ and left,” she said.",
        "\"He told me 'never again' and left,\" she said.",
        '"He told me "never again" and left," she said.',
        "„Er sagte mir ‚nie wieder‘ und ging“, sagte sie.",
        "«Он сказал мне „никогда“ и ушёл», — сказала она.",
        "''He told me 'never again' and left,'' she said.",
    ],
)
def test_a_quote_in_a_quote_belongs_to_the_outer_one(text: str) -> None:
    (found,) = words(text)
    assert found.split()[0] in ("He", "Er", "Он")
    assert found.rstrip(",").split()[-1] in ("left", "ging", "ушёл")


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The ferry will sail at noon\nThe harbour was calm."
    (quotation,) = extract(text)
    assert quotation.text == "The ferry will sail at noon"


def test_two_quotations_that_meet_a_missing_mark_do_not_swallow_each_other() -> None:
    text = "“The ferry is late, said Ana Roe. “It will sail at noon.”"
    assert [q.text for q in extract(text)] == ["It will sail at noon."]


def test_a_ruler_of_marks_is_noise() -> None:
    assert pair('"""""""""" a """"""""', 0, 21) == []


def test_marks_without_words_hold_nothing() -> None:
    assert extract("“” «» ‘’ '' \"\" “ ” “…”") == []
