"""A passage in another outlet's report keeps to that report's quotation marks."""

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

REPORT = (
    "The ministers met in Tarn on Friday. “If we allow the dam to fail, the valley goes with it. "
    "And I heard nothing to suggest the contrary,” Marsh said. More than 50 countries were at the "
    "table, he said. “We will meet again in May.”\n"
)
RECORD = Record([Source.from_text("report", REPORT, kind="report")])


def passage(text: str) -> str:
    return check(quotation(text, "Marsh"), RECORD).passages[0].text


def test_a_passage_stops_at_the_closing_mark() -> None:
    text = "If we allow the dam to fail, the valley goes with it. More is to come."
    assert "countries" not in passage(text)


def test_a_passage_goes_on_in_the_next_marks() -> None:
    text = "And I heard nothing to suggest the contrary. … We will meet again in May."
    assert passage(text).endswith("We will meet again in May.")
