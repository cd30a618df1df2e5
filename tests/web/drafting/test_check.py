"""Checking the quotes of a text while it is typed."""

import json
import uuid
from typing import Any

import pytest

from editorial.drafting.pace import Pace
from editorial.models.person import Person
from editorial.models.reading import Reading
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, fields

RECORD = """MINISTER AKAN:  We will rebuild the bridge before winter. If we are late, I stay here.

Q    Will you resign?

MINISTER AKAN:  That, uh, is not the question 😀 people ask.
"""


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def dispatch(room: Newsroom, author: Person) -> uuid.UUID:
    key = room.dispatch(author)
    room.attach(key, author, RECORD)
    return key


def tree(*paragraphs: str) -> dict[str, Any]:
    blocks = [
        {
            "type": "paragraph",
            "attrs": {"id": f"p{number}"},
            "content": [{"type": "text", "text": words}],
        }
        for number, words in enumerate(paragraphs)
    ]
    return {"type": "doc", "content": blocks}


def ask(room: Newsroom, person: Person, dispatch: uuid.UUID, *paragraphs: str, **more: Any) -> Any:
    browser = room.client(person)
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    token = fields(page)["csrf_token"] if 'name="headline"' in page else ""
    asked = {"document": tree(*paragraphs), "headline": "Rain", "language": "en", **more}
    return browser.client.post(
        f"/dispatches/{dispatch}/check", json=asked, headers={"X-CSRFToken": token}
    )


def test_each_quote_has_its_finding_and_its_place(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    answer = ask(
        room,
        author,
        dispatch,
        "😀 “We will rebuild the bridge before winter,” Akan said.",
        "“If we are late, I do not stay here,” Akan said.",
    )
    first, second = answer.json["quotes"]
    assert (first["shown"], first["open"], first["number"]) == ("verbatim", False, 1)
    assert first["places"] == [{"block": "p0", "start": 3, "end": 44}]
    assert first["sign"] == {"block": "p0", "at": 45}
    assert (second["shown"], second["open"]) == ("meaning_changed", True)
    assert ["do not", "differs"] in second["here"]
    assert second["origin"]["speaker"] == "MINISTER AKAN"
    assert f"/dispatches/{dispatch}/sources/" in second["origin"]["url"]


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("“If we are late, I do not stay here,” Akan said.", "I stay here,”"),
        ("“We will rebuild the road before winter,” Akan said.", "rebuild the bridge before"),
        ("“We will rebuild the bridge,” Akan said, “until winter.”", "“before winter.”"),
        ("“That is the question 😀 people ask,” Akan said.", "is not the question 😀"),
    ],
)
def test_the_edits_give_a_quote_the_record_s_words(
    room: Newsroom, author: Person, dispatch: uuid.UUID, typed: str, corrected: str
) -> None:
    (quote,) = ask(room, author, dispatch, typed).json["quotes"]
    assert quote["open"]
    words = typed
    for one in reversed(quote["edits"]):
        assert one["block"] == "p0"
        words = words[: one["start"]] + one["text"] + words[one["end"] :]
    assert corrected in words
    (again,) = ask(room, author, dispatch, words).json["quotes"]
    assert again["shown"] in ("verbatim", "light_edit")


@pytest.mark.parametrize(
    "typed",
    [
        "“We will rebuild the bridge before winter,” Akan said.",
        "“The contractor has been paid in full,” Akan said.",
        "“We will rebuild the bridge before winter,” Tom Berg said.",
    ],
)
def test_what_the_record_can_not_mend_has_no_edits(
    room: Newsroom, author: Person, dispatch: uuid.UUID, typed: str
) -> None:
    (quote,) = ask(room, author, dispatch, typed).json["quotes"]
    assert quote["edits"] == []


def test_quotes_of_the_headline_count_too(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    answer = ask(
        room, author, dispatch, "Rain.", headline="“We will rebuild the bridge,” says Akan"
    )
    assert [quote["places"][0]["block"] for quote in answer.json["quotes"]] == ["headline"]


def test_checking_saves_nothing(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    before = room.read().get_one(WorkingCopy, dispatch)
    version, readings = before.version, room.read().query(Reading).count()
    ask(room, author, dispatch, "“We will rebuild,” Akan said.")
    after = room.read().get_one(WorkingCopy, dispatch)
    assert (after.version, room.read().query(Reading).count()) == (version, readings)
    assert "rebuild" not in str(after.content)


def test_who_may_not_write_may_not_check(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    checker = room.person("Karl Ode", Role.CHECKER)
    stranger = room.person("Ana Far", Role.EDITOR, desk="Sports")
    room.app.config["WTF_CSRF_ENABLED"] = False
    assert ask(room, checker, dispatch, "Rain.").status_code == 409
    assert ask(room, stranger, dispatch, "Rain.").status_code == 404
    editor = room.person("Eda Lund", Role.EDITOR)
    room.act(author, Action.FILE, dispatch)
    room.act(editor, Action.CLAIM, dispatch)
    answer = ask(room, author, dispatch, "Rain.")
    assert answer.status_code == 409
    assert "It is in review" in answer.get_data(as_text=True)


def test_no_token_no_check(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    asked = {"document": tree("Rain.")}
    answer = room.client(author).client.post(f"/dispatches/{dispatch}/check", json=asked)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        None,
        7,
        {},
        {"document": None},
        {"document": {"type": "doc", "content": [{"type": "iframe"}]}},
        {"document": tree("Rain."), "headline": 7},
        {"document": tree("Rain."), "language": []},
    ],
)
def test_a_mangled_text_is_refused_in_a_sentence(
    room: Newsroom, author: Person, dispatch: uuid.UUID, asked: Any
) -> None:
    room.app.config["WTF_CSRF_ENABLED"] = False
    answer = room.client(author).client.post(f"/dispatches/{dispatch}/check", json=asked)
    assert answer.status_code == 400
    assert json.loads(answer.get_data(as_text=True))["refusal"].endswith(".")


def test_a_text_too_long_is_not_read(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    room.app.config["WTF_CSRF_ENABLED"] = False
    answer = room.client(author).client.post(
        f"/dispatches/{dispatch}/check",
        data=json.dumps({"document": tree("x" * 2**21)}),
        content_type="application/json",
    )
    assert answer.status_code == 413


def test_who_asks_too_often_waits(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    time = [0.0]
    room.app.extensions["editorial_check_pace"] = Pace(2, 1, lambda: time[0])
    answers = [ask(room, author, dispatch, "Rain.").status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    time[0] = 1
    assert ask(room, author, dispatch, "Rain.").status_code == 200


def test_each_person_has_a_pace_of_their_own() -> None:
    pace = Pace(1, 1, lambda: 0.0)
    one, other = uuid.uuid4(), uuid.uuid4()
    assert [pace.allows(who) for who in (one, one, other)] == [True, False, True]
