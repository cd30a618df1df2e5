"""What browsers give each other through the desk, and what the desk refuses."""

import uuid
from base64 import b64encode
from typing import Any

import pytest
from pycrdt import Doc, Map, XmlElement, XmlFragment, XmlText
from sqlalchemy import func, select

from editorial.admin.commands.gates import switch_gates
from editorial.document.content import Content
from editorial.drafting import jobs
from editorial.drafting.jobs import count_quotes
from editorial.models.copy_state import CopyState
from editorial.models.copy_update import CopyUpdate
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.job import Job
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.gather import gather
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Action, Gate, Role, State
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, send
from tests.web.drafting.shared import Copy, open_copy


@pytest.fixture
def author(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def editor(newsroom: Newsroom) -> Person:
    return newsroom.person("Ana Peng", Role.EDITOR)


def text(room: Newsroom, dispatch: uuid.UUID) -> str:
    content = Content.from_json(room.read().get_one(WorkingCopy, dispatch).content)
    return str(content.body)


def test_two_who_write_at_once_read_the_same_in_the_end(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    one, other = open_copy(newsroom, author, dispatch), open_copy(newsroom, editor, dispatch)
    assert one.words == other.words == ["It rained."]
    one.type("It rained hard.", headline="Rain in Vesna")
    other.type("In Vesna it rained.", byline="M. Sol")
    one.meet()
    other.meet()
    one.meet()
    assert one.words == other.words == ["In Vesna it rained hard."]
    saved = newsroom.read().get_one(WorkingCopy, dispatch)
    content = Content.from_json(saved.content)
    assert (content.headline, content.byline) == ("Rain in Vesna", "M. Sol")
    assert "In Vesna it rained hard." in str(content.body)
    assert set(saved.writers) >= {str(author.id), str(editor.id)}
    assert newsroom.get(dispatch).headline == "Rain in Vesna"


def test_sending_again_changes_nothing(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    copy.type("It poured.")
    for _ in range(4):
        copy.meet()
    rows = select(func.count()).where(CopyUpdate.dispatch_id == dispatch)
    assert newsroom.read().scalar(rows) == 2  # the text as it was found, and what was typed
    assert copy.words == ["It poured."]


def test_a_browser_that_is_behind_takes_first(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    one, other = open_copy(newsroom, author, dispatch), open_copy(newsroom, editor, dispatch)
    one.type("It rained hard.")
    one.meet()
    other.type("It rained.", headline="Rain")
    answer = other.ask(update=b64encode(other.shared.state).decode()).json
    assert not answer["taken"]
    assert newsroom.get(dispatch).headline == "Rain over the capital"
    other.meet()
    assert newsroom.get(dispatch).headline == "Rain"
    assert "It rained hard." in text(newsroom, dispatch)


def test_the_text_area_s_save_is_a_change_of_the_same_document(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.\n\nIt stopped.")
    copy = open_copy(newsroom, author, dispatch)
    browser = newsroom.client(author)
    send(browser, edit(dispatch), body="It *rained*.\n\nIt stopped.", slugline="rain")
    copy.type("It rained.", "It stopped at nine.")
    copy.meet()
    assert copy.words == ["It rained.", "It stopped at nine."]
    assert copy.shared.read().fields["slugline"] == "rain"
    assert "at nine" in text(newsroom, dispatch)
    assert "type='em'" in text(newsroom, dispatch)


def test_a_dispatch_begins_with_what_a_browser_typed(newsroom: Newsroom, author: Person) -> None:
    desk = newsroom.desk()
    copy = Copy(newsroom.client(author), uuid.uuid4())
    copy.type("Written in a lobby.", slugline="lobby", headline="Lobby")
    copy.meet(desk=str(desk))
    copy.meet(desk=str(desk))
    dispatch = newsroom.get(copy.dispatch)
    assert (dispatch.slugline, dispatch.headline, dispatch.desk_id) == ("lobby", "Lobby", desk)
    assert copy.words == ["Written in a lobby."]
    assert newsroom.read().query(Dispatch).count() == 1


def test_nobody_begins_on_a_desk_that_is_not_theirs(newsroom: Newsroom, author: Person) -> None:
    copy = Copy(newsroom.client(author), uuid.uuid4())
    copy.type("Words.")
    update = b64encode(copy.shared.state).decode()
    assert copy.ask(desk=str(newsroom.desk("Sport")), update=update).status_code == 409
    assert copy.ask(update=update).status_code == 404


def test_a_stranger_finds_nothing_and_changes_nothing(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    stranger = newsroom.person("Lena Voss", Role.EDITOR, desk="Sport")
    copy = Copy(newsroom.client(stranger), dispatch)
    copy.type("Mine.")
    for more in ({}, {"seen": 1}, {"desk": str(newsroom.desk("Sport"))}):
        answer = copy.ask(update=b64encode(copy.shared.state).decode(), **more)
        assert answer.status_code == 404
    assert "It rained." in text(newsroom, dispatch)


def test_a_change_of_an_approved_text_voids_the_approval(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    copy = open_copy(newsroom, author, dispatch)
    copy.meet()
    assert newsroom.get(dispatch).state is State.APPROVED
    copy.type("It poured.")
    copy.meet()
    assert newsroom.get(dispatch).state is not State.APPROVED


def test_who_may_not_write_is_told_why(newsroom: Newsroom, author: Person, editor: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    copy.type("It poured.")
    answer = copy.ask(update=b64encode(copy.shared.state).decode())
    assert answer.status_code == 409
    assert "in review" in answer.json["refusal"]
    assert copy.ask().status_code == 200


def foreign() -> dict[str, Any]:
    """Updates that are whole, and hold what no dispatch may."""
    made = {}
    for name, node in {
        "unknown node": XmlElement("iframe", {"id": "x"}),
        "script link": XmlElement("paragraph", {"id": "x"}),
        "unknown attribute": XmlElement("paragraph", {"id": "x", "onclick": "alert(1)"}),
        "foreign picture": XmlElement("image", {"id": "x", "src": "https://example.org/x.png"}),
        "picture never added": XmlElement("image", {"id": "x", "src": f"/pictures/{'0' * 64}"}),
        "reserved id": XmlElement("paragraph", {"id": "headline"}),
        "no id": XmlElement("paragraph"),
    }.items():
        doc: Doc[Any] = Doc()
        doc.get("body", type=XmlFragment).children.append(node)
        if name == "script link":
            words = XmlText("")
            node.children.append(words)
            words.insert(0, "x", {"link": {"href": "javascript:alert(1)"}})
        made[name] = doc.get_update()
    return made


FOREIGN = foreign()


@pytest.mark.parametrize("name", [*FOREIGN, "no update", "no base64", "no json", "no schema"])
def test_what_is_hostile_is_refused_and_the_text_stays(
    sqlite_newsroom: Newsroom, name: str
) -> None:
    room = sqlite_newsroom
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = room.dispatch(author, "It rained.")
    copy = open_copy(room, author, dispatch)
    update: Any = b64encode(FOREIGN.get(name, b"\x05\x05")).decode()
    more: dict[str, Any] = {"update": "%%%" if name == "no base64" else update}
    if name == "no schema":
        more["schema"] = 99
    answer = copy.ask(**more)
    if name == "no json":
        answer = copy.browser.client.post(
            f"/dispatches/{dispatch}/sync", data="{", headers={"X-CSRFToken": copy.token}
        )
    assert answer.status_code in (400, 409)
    assert answer.json["refusal"]
    assert "It rained." in text(room, dispatch)
    copy.meet()
    assert copy.words == ["It rained."]


def test_a_choice_that_is_none_is_the_usual_one(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = room.dispatch(author, "It rained.")
    copy = open_copy(room, author, dispatch)
    doc: Doc[Any] = Doc()
    doc.apply_update(copy.shared.state)
    chosen: Map[Any] = doc.get("chosen", type=Map)
    chosen["urgency"], chosen["language"], chosen["dateline_date"] = 77.0, "<b>", ["x"]
    copy.shared.merge(doc.get_update())
    copy.type(headline="h" * 250)
    told = copy.meet()
    assert "headline" in told["wrong"]
    saved = Content.from_json(room.read().get_one(WorkingCopy, dispatch).content)
    assert (saved.language, saved.dateline_date, room.get(dispatch).urgency) == ("en", None, 5)


def test_many_updates_are_folded_into_one_state(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    for number in range(70):
        copy.type(f"It rained {number} times.")
        copy.meet()
    session = newsroom.read()
    left = session.scalar(select(func.count()).where(CopyUpdate.dispatch_id == dispatch))
    assert left is not None
    assert left < 64
    assert session.get_one(CopyState, dispatch).number > 50
    assert open_copy(newsroom, author, dispatch).words == ["It rained 69 times."]


def test_open_quotes_are_counted_by_a_job_that_has_one_row(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    for words in ("“We will rebuild the quay,” Akan said.", "“We will rebuild it,” Akan said."):
        copy.type(words)
        copy.meet()
    jobs = newsroom.read().query(Job).where(Job.name == "count_quotes").all()
    assert len(jobs) == 1
    assert newsroom.get(dispatch).open_quotes == 0
    count_quotes(jobs[0].details, newsroom.time)
    assert newsroom.get(dispatch).open_quotes == 1


def test_a_keyword_typed_alone_has_the_gates_weighed(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    newsroom.act(author, Action.FILE, dispatch)
    administrator = newsroom.person("Ada Root", Role.ADMINISTRATOR)
    with saving() as session:
        actor = session.get_one(Person, administrator.id)
        legal = {Gate.LEGAL: Switch(When.SOME, keywords=("inquest",))}
        switch_gates(session, actor, newsroom.desk(), legal, newsroom.time)
    copy = open_copy(newsroom, author, dispatch)
    copy.type(keywords="inquest")
    copy.meet()
    job = newsroom.read().query(Job).where(Job.name == "count_quotes").one()
    count_quotes(job.details, newsroom.time)
    [gate] = newsroom.read().query(DispatchGate).all()
    assert (gate.gate, gate.stands) == (Gate.LEGAL, Stands.SHUT)


def test_what_was_done_while_quotes_were_weighed_has_them_weighed_again(
    newsroom: Newsroom, author: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "“We will rebuild the quay,” Akan said."
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    copy.type(words)
    copy.meet()

    def interrupted(*asked: Any) -> Any:
        situation = gather(*asked)
        newsroom.attach(dispatch, author, "AKAN: We will rebuild the quay.")
        return situation

    key = {"dispatch": str(dispatch)}
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(jobs, "gather", interrupted)
        count_quotes(key, newsroom.time)
    assert newsroom.get(dispatch).open_quotes == 0
    count_quotes(key, newsroom.time)
    assert newsroom.get(dispatch).open_quotes == 0


def test_each_sees_who_else_is_here_and_where_until_they_are_gone(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    one, other = open_copy(newsroom, author, dispatch), open_copy(newsroom, editor, dispatch)
    newsroom.later(seconds=6)
    other.ask(place="here")
    [seen] = one.ask().json["here"]
    assert (seen["name"], seen["place"], seen["mine"]) == ("Ana Peng", "here", False)
    other.ask(gone=True)
    assert one.ask().json["here"] == []
    other.ask()
    newsroom.later(seconds=30)
    assert one.ask().json["here"] == []


def test_asking_when_nothing_is_new_writes_nothing(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    copy.meet()
    before = newsroom.read().get_one(WorkingCopy, dispatch).version
    answer = copy.ask().json
    assert "lacking" not in answer
    assert newsroom.read().get_one(WorkingCopy, dispatch).version == before


def test_who_writes_and_who_reads_see_each_other(sqlite_newsroom: Newsroom) -> None:
    newsroom = sqlite_newsroom
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author, "It rained.")
    writing = open_copy(newsroom, author, dispatch)
    reader = newsroom.client(editor)
    place = f"/dispatches/{dispatch}/here"
    token = {"X-CSRFToken": Copy(reader, dispatch).token}

    def reading(person: str = "reading") -> list[tuple[str, str]]:
        told = reader.client.post(place, data={"doing": person}, headers=token).json
        assert told is not None
        return [(one["name"], one["doing"]) for one in told["others"]]

    assert reading() == [(author.name, "writing")]
    card = reader.get("/board/politics").get_data(as_text=True)
    assert f"{author.name} is writing" in card
    [seen] = writing.ask().json["here"]
    assert (seen["name"], seen["reads"], seen["place"]) == ("Ana Peng", True, "")
    # Their own page of the dispatch says that they read it: they write all the same.
    own = newsroom.client(author).client
    own.post(place, data={"doing": "reading"}, headers={"X-CSRFToken": writing.token})
    assert reading() == [(author.name, "writing")]
    # One of two pages closed: still there. Both: gone.
    other = open_copy(newsroom, author, dispatch)
    writing.ask(gone=True)
    assert reading() == [(author.name, "writing")]
    other.ask(gone=True)
    assert reading() == []
    reading("left")
    assert other.ask().json["here"] == []
