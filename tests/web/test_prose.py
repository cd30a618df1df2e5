"""A difference made ready for its macro."""

from datetime import date

from editorial.document.content import Content
from editorial.document.difference import difference
from editorial.document.markdown import from_markdown
from editorial.web.prose import prose


def content(text: str, previous: Content | None = None) -> Content:
    body = from_markdown(text, None if previous is None else previous.body)
    return Content(headline="Rain", dateline_date=date(2026, 11, 20), body=body)


def kinds(old: str, new: str) -> list[tuple[str, int]]:
    before = content(old)
    found = prose(difference(before, content(new, before)))
    return [(block.kind, block.count) for block in found]


def test_unchanged_paragraphs_are_counted_but_for_the_nearest() -> None:
    old = "\n\n".join(f"Paragraph number {n} stands." for n in range(9))
    new = old.replace("number 4 stands", "number 4 falls")
    assert kinds(old, new) == [
        ("skipped", 3),
        ("same", 0),
        ("changed", 0),
        ("same", 0),
        ("skipped", 3),
    ]


def test_words_that_came_and_went_are_told_apart() -> None:
    before = content("It rained all day.")
    [block] = prose(difference(before, content("It snowed all day.", before)))
    assert ("rained", "removed") in block.pieces
    assert ("snowed", "added") in block.pieces


def test_new_and_gone_paragraphs_are_named_so() -> None:
    assert ("added", 0) in kinds("One stays.", "One stays.\n\nQuite another thing comes.")
    assert ("removed", 0) in kinds("One stays.\n\nQuite another thing goes.", "One stays.")


def test_equal_texts_are_only_counted() -> None:
    assert kinds("One.\n\nTwo.", "One.\n\nTwo.") == [("skipped", 2)]
