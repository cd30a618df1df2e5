"""What stands beside a quote and is gone from it: each line of ``crops.txt`` is a case.

A line holds whether an editor would call the quote honest, the language, what the record says and
what is printed, parted by tabs.
"""

from pathlib import Path

import pytest

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

FINE = {"verbatim", "light_edit"}
LINES = (Path(__file__).parent / "crops.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES]


def record_of(said: str, language: str) -> Record:
    opening = "We are glad to be here. " if language == "en" else ""
    text = f"ANA ROE: {opening}{said}\n\nBEN OLT: …\n\nANA ROE: …\n\nBEN OLT: …\n"
    return Record([Source.from_text("s", text, language=language)])


@pytest.mark.parametrize(("kind", "language", "said", "printed"), CASES)
def test_a_crop_is_let_pass_where_nothing_is_lost_by_it(
    kind: str, language: str, said: str, printed: str
) -> None:
    finding = check(quotation(printed, "Ana Roe", language), record_of(said, language))
    assert (finding.verdict in FINE) == (kind == "honest"), finding.reason


def test_a_label_in_small_letters_is_one_where_every_paragraph_begins_with_one() -> None:
    text = (
        "Inspector Vale: We found the boat.\n\nPress: And the crew?\n\n"
        "Coast guard: The crew is safe.\n\nPress: All of them?\n\nCoast guard: Every one."
    )
    record = Record([Source.from_text("s", text, language="en")])
    assert check(quotation("The crew is safe.", "Inspector Vale"), record).verdict != "verbatim"
    assert record.sources["s"].turns.at(text.index("The crew is")).speaker == "Coast guard"
    assert record.sources["s"].turns.at(text.index("Every")).speaker == "Coast guard"


def test_a_label_that_the_source_is_told_of_is_one() -> None:
    text = "We begin.\nLodge keeper: The gate was shut.\nNobody came: it was late."
    told = Source.from_text("s", text, language="en", aliases={"Lodge keeper": ["Ida Orr"]})
    assert told.turns.at(text.index("The gate")).speaker == "Lodge keeper"
    assert check(quotation("The gate was shut.", "Ida Orr"), Record([told])).verdict == "verbatim"
