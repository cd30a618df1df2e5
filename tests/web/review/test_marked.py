"""The story's text with its quotes marked and their signs after the closing marks."""

import pytest

from editorial.document.content import Content
from editorial.document.markdown import from_markdown
from editorial.document.plain import story_text
from editorial.pipeline.quote import Quote
from editorial.quotes.finding import Finding
from editorial.quotes.quotation import Part, Quotation
from editorial.review.marked import Marked, marked
from editorial.review.quote_line import Desk, QuoteLine, quote_lines
from editorial.workflow.facts import Facts
from editorial.workflow.words import State


def sign(quote: QuoteLine) -> str:
    return f"<b>{quote.number}</b>"


def shown(headline: str, body: str, *quotes: tuple[str, ...]) -> Marked:
    """``quotes`` each as its parts, as they stand in the story."""
    content = Content(headline=headline, body=from_markdown(body))
    story = story_text(content).text
    found = []
    for words in quotes:
        parts = tuple(Part(story.index(part), story.index(part) + len(part)) for part in words)
        said = Quotation(parts, parts[0].start, parts[-1].end, " ".join(words))
        found.append(Quote("k", said, Finding("not_found")))
    desk = Desk(Facts(State.FILED), {}, (), {}, lambda *_place: "")
    return marked(content, quote_lines(found, desk), sign)


@pytest.mark.parametrize(
    ("story", "words", "closed"),
    [
        ("He said “rain” twice.", "rain", "rain”</span><b>1</b> twice"),
        ('He said "rain" twice.', "rain", "rain&quot;</span><b>1</b> twice"),
        ("Il dit « pluie » hier.", "pluie", "pluie »</span><b>1</b> hier"),
        ("Er sagte „Regen“ zweimal.", "Regen", "Regen“</span><b>1</b> zweimal"),
        ("“rain and no end", "rain and no end", "rain and no end</span><b>1</b></p>"),
    ],
)
def test_the_sign_stands_after_the_closing_mark(story: str, words: str, closed: str) -> None:
    assert closed in shown("Weather", story, (words,)).body


def test_a_quote_in_parts_is_marked_once_a_part_and_signed_once() -> None:
    body = shown("W", "“We must,” he said, “and we will.”", ("We must,", "and we will.")).body
    assert body.count('class="mark verdict-not_found"') == 2
    assert body.count('id="mark-1"') == 1
    assert body.count("<b>1</b>") == 1
    assert body.endswith("<b>1</b></p>")


def test_a_quote_in_the_headline_is_marked_there_and_not_in_the_body() -> None:
    both = shown("“Rain,” says Varga", "“Wind,” she said.", ("Rain,",), ("Wind,",))
    assert "<b>1</b>" in both.headline
    assert "<b>2</b>" not in both.headline
    assert "<b>2</b>" in both.body
    assert "<b>1</b>" not in both.body


def test_what_was_typed_is_escaped_and_the_sign_is_not() -> None:
    body = shown("W", "“<i>rain</i>,” he said.", ("<i>rain</i>,",)).body
    assert "&lt;i&gt;rain&lt;/i&gt;" in body
    assert "<b>1</b>" in body
