from editorial.document.lines import Line, Place, read_lines
from editorial.document.schema import (
    Blockquote,
    HardBreak,
    Image,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
)
from tests.pure.document.trees import PICTURE, body, paragraph

LINK = Mark("link", "https://a.example")


def test_each_line_knows_what_stands_around_it() -> None:
    items = (ListItem("i", (paragraph("a", "x"), paragraph("b", "y"))),)
    tree = body(Blockquote("q", (OrderedList("o", items, 3), paragraph("c", "z"))), "w")
    quote, numbers = Place("blockquote", None, True), Place("ordered_list", 3, True)
    item = Place("list_item", None, True)
    later = [Place("blockquote", None, False), Place("ordered_list", 3, False)]
    assert read_lines(tree) == [
        Line(paragraph("a", "x"), (quote, numbers, item)),
        Line(paragraph("b", "y"), (*later, Place("list_item", None, False))),
        Line(paragraph("c", "z"), (later[0],)),
        Line(paragraph("p2", "w"), ()),
    ]


def test_a_line_has_its_words_and_the_marks_of_each_letter() -> None:
    leaf = paragraph("p", "a", HardBreak(), Text("bc", (LINK,)))
    line = Line(leaf)
    assert (line.id, line.kind, line.text) == ("p", "paragraph", "a\nbc")
    assert line.marks == ((), (), (LINK,), (LINK,))
    assert line.links == ["https://a.example"]
    assert line.bare == Paragraph("", leaf.content)


def test_a_picture_reads_as_its_words() -> None:
    line = Line(Image("m", PICTURE, "alt", "", "credit"))
    assert (line.kind, line.text) == ("image", "alt |  | credit")
    assert len(line.marks) == len(line.text)
    assert Line(Image("m", PICTURE)).text == ""
