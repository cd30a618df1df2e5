"""The reason reads well to an editor."""

from dataclasses import replace

from editorial.quotes import Record, Source, check
from tests.pure.quotes.transcript import quotation

TEXT = "MR. MARSH: We said so twice in May.\n\nMS. VENN: Nobody knew it then.\n"
RECORD = Record([Source.from_text("briefing", TEXT)])


def test_a_pronoun_is_never_whom_the_words_are_not_by() -> None:
    quote = replace(quotation("Nobody knew it then.", "he"), speaker_resolved="Ivo Marsh")
    reason = check(quote, RECORD).reason
    assert "to Ivo Marsh" in reason
    assert "to he" not in reason


def test_a_name_in_the_story_is_used_as_it_stands() -> None:
    assert "not to Marsh" in check(quotation("Nobody knew it then.", "Marsh"), RECORD).reason
