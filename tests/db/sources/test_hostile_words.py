"""Words made so that reading them takes long: they take no longer than others of their length."""

from pathlib import Path

import pytest

from editorial.pipeline.refusal import Refused
from editorial.sources.bounded import extract
from editorial.sources.captions import captions
from editorial.sources.readable import readable
from editorial.sources.sniff import sniff
from tests.db.sources.files import docx, said
from tests.within import within


def test_a_row_of_comments_is_a_text() -> None:
    head = b"<!---->" * 60 + b"x"
    with within(2):
        assert sniff(head, head, "notes.txt").name == "a text file"


def test_a_page_behind_comments_is_refused() -> None:
    head = b"<!-- a > b -- c --> \n<!---->" * 60 + b"<svg onload='x'>"
    with within(2), pytest.raises(Refused, match="SVG"):
        sniff(head, head, "notes.txt")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "ab-\ncd\n" * 100_000,
        "ab-" * 300_000,
        "a-\n" * 300_000,
        "\u00ad" * 1_000_000,
    ],
    ids=["one word", "parted words", "one compound", "parted letters", "soft hyphens"],
)
def test_words_take_as_long_as_they_are(text: str) -> None:
    with within(10):
        readable(text)


def test_a_compound_is_known_by_how_it_stands_elsewhere() -> None:
    text = "Long-term is well-\nknown, a well-known lock. Long-\nterm; infor-\nmation"
    assert readable(text) == "Long-term is well-known, a well-known lock. Long-term; information"


def test_words_are_joined_in_the_bounded_process(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(docx(said("The o\ufb03ce, infor\u00admation.")))
    assert extract("word", path) == ("The office, information.\n", [])


@pytest.mark.parametrize("words", ["<v" + " " * 200_000, "<v a" * 100_000, "<v.a" * 100_000])
def test_a_voice_that_never_ends_takes_as_long_as_its_words(words: str) -> None:
    with within(5):
        captions(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\nand so on")
