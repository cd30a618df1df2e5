"""Cases written before the check was looked at, on invented transcripts.

A line of ``cold/*.cases`` holds the verdicts an editor would accept, the speaker a story names
and the quote, parted by tabs. What the check is known not to see is left out, and told in
``docs/quotes-checking.md``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editorial.quotes import Part, Quotation, Record, Source, check

HERE = Path(__file__).parent / "cold"
FINE = {"verbatim", "light_edit"}
LANGUAGES = {
    "presse": "de",
    "haus": "de",
    "bahn": "de",
    "werft": "de",
    "turkce": "tr",
    "maden": "tr",
    "liman": "az",
    "agua": "es",
    "ecole": "fr",
    "most": "ru",
    "lis": "uk",
}
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))
RIGHT = 0.84


def record_of(name: str) -> Record:
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return Record([Source.from_text(name, text, language=LANGUAGES.get(name, "en"))])


RECORDS = {name: record_of(name) for name in NAMES}


def cases(name: str) -> Iterator[tuple[set[str], str, str]]:
    for line in (HERE / f"{name}.cases").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            wanted, speaker, text = line.split("\t")
            yield set(wanted.split()), speaker, text


CASES = [(name, *case) for name in NAMES for case in cases(name)]


def verdict(name: str, speaker: str, text: str) -> str:
    quote = Quotation(
        parts=(Part(0, len(text)),),
        start=0,
        end=len(text),
        text=text,
        speaker=speaker,
        language=LANGUAGES.get(name, "en"),
    )
    return check(quote, RECORDS[name]).verdict


@pytest.mark.parametrize(("name", "wanted", "speaker", "text"), CASES)
def test_an_honest_quote_passes_and_a_misleading_one_does_not(
    name: str, wanted: set[str], speaker: str, text: str
) -> None:
    assert (verdict(name, speaker, text) in FINE) == bool(wanted & FINE)


@pytest.mark.parametrize("name", NAMES)
def test_nearly_every_verdict_is_the_one_an_editor_would_give(name: str) -> None:
    right = [verdict(name, speaker, text) in wanted for wanted, speaker, text in cases(name)]
    assert sum(right) >= RIGHT * len(right)
