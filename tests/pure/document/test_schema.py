import json

import pytest

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
    OrderedList,
    Paragraph,
    Text,
    inline,
    is_href,
    pictures,
    to_json,
)

EM, STRONG = Mark("em"), Mark("strong")


def test_the_tree_is_written_as_prosemirror_writes_it() -> None:
    link = Mark("link", "https://a.example")
    doc = Doc(
        (
            Heading("h", 3, (Text("Kyiv"),)),
            Paragraph("p", (Text("a", (link, EM)), HardBreak(), Text("b", (STRONG,)))),
            Blockquote("q", (Paragraph("qp"),)),
            BulletList("u", (ListItem("i", (Paragraph("ip", (Text("x"),)),)),)),
            OrderedList("o", (ListItem("j", (Paragraph("jp"),)),), 4),
            Image("m", "/pictures/" + "0" * 64, "alt", "caption", "credit"),
        )
    )
    assert to_json(doc) == {
        "type": "doc",
        "content": [
            {
                "type": "heading",
                "attrs": {"id": "h", "level": 3},
                "content": [{"type": "text", "text": "Kyiv"}],
            },
            {
                "type": "paragraph",
                "attrs": {"id": "p"},
                "content": [
                    {
                        "type": "text",
                        "text": "a",
                        "marks": [
                            {"type": "link", "attrs": {"href": "https://a.example"}},
                            {"type": "em"},
                        ],
                    },
                    {"type": "hard_break"},
                    {"type": "text", "text": "b", "marks": [{"type": "strong"}]},
                ],
            },
            {
                "type": "blockquote",
                "attrs": {"id": "q"},
                "content": [{"type": "paragraph", "attrs": {"id": "qp"}}],
            },
            {
                "type": "bullet_list",
                "attrs": {"id": "u"},
                "content": [
                    {
                        "type": "list_item",
                        "attrs": {"id": "i"},
                        "content": [
                            {
                                "type": "paragraph",
                                "attrs": {"id": "ip"},
                                "content": [{"type": "text", "text": "x"}],
                            }
                        ],
                    }
                ],
            },
            {
                "type": "ordered_list",
                "attrs": {"id": "o", "start": 4},
                "content": [
                    {
                        "type": "list_item",
                        "attrs": {"id": "j"},
                        "content": [{"type": "paragraph", "attrs": {"id": "jp"}}],
                    }
                ],
            },
            {
                "type": "image",
                "attrs": {
                    "id": "m",
                    "src": "/pictures/" + "0" * 64,
                    "alt": "alt",
                    "caption": "caption",
                    "credit": "credit",
                },
            },
        ],
    }
    json.dumps(to_json(doc))


def test_the_empty_body_is_one_empty_paragraph() -> None:
    assert to_json(EMPTY_BODY) == {
        "type": "doc",
        "content": [{"type": "paragraph", "attrs": {"id": "start"}}],
    }


def test_neighbouring_texts_with_equal_marks_are_one() -> None:
    assert inline([Text("a"), Text("b"), Text(""), Text("c", (EM,)), Text("d", (EM,))]) == (
        Text("ab"),
        Text("cd", (EM,)),
    )


def test_a_hard_break_keeps_its_neighbours_apart() -> None:
    assert inline([Text("a"), HardBreak(), HardBreak(), Text("b")]) == (
        Text("a"),
        HardBreak(),
        HardBreak(),
        Text("b"),
    )


def test_an_empty_text_leaves_no_trace() -> None:
    assert inline([Text("", (EM,))]) == ()
    assert inline([Text("a"), Text("", (EM,)), Text("b")]) == (Text("ab"),)


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example",
        "http://a.example/path?q=1#there",
        "HTTPS://a.example:8000/",
        "https://ünï.example/straße",
        "https://a.example/x@y",
        "mailto:desk@news.example",
        "mailto:desk@news.example?subject=Kyiv",
        "https://a.example/" + "x" * (2_000 - 18),
    ],
)
def test_a_whole_address_may_be_linked(href: str) -> None:
    assert is_href(href)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "//a.example",
        "/path",
        "https:a.example",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://a.example/a b",
        "https://a.example/\n",
        "https://a.example\n",
        " https://a.example",
        "https://a.example/\u2028",
        "https://a.example/\x7f",
        "https://a.example/\ud800",
        'https://a.example/"x',
        "https://a.example/<x>",
        "https://a.example\\evil.example",
        "mailto:",
        "mailto:desk",
        "https://a.example/" + "x" * (2_001 - 18),
    ],
)
def test_anything_else_may_not(href: str) -> None:
    assert not is_href(href)


def test_pictures_are_listed_once_in_order() -> None:
    first, second = "1" * 64, "f" * 64
    doc = Doc(
        tuple(Image(f"i{n}", "/pictures/" + sha) for n, sha in enumerate([second, first, second]))
    )
    assert pictures(doc) == [first, second]
