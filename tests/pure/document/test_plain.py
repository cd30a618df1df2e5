from hypothesis import given, settings

from editorial.document.content import Content
from editorial.document.plain import plain, story_text
from editorial.document.schema import (
    EMPTY_BODY,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    ListItem,
    Mark,
    Paragraph,
    Text,
)
from tests.pure.document.trees import PICTURE, bodies, body, paragraph

STORY = body(
    "First.",
    Image("m", PICTURE, "alt", "a caption", "a credit"),
    Heading("h", 2, (Text("Second"),)),
    Blockquote("q", (paragraph("qp", "Third", HardBreak(), "line"),)),
    BulletList(
        "u",
        (
            ListItem("i", (paragraph("ip", "Fourth"), paragraph("iq", "fifth"))),
            ListItem("j", (paragraph("jp", Text("Six", (Mark("em"),)), "th"),)),
        ),
    ),
)


def test_every_block_of_words_is_a_line() -> None:
    assert plain(STORY).text == "First.\nSecond\nThird line\nFourth\nfifth\nSixth"
    assert plain(STORY).ids == ("p1", "h", "qp", "ip", "iq", "jp")


def test_a_letter_leads_back_to_its_block() -> None:
    text = plain(STORY)
    assert text.position(0) == ("p1", 0)
    assert text.position(text.text.index("line")) == ("qp", 6)
    assert text.position(text.text.index("th", -3)) == ("jp", 3)


def test_the_line_feed_after_a_block_counts_as_its_end() -> None:
    assert plain(STORY).position(6) == ("p1", 6)
    assert plain(STORY).position(7) == ("h", 0)


def test_the_end_of_the_text_is_the_end_of_its_last_block() -> None:
    text = plain(STORY)
    assert text.position(len(text.text)) == ("jp", 5)


def test_outside_of_the_text_there_is_no_block() -> None:
    text = plain(STORY)
    assert text.position(-1) is None
    assert text.position(len(text.text) + 1) is None


def test_a_place_in_a_block_leads_to_its_offset() -> None:
    text = plain(STORY)
    assert text.offset("p1", 6) == 6
    assert text.offset("h", 0) == 7
    assert text.offset("jp", 5) == len(text.text)


def test_a_place_that_is_not_there_has_no_offset() -> None:
    text = plain(STORY)
    assert text.offset("p1", 7) is None
    assert text.offset("p1", -1) is None
    assert text.offset("jp", 6) is None
    assert text.offset("m", 0) is None
    assert text.offset("nobody", 0) is None


def test_empty_blocks_keep_their_place() -> None:
    text = plain(body("", "a", ""))
    assert text.text == "\na\n"
    assert text.position(0) == ("p1", 0)
    assert text.position(1) == ("p2", 0)
    assert text.position(3) == ("p3", 0)


def test_a_body_of_pictures_has_no_words() -> None:
    text = plain(body(Image("m", PICTURE)))
    assert text.text == ""
    assert text.position(0) is None
    assert text.offset("m", 0) is None


def test_a_story_begins_with_its_headline() -> None:
    text = story_text(Content(headline="“We stay”", body=body("He said so.")))
    assert text.text == "“We stay”\nHe said so."
    assert text.headline_end == 9
    assert text.position(3) == ("headline", 3)
    assert text.position(9) == ("headline", 9)
    assert text.position(10) == ("p1", 0)
    assert text.offset("headline", 9) == 9
    assert text.offset("p1", 2) == 12


def test_a_story_without_headline_keeps_the_line() -> None:
    text = story_text(Content(body=body("x")))
    assert (text.text, text.headline_end) == ("\nx", 0)


def test_a_body_alone_has_no_headline() -> None:
    assert plain(EMPTY_BODY).headline_end == 0


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_every_offset_leads_to_a_block_and_back(tree: Doc) -> None:
    text = plain(tree)
    for offset in range(len(text.text) + 1 if text.ids else 0):
        position = text.position(offset)
        assert position is not None
        assert text.offset(*position) == offset
    for index, block_id in enumerate(text.ids):
        assert text.offset(block_id, 0) == text.starts[index]
        assert "\n" not in text.text[text.starts[index] : text.stop(index)]


def test_every_paragraph_is_found_where_it_stands() -> None:
    text = plain(STORY)
    leaves = [block for block in STORY.content if isinstance(block, Paragraph | Heading)]
    for leaf in leaves:
        start = text.offset(leaf.id, 0)
        assert start is not None
        words = "".join(item.text for item in leaf.content if isinstance(item, Text))
        assert text.text.startswith(words, start)


def test_a_summary_is_part_of_the_story_and_may_quote() -> None:
    content = Content(headline="We stay", summary="“We stay,”\nhe says.", body=body("He said so."))
    text = story_text(content)
    assert text.text == "We stay\n“We stay,”\nhe says.\nHe said so."
    assert text.text[text.body_start :] == "He said so."
    assert text.position(text.body_start - 2) == ("summary", len(content.summary) - 1)


def test_a_caption_is_part_of_the_story_and_may_quote() -> None:
    picture = Image("p1", f"/pictures/{'0' * 64}", "A man", "“We stay,” he says.", "Wire")
    content = Content(headline="We stay", body=Doc((picture, *body("He said so.").content)))
    text = story_text(content)
    assert text.text == "We stay\nHe said so.\n“We stay,” he says."
    assert text.position(len(text.text)) == ("p1", len("“We stay,” he says."))
