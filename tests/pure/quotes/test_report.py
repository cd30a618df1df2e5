"""Whose words a passage of a news report is."""

import pytest

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

REPORT = """\
Villagers of Lower Saxby met the bailiff on Monday after a second fence fell. Mayor Odile Brand \
insisted the council had warned everybody in time, though she had no dates.

"The fence was rotten, and I said so in the spring," Brand told the meeting. "Nobody wanted to \
hear it."

The contractor, Hollis & Daughter, saw it otherwise. "Our posts last forty years," its manager \
Rex Hollis said.
"""


def verdict(text: str, speaker: str) -> str:
    record = Record([Source.from_text("report", REPORT, language="en")])
    return check(quotation(text, speaker), record).verdict


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("The fence was rotten, and I said so in the spring", "Odile Brand", "verbatim"),
        ("Nobody wanted to hear it.", "Mayor Brand", "verbatim"),
        ("Our posts last forty years", "Rex Hollis", "verbatim"),
        ("Our posts last forty years", "Odile Brand", "misattributed"),
        ("the council had warned everybody in time", "Odile Brand", "misattributed"),
    ],
)
def test_a_report_gives_words_to_whom_its_prose_does(
    text: str, speaker: str, expected: str
) -> None:
    assert verdict(text, speaker) == expected


def test_a_pronoun_in_a_report_gives_its_words_to_nobody_else() -> None:
    text = (
        "The sheep are safe, said Shepherd Ann Orme after the Lower Saxby Flock Meeting.\n\n"
        "“We counted them twice,” she said.\n\n“None is missing,” said Orme. “I slept well.”"
    )
    record = Record([Source.from_text("r", text, kind="report", language="en")])
    found = check(quotation("We counted them twice", "Ann Orme"), record)
    assert found.verdict == "verbatim"


def test_a_speech_without_labels_is_no_report() -> None:
    text = (
        'I am glad to be here, and I mean it. My neighbour says, "Sell the horse." I won\'t. My '
        'sister said, "Keep the horse." I might. We have a long winter before us.'
    )
    record = Record([Source.from_text("speech", text, language="en")])
    found = check(quotation("We have a long winter before us", "Odile Brand"), record)
    assert found.verdict == "verbatim"
