"""What limits a claim: gone from beside it or under an ellipsis, it makes the claim say more."""

import pytest

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

TEXT = """\
DR. VALE:  Visitors may enter the ward between two and four.  The clinic is closed on Sundays.  \
We treat patients from all over the county.

So far we have had no deaths in the new wing.  The drug works, at least in mice.  \
On paper, every child has a bed.  They have been honest with us, or so I'm told.

The fund lost 2 million before fees are counted.  I am proud of this team, to be clear.  \
We never lied, to the best of my knowledge.

Nobody may leave without a badge.  We sent letters to families and I spoke with the press \
about the fire.  I have never been asked to resign.  I wrote to the board on Monday.

I don't know, maybe it was the rain.  Some people will tell you that the roof leaks.  \
Everyone but the night crew was paid.  The pumps ran half the time.
"""
RECORD = Record([Source.from_text("s", TEXT, language="en")])
FINE = ("verbatim", "light_edit")


@pytest.mark.parametrize(
    "text",
    [
        "Visitors may enter the ward.",
        "Visitors may enter the ward … four.",
        "[W]e have had no deaths.",
        "The drug works.",
        "[E]very child has a bed.",
        "They have been honest with us.",
        "The fund lost 2 million.",
        "We never lied.",
        "Nobody may leave.",
        "We sent letters to families … about the fire.",
        "I have never been asked to … the board on Monday.",
        "[T]he roof leaks.",
        "Everyone … was paid.",
        "The pumps ran.",
    ],
)
def test_a_claim_without_its_limit_is_changed(text: str) -> None:
    assert check(quotation(text, "Vale"), RECORD).verdict == "meaning_changed"


@pytest.mark.parametrize(
    "text",
    [
        "Visitors may enter the ward between two and four.",
        "We treat patients",
        "I am proud of this team.",
        "maybe it was the rain",
        "We sent letters to families … .",
        "I have never been asked to resign. I wrote to the board.",
        "we have had no deaths in the new wing",
    ],
)
def test_what_limits_nothing_may_be_left_out(text: str) -> None:
    assert check(quotation(text, "Vale"), RECORD).verdict in FINE


def test_the_reason_names_what_is_missing() -> None:
    finding = check(quotation("The drug works.", "Vale"), RECORD)
    assert finding.differences[-1].record == "at least in mice"
    finding = check(quotation("Visitors may enter the ward.", "Vale"), RECORD)
    assert finding.reason == "The meaning is changed: what limited it is missing."
