"""An invented press conference that the tests of the check quote from."""

from editorial.quotes import Finding, Part, Quotation, Record, Source, check

HARBOUR = """MINISTER OKAFOR:  Good morning, everyone.  Thank you for coming.

We have decided to rebuild the northern harbour, and we will not raise the tolls.  The work costs \
$40 million, and 300 people will find work there.

I don't think the old pier can be saved.  If the council agrees, we will open the new one in May.

Q    Minister, isn't it true that the pier is rotten to the core?

MINISTER OKAFOR:  You know, I have seen the report -- I have seen it twice, and, look, it's not a \
pretty sight.  (Laughter.)  But the engineers are confident.

MR. LINDQVIST:  The engineers told me, "We can save half of it by winter."  That is all I know.

Q    And the fishermen?

MINISTER OKAFOR:  The fishermen should get a fair price for their berths, \
unless they sell them on. \
Some people say that we forgot them.  We did not forget anyone.
"""


def quotation(text: str, speaker: str | None = None, language: str = "en") -> Quotation:
    """A direct quotation that is the whole of its text."""
    return Quotation((Part(0, len(text)),), 0, len(text), text, speaker=speaker, language=language)


def harbour() -> Record:
    """The record of the press conference."""
    return Record([Source.from_text("harbour", HARBOUR, language="en")])


def found(text: str, speaker: str | None = None) -> Finding:
    """What the check says of ``text`` against the press conference."""
    return check(quotation(text, speaker), harbour())
