"""What the editor sends is saved as it was written, or refused with nothing lost."""

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from editorial.document.canonical import canonical
from editorial.document.schema import to_json
from editorial.document.validate import InvalidDocument, validate
from editorial.drafting.tree import read_tree, salvage
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Role
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, fields, send

TREES = json.loads(
    (Path(__file__).parents[3] / "frontend" / "tests" / "trees.json").read_text("utf-8")
)


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


def paragraph(words: str, block: str = "a") -> dict[str, Any]:
    content = [{"type": "text", "text": words}]
    return {"type": "paragraph", "attrs": {"id": block}, "content": content}


def doc(*blocks: dict[str, Any]) -> str:
    return json.dumps({"type": "doc", "content": list(blocks)})


def opened_with(html: str) -> Any:
    """The tree that the editor of the page would open with."""
    return json.loads(unescape(html.split('data-tree="')[1].split('"')[0]))


@pytest.mark.parametrize("tree", TREES)
def test_a_tree_of_the_editor_is_the_server_s_to_the_byte(tree: Any) -> None:
    assert canonical(to_json(read_tree(json.dumps(tree)))) == canonical(tree)


def test_the_tree_is_saved_with_its_ids_and_the_text_area_is_not(
    room: Newsroom, author: Person
) -> None:
    dispatch = room.dispatch(author, "It rained.")
    browser = room.client(author)
    answer = send(browser, edit(dispatch), document=doc(paragraph("It poured.", "mine")))
    assert answer.status_code == 303
    body = room.read().get_one(WorkingCopy, dispatch).content["body"]
    assert body["content"] == [paragraph("It poured.", "mine")]
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    assert fields(page)["body"] == "It poured."
    assert opened_with(page) == body


def test_a_new_dispatch_begins_with_a_tree(room: Newsroom, author: Person) -> None:
    browser = room.client(author)
    page = browser.get("/dispatches/new").get_data(as_text=True)
    assert opened_with(page) == {
        "type": "doc",
        "content": [{"type": "paragraph", "attrs": {"id": "start"}}],
    }
    send(browser, "/dispatches/new", page, document=doc(paragraph("It poured.")))
    dispatch = room.read().query(Dispatch).one()
    assert "It poured." in str(room.read().get_one(WorkingCopy, dispatch.id).content)


def test_without_the_editor_the_text_area_counts(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author, "It rained.")
    send(room.client(author), edit(dispatch), body="It *hailed*.")
    assert "hailed" in str(room.read().get_one(WorkingCopy, dispatch).content)


def test_a_script_in_the_words_stays_words(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    words = "</div><script>alert(1)</script>\"'"
    browser = room.client(author)
    send(browser, edit(dispatch), document=doc(paragraph(words)))
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    assert "<script>alert" not in page
    assert opened_with(page)["content"][0]["content"][0]["text"] == words


LINK = {"type": "link", "attrs": {"href": "javascript:alert(1)"}}
HOSTILE = {
    "no json": "Last words {",
    "deep json": "[" * 100_000,
    "no doc": json.dumps(paragraph("Last words")),
    "unknown node": doc({"type": "iframe", "content": [paragraph("Last words")]}),
    "script link": doc(
        {
            **paragraph("x"),
            "content": [{"type": "text", "text": "Last words", "marks": [LINK]}],
        }
    ),
    "doubled id": doc(paragraph("Last words"), paragraph("more")),
    "reserved id": doc(paragraph("Last words", "headline")),
    "control letter": doc(paragraph("Last words\u0000")),
    "foreign picture": doc(
        paragraph("Last words"),
        {"type": "image", "attrs": {"id": "b", "src": "https://example.org/x.png"}},
    ),
    "picture never added": doc(
        paragraph("Last words"),
        {"type": "image", "attrs": {"id": "b", "src": f"/pictures/{'0' * 64}"}},
    ),
    "a property of its own": doc({**paragraph("Last words"), "onclick": "x"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_tree_is_refused_beside_the_text_with_its_words_kept(
    room: Newsroom, author: Person, name: str
) -> None:
    dispatch = room.dispatch(author, "It rained.")
    answer = send(room.client(author), edit(dispatch), document=HOSTILE[name], headline="Typed")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert 'id="body-error"' in page
    assert fields(page)["headline"] == "Typed"
    if name != "deep json":
        assert "Last words" in fields(page)["body"]
    assert room.read().get_one(WorkingCopy, dispatch).content["body"]["content"][0]["content"] == [
        {"type": "text", "text": "It rained."}
    ]


def test_another_refusal_keeps_the_tree_as_it_was_sent(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    sent = doc(paragraph("It poured.", "mine"))
    answer = send(room.client(author), edit(dispatch), document=sent, headline="x" * 201)
    page = answer.get_data(as_text=True)
    assert opened_with(page) == json.loads(sent)
    assert fields(page)["body"] == "It poured."


def test_a_text_that_cannot_be_read_leaves_the_text_area(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    answer = send(room.client(author), edit(dispatch), document="Last words {")
    assert "data-editor" not in answer.get_data(as_text=True)


def test_two_who_save_at_once_lose_nothing(room: Newsroom, author: Person) -> None:
    editor = room.person("Eda Lund", Role.EDITOR)
    dispatch = room.dispatch(author)
    browser = room.client(author)
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    send(room.client(editor), edit(dispatch), document=doc(paragraph("The editor’s.")))
    answer = send(browser, edit(dispatch), page, document=doc(paragraph("The author’s.", "mine")))
    assert "/kept/" in answer.location
    merge = browser.get(answer.location).get_data(as_text=True)
    assert opened_with(merge)["content"] == [paragraph("The author’s.", "mine")]


def test_salvage_keeps_the_words_of_any_tree_in_their_order() -> None:
    tree = {"content": [{"content": [{"text": "one"}, 7, None]}, {"text": "two\x00"}], "text": 3}
    assert salvage(json.dumps(tree)) == "one\n\ntwo "
    assert salvage("{") == "{"


def test_what_is_no_json_is_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidDocument, match="did not arrive whole"):
        read_tree("{")
    with pytest.raises(InvalidDocument):
        validate(None)
