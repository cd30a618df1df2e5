"""The story's text as HTML with every quote marked in place and its sign after it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from editorial.document.content import Content
from editorial.document.html import Span, html, line_html
from editorial.document.plain import PlainText, story_text
from editorial.pipeline.shown import past_closing
from editorial.review.quote_line import QuoteLine
from editorial.review.remarks import Remarks

Sign = Callable[[QuoteLine], str]
RemarkSign = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Marked:
    """All are safe HTML."""

    headline: Markup
    summary: Markup
    body: Markup


def marked(
    content: Content,
    quotes: Sequence[QuoteLine],
    sign: Sign,
    sizes: Mapping[str, tuple[int, int]] | None = None,
    remarks: Remarks | None = None,
    remark_sign: RemarkSign = lambda _kind, _number: "",
) -> Marked:
    """``sign`` gives the button that opens a quote's card; ``sizes`` those of the pictures.
    ``remark_sign`` gives the link that leads from words to what is said of them."""
    story = story_text(content)
    spans = [span for quote in quotes for span in _spans(quote, story.text, sign)]
    if remarks is not None:
        spans += _remark_spans(story, remarks, remark_sign)
    return Marked(
        Markup(line_html(content.headline, spans)),  # noqa: S704  (escaped by document.html)
        Markup(line_html(content.summary, spans, story.headline_end + 1)),  # noqa: S704  (the same)
        Markup(html(content.body, spans, story.body_start, sizes)),  # noqa: S704  (the same)
    )


def _remark_spans(story: PlainText, remarks: Remarks, sign: RemarkSign) -> list[Span]:
    """The words of each open comment and suggestion, where they are still in the text."""
    standing = [
        *(("comment", thread.number, thread.about) for thread in remarks.open),
        *(("suggestion", line.number, line.about) for line in remarks.suggestions),
    ]
    spans = []
    for kind, number, about in standing:
        at = None if about.block is None else story.offset(about.block, about.start)
        if at is None or about.now is None:
            continue
        link = Markup(sign(kind, number).strip())  # noqa: S704  (a macro made it)
        end = at + about.end - about.start
        spans.append(Span(at, end, f"remark remark-{kind}", link, f"about-{kind}-{number}"))
    return spans


def _spans(quote: QuoteLine, text: str, sign: Sign) -> list[Span]:
    css_class = f"mark verdict-{quote.shown}{' mark-settled' if quote.settled else ''}"
    anchor = f"mark-{quote.number}"
    button = Markup(sign(quote).strip())  # noqa: S704  (a macro made it)
    *first, last = quote.parts
    end = past_closing(text, last.end)
    return [
        *(Span(part.start, part.end, css_class, anchor=anchor) for part in first),
        Span(last.start, end, css_class, button, anchor),
    ]
