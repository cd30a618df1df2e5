import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.document.schema import (
    Doc,
    HardBreak,
    Heading,
    Image,
    Mark,
    OrderedList,
    Paragraph,
    Text,
    to_json,
)
from editorial.document.validate import (
    MAX_LABEL,
    MAX_NODES,
    MAX_TEXT,
    InvalidDocument,
    validate,
)
from tests.pure.document.trees import PICTURE, bodies


def doc(*content: Any) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def par(*content: Any, id: str = "p") -> dict[str, Any]:  # noqa: A002 - the attribute's name
    return {"type": "paragraph", "attrs": {"id": id}, "content": list(content)}


def text(words: str, *marks: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, "marks": list(marks)}


def item(*content: Any, id: str = "i") -> dict[str, Any]:  # noqa: A002 - the attribute's name
    return {"type": "list_item", "attrs": {"id": id}, "content": list(content)}


def image(**attrs: Any) -> dict[str, Any]:
    return {"type": "image", "attrs": {"id": "m", "src": PICTURE, **attrs}}


def refusal(tree: object) -> InvalidDocument:
    with pytest.raises(InvalidDocument) as caught:
        validate(tree)
    assert str(caught.value) == caught.value.sentence
    assert caught.value.sentence.endswith(".")
    return caught.value


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_every_tree_of_the_schema_passes_unchanged(body: Doc) -> None:
    assert validate(json.loads(json.dumps(to_json(body)))) == body


def test_neighbouring_texts_are_joined_and_marks_put_in_order() -> None:
    link = {"type": "link", "attrs": {"href": "https://a.example"}}
    tree = doc(
        par(
            text("a", {"type": "strong"}, {"type": "em"}, link),
            text("b", link, {"type": "em"}, {"type": "strong"}),
        )
    )
    assert validate(tree) == Doc(
        (
            Paragraph(
                "p",
                (Text("ab", (Mark("link", "https://a.example"), Mark("em"), Mark("strong"))),),
            ),
        )
    )


def test_marks_on_a_hard_break_are_dropped() -> None:
    tree = doc(par({"type": "hard_break", "marks": [{"type": "em"}]}))
    assert validate(tree) == Doc((Paragraph("p", (HardBreak(),)),))


def test_a_whole_float_counts_as_the_integer_it_is() -> None:
    heading = {"type": "heading", "attrs": {"id": "h", "level": 3.0}}
    numbers = {
        "type": "ordered_list",
        "attrs": {"id": "o", "start": 4.0},
        "content": [item(par())],
    }
    found = validate(doc(heading, numbers))
    assert found.content[0] == Heading("h", 3)
    assert isinstance(found.content[1], OrderedList)
    assert repr(found.content[1].start) == "4"


def test_a_picture_may_come_without_words() -> None:
    assert validate(doc(image(alt=None))).content == (Image("m", PICTURE),)


def test_an_ordered_list_starts_at_one_unless_told() -> None:
    tree = doc({"type": "ordered_list", "attrs": {"id": "o"}, "content": [item(par())]})
    found = validate(tree).content[0]
    assert isinstance(found, OrderedList)
    assert found.start == 1


BULLETS = {"type": "bullet_list", "attrs": {"id": "u"}}
QUOTE = {"type": "blockquote", "attrs": {"id": "q"}}


@pytest.mark.parametrize(
    ("tree", "path"),
    [
        (None, ""),
        ("doc", ""),
        ([], ""),
        ({}, ""),
        ({"type": []}, ""),
        (par(), ""),
        ({"type": "doc"}, "content"),
        (doc(), "content"),
        ({"type": "doc", "content": {"0": par()}}, ""),
        ({**doc(par()), "attrs": {"id": "d"}}, ""),
        (doc(None), "content.0"),
        (doc({"type": "script", "attrs": {"id": "s"}}), "content.0"),
        (doc({"type": "paragraph"}), "content.0"),
        (doc({"type": "paragraph", "attrs": None}), "content.0"),
        (doc({"type": "paragraph", "attrs": {}}), "content.0"),
        (doc(par(), text("x")), "content.1"),
        (doc(item(par())), "content.0"),
        (doc(doc(par())), "content.0"),
        (doc(par(par(id="q"))), "content.0.content.0"),
        (doc({**par(), "marks": []}), "content.0"),
        (doc({**par(), "onclick": "x"}), "content.0"),
        (doc({**par(), "attrs": {"id": "p", "class": "x"}}), "content.0"),
        (doc({**par(), "attrs": {"id": "p", "level": 2}}), "content.0"),
        (doc(par(id="")), "content.0"),
        (doc(par(id="a b")), "content.0"),
        (doc(par(id="é")), "content.0"),
        (doc(par(id="a\n")), "content.0"),
        (doc(par(id="x" * 33)), "content.0"),
        (doc(par(id=7)), "content.0"),  # type: ignore[arg-type]
        (doc(par(id="headline")), "content.0"),
        (doc(par(), par()), "content.1"),
        (doc({**BULLETS, "content": [item(par(id="u"))]}), "content.0.content.0.content.0"),
        (doc(par({"type": "text"})), "content.0.content.0"),
        (doc(par({"type": "text", "text": 5})), "content.0.content.0"),
        (doc(par({"type": "text", "text": "x", "content": []})), "content.0.content.0"),
        (doc(par({"type": "hard_break", "text": "x"})), "content.0.content.0"),
        (doc(par({"type": "text", "text": "x", "marks": "em"})), "content.0.content.0"),
        (doc(par(text("x", {"type": "code"}))), "content.0.content.0.marks.0"),
        (doc(par(text("x", "em"))), "content.0.content.0.marks.0"),
        (doc(par(text("x", {"type": []}))), "content.0.content.0.marks.0"),
        (doc(par(text("x", {"type": "em"}, {"type": "em"}))), "content.0.content.0"),
        (doc(par(text("x", *[{"type": "em"}] * 9))), "content.0.content.0"),
        (doc(par(text("x", {"type": "em", "attrs": {"a": 1}}))), "content.0.content.0.marks.0"),
        (doc(par(text("x", {"type": "em", "style": 1}))), "content.0.content.0.marks.0"),
        (doc(par(text("x", {"type": "link"}))), "content.0.content.0.marks.0"),
        (doc(par(text("a\nb"))), "content.0.content.0"),
        (doc(par(text("a\tb"))), "content.0.content.0"),
        (doc(par(text("a\x00b"))), "content.0.content.0"),
        (doc(par(text("a\x9fb"))), "content.0.content.0"),
        (doc(par(text("a\u2028b"))), "content.0.content.0"),
        (doc(par(text("a\ud83db"))), "content.0.content.0"),
        (doc(par(text("a\uffffb"))), "content.0.content.0"),
        (doc({"type": "heading", "attrs": {"id": "h"}}), "content.0"),
        (doc({"type": "heading", "attrs": {"id": "h", "level": 1}}), "content.0"),
        (doc({"type": "heading", "attrs": {"id": "h", "level": 5}}), "content.0"),
        (doc({"type": "heading", "attrs": {"id": "h", "level": 2.5}}), "content.0"),
        (doc({"type": "heading", "attrs": {"id": "h", "level": "2"}}), "content.0"),
        (doc({"type": "heading", "attrs": {"id": "h", "level": float("inf")}}), "content.0"),
        (
            doc(
                {
                    "type": "heading",
                    "attrs": {"id": "h", "level": 2},
                    "content": [{"type": "hard_break"}],
                }
            ),
            "content.0.content.0",
        ),
        (doc(BULLETS), "content.0"),
        (doc(QUOTE), "content.0"),
        (doc({**QUOTE, "content": [image()]}), "content.0.content.0"),
        (doc({**QUOTE, "content": [QUOTE]}), "content.0.content.0"),
        (doc({**BULLETS, "content": [par()]}), "content.0.content.0"),
        (doc({**BULLETS, "content": [item()]}), "content.0.content.0"),
        (
            doc(
                {
                    **BULLETS,
                    "content": [
                        item({**BULLETS, "attrs": {"id": "v"}, "content": [item(par(), id="j")]})
                    ],
                }
            ),
            "content.0.content.0",
        ),
        (
            doc(
                {
                    "type": "ordered_list",
                    "attrs": {"id": "o", "start": -1},
                    "content": [item(par())],
                }
            ),
            "content.0",
        ),
        (
            doc(
                {
                    "type": "ordered_list",
                    "attrs": {"id": "o", "start": True},
                    "content": [item(par())],
                }
            ),
            "content.0",
        ),
        (doc(image(src="https://a.example/x.png")), "content.0"),
        (doc(image(src="/pictures/" + "A" * 64)), "content.0"),
        (doc(image(src=PICTURE + "\n")), "content.0"),
        (doc(image(src="/pictures/../" + "a" * 64)), "content.0"),
        (doc(image(src=None)), "content.0"),
        (doc(image(alt=1)), "content.0"),
        (doc(image(caption="a\nb")), "content.0"),
        (doc(image(credit="x" * (MAX_LABEL + 1))), "content.0"),
        (doc(image(onerror="x")), "content.0"),
        (doc({**image(), "content": [text("x")]}), "content.0"),
    ],
)
def test_what_the_schema_does_not_know_is_refused_with_its_place(tree: object, path: str) -> None:
    assert refusal(tree).path == path


@pytest.mark.parametrize(
    "attrs",
    [None, {}, {"href": 1}, {"href": "javascript:x"}, {"href": "https://a.example", "target": "_"}],
)
def test_a_link_that_leads_nowhere_safe_is_refused(attrs: object) -> None:
    assert "link" in refusal(doc(par(text("x", {"type": "link", "attrs": attrs})))).sentence


def nested(lists: int) -> dict[str, Any]:
    tree = par(text("x"), id="deep")
    for level in range(lists):
        content = [tree] if level == 0 else [par(id=f"p{level}"), tree]
        tree = {
            "type": "bullet_list",
            "attrs": {"id": f"u{level}"},
            "content": [item(*content, id=f"i{level}")],
        }
    return doc(tree)


def test_twelve_levels_pass_and_more_are_refused() -> None:
    validate(nested(5))
    assert "nested too deeply" in refusal(nested(6)).sentence


def test_an_absurd_depth_does_not_exhaust_the_stack() -> None:
    assert "nested too deeply" in refusal(nested(50_000)).sentence


def test_more_than_20000_parts_are_refused() -> None:
    blocks = [par(id=f"p{n}") for n in range(MAX_NODES)]
    validate(doc(*blocks[:-1]))
    assert "20,000" in refusal(doc(*blocks)).sentence


def test_more_than_2000000_letters_are_refused() -> None:
    half = text("x" * (MAX_TEXT // 2))
    validate(doc(par(half, half)))
    assert "2,000,000" in refusal(doc(par(half, half, text("x")))).sentence
    assert "2,000,000" in refusal(doc(par(half, half), image(alt="x"))).sentence


json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["doc", "paragraph", "text", "image", "em", "link", "list_item"]),
    ),
    lambda deeper: st.one_of(
        st.lists(deeper, max_size=3),
        st.dictionaries(
            st.sampled_from(["type", "attrs", "content", "text", "marks", "id", "href", "level"]),
            deeper,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(bodies, json_values, st.data())
def test_hostile_trees_raise_nothing_but_a_refusal(
    body: Doc, foreign: Any, data: st.DataObject
) -> None:
    tree = copy.deepcopy(to_json(body))
    spots: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in pairs:
            spots.append((value, key))
            if isinstance(child, dict | list):
                walk(child)

    walk(tree)
    parent, key = data.draw(st.sampled_from(spots))
    parent[key] = foreign
    try:
        found = validate(tree)
    except InvalidDocument:
        return
    assert validate(to_json(found)) == found
