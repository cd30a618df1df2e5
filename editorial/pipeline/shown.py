"""How a quote is shown, on whatever page: its verdict's name, its sign's place, its terms."""

import re

from editorial.models.source import Terms
from editorial.quotes.finding import Finding

BORNE_OUT = ("verbatim", "light_edit")
TERMS_WORDS: dict[str, str] = {
    Terms.BACKGROUND: "on background",
    Terms.OFF_THE_RECORD: "off the record",
}
# The closing mark belongs to what the last mark covers, so that the sign stands after it.
CLOSING = re.compile(r"[ \u00a0\u202f]?(?:''|[\"“”„‟«»‹›‘’‚'´`＂])")


def shown_as(finding: Finding) -> str:
    """The verdict, or ``second_hand`` where only another's report bears the words out."""
    second_hand = finding.second_hand or finding.secondary_source
    return "second_hand" if second_hand and finding.verdict in BORNE_OUT else finding.verdict


def past_closing(text: str, end: int) -> int:
    """Where the sign of a quote stands whose words end at ``end``: after the closing mark."""
    closing = CLOSING.match(text, end)
    return end if closing is None else closing.end()
