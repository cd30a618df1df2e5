"""The board's pages: looked at, filtered, acted on, asked whether anything has changed."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import event

from editorial.models.database import db
from editorial.workflow.words import Action, Role, State
from tests.db.board.desk import Desk
from tests.newsroom import Newsroom


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def html(answer: Any) -> str:
    text: str = answer.get_data(as_text=True)
    return text


def test_one_s_desks_together_and_each_alone(desk: Desk) -> None:
    desk.filed()
    ana = desk.room.client(desk.ana)
    assert "Rain over the capital" in html(ana.get("/board"))
    assert "Rain over the capital" in html(ana.get("/board/politics"))
    desk.room.desk("Sport")
    assert ana.get("/board/sport").status_code == 404
    assert ana.get("/board/nothing").status_code == 404


def test_an_empty_board_says_how_it_begins(desk: Desk) -> None:
    page = html(desk.room.client(desk.ana).get("/board"))
    assert "Nothing on the board yet" in page
    assert "No dispatch matches" in html(desk.room.client(desk.ana).get("/board?urgency=1"))


def test_a_mangled_filter_is_not_asked(desk: Desk) -> None:
    desk.filed()
    for query in ("urgency=x", "author=%00", "age=-1", "as=list&page=x&state=y", "desk=z"):
        answer = desk.room.client(desk.ana).get(f"/board?{query}")
        assert answer.status_code == 200, query
        assert "Rain over the capital" in html(answer), query


def test_the_dense_list_shows_the_same(desk: Desk) -> None:
    desk.filed(urgency=2)
    page = html(desk.room.client(desk.ana).get("/board/politics?as=list&urgency=3"))
    assert "Rain over the capital" in page
    assert 'value="list"' in page


def test_nothing_changed_is_said_without_looking_at_a_dispatch(desk: Desk) -> None:
    key = desk.filed()
    ana = desk.room.client(desk.ana)
    tag = re.search(r'data-etag="([^"]+)"', html(ana.get("/board/politics")))
    assert tag is not None
    seen = tag[1].replace("&#34;", '"')
    asked: list[str] = []

    def listen(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        answer = ana.get("/board/politics/changes", headers={"If-None-Match": seen})
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)
    assert (answer.status_code, answer.data) == (304, b"")
    assert not [sql for sql in asked if re.search(r"\bdispatch\b", sql)]
    assert len([sql for sql in asked if "desk_pulse" in sql]) == 1
    desk.room.act(desk.ana, Action.CLAIM, key)
    answer = ana.get("/board/politics/changes", headers={"If-None-Match": seen})
    assert answer.status_code == 200
    assert "You have it" in html(answer)
    assert answer.headers["ETag"] != seen


def test_a_board_changes_with_who_has_something_open_and_when_they_are_gone(desk: Desk) -> None:
    key = desk.filed()
    ana, omar = desk.room.client(desk.ana), desk.room.client(desk.omar)

    def tag() -> str:
        return str(ana.get("/board/politics/changes").headers["ETag"])

    before = tag()
    answer = omar.post(f"/dispatches/{key}/here", page="/board", doing="writing")
    assert answer.get_json() == {"again": 30.0, "others": []}
    told = ana.post(f"/dispatches/{key}/here", page="/board", doing="reading").get_json()
    assert told["others"] == [{"doing": "writing", "initials": "", "name": "Omar Dale"}]
    during = tag()
    assert during != before
    assert "Omar Dale is writing" in html(ana.get("/board/politics"))
    desk.room.later(seconds=80)
    assert tag() != during
    assert "Omar Dale is writing" not in html(ana.get("/board/politics"))
    omar.post(f"/dispatches/{key}/here", page="/board", doing="left")


def test_a_card_is_claimed_and_leads_back(desk: Desk) -> None:
    key = desk.filed()
    ana = desk.room.client(desk.ana)
    answer = ana.post(f"/dispatches/{key}/board", page="/board/politics?urgency=5", action="claim")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/board/politics?urgency=5"
    assert desk.room.get(key).state is State.IN_REVIEW
    assert "You claimed rain-capital." in html(ana.get("/board"))


def test_every_card_s_act_is_an_act_of_its_own(desk: Desk) -> None:
    desk.filed()
    desk.filed()
    page = html(desk.room.client(desk.ana).get("/board"))
    operations = re.findall(
        r'name="operation" value="([^"]+)">\s*<input type="hidden" name="action"', page
    )
    assert len(set(operations)) == len(operations) == 2


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/board\\@x", "/log"])
def test_nobody_is_led_elsewhere(desk: Desk, back: str) -> None:
    key = desk.filed()
    answer = desk.room.client(desk.ana).post(
        f"/dispatches/{key}/board", page="/board", action="claim", back=back
    )
    assert answer.headers["Location"] == "/board"


def test_an_old_page_says_what_happened(desk: Desk) -> None:
    key = desk.filed()
    version = desk.room.get(key).version
    desk.room.act(desk.omar, Action.CLAIM, key)
    answer = desk.room.client(desk.ana).post(
        f"/dispatches/{key}/board", page="/board", action="claim", version=str(version)
    )
    assert answer.status_code == 409
    assert "Omar Dale" in html(answer)


def test_a_review_is_handed_on_and_taken_over_on_plain_pages(desk: Desk) -> None:
    key = desk.filed()
    url = f"/dispatches/{key}/board"
    desk.room.act(desk.ana, Action.CLAIM, key)
    ana, omar = desk.room.client(desk.ana), desk.room.client(desk.omar)
    version = str(desk.room.get(key).version)
    answer = ana.post(url, action="hand_on", version=version, colleague=str(desk.omar.id))
    assert answer.status_code == 303
    assert "You handed rain-capital on to Omar Dale." in html(ana.get("/board"))
    assert desk.room.get(key).claimed_by == desk.omar.id
    version = str(desk.room.get(key).version)
    answer = ana.post(url, action="take_over", version=version, note="")
    assert answer.status_code == 409
    assert "Write the reason" in html(answer)
    answer = ana.post(url, action="take_over", version=version, note="Omar is on the train.")
    assert answer.status_code == 303
    assert desk.room.get(key).claimed_by == desk.ana.id
    assert "take over" in html(omar.get(url)).lower()


def test_the_order_is_changed_by_plain_forms(desk: Desk) -> None:
    first = desk.filed()
    desk.room.later(minutes=1)
    second = desk.filed()
    ana = desk.room.client(desk.ana)
    ana.post(f"/dispatches/{second}/place", page=f"/dispatches/{second}/board", where="top")
    page = html(ana.get("/board/politics"))
    assert page.index(f"card-{second}") < page.index(f"card-{first}")
    answer = ana.client.post(
        f"/dispatches/{second}/place",
        data={"where": "usual", "csrf_token": _token(page)},
        headers={"Accept": "application/json"},
    )
    assert answer.get_json() == {"said": "It stands where it usually would."}
    answer = desk.room.client(desk.mira).post(
        f"/dispatches/{second}/place", page="/board", where="top"
    )
    assert answer.status_code == 409


def test_a_deadline_is_typed_by_the_person_s_own_clock(desk: Desk) -> None:
    key = desk.filed()
    ana = desk.room.person("Lena Ort", Role.EDITOR, timezone="Europe/Berlin")
    url = f"/dispatches/{key}/deadline"
    desk.room.client(ana).post(url, page=f"/dispatches/{key}/board", deadline="2026-11-20T11:30")
    deadline = desk.room.get(key).deadline_at
    assert deadline is not None
    assert deadline.isoformat() == "2026-11-20T10:30:00+00:00"
    assert "due 11:30" in html(desk.room.client(ana).get("/board/politics"))
    desk.room.later(hours=3)
    assert "overdue since" in html(desk.room.client(ana).get("/board/politics"))
    answer = desk.room.client(ana).post(url, page=f"/dispatches/{key}/board", deadline="x")
    assert answer.status_code == 409


def test_several_are_spiked_with_a_reason_and_it_is_undone(desk: Desk) -> None:
    keys = [desk.filed(), desk.draft()]
    ana = desk.room.client(desk.ana)
    chosen: Any = [f"{key}:{desk.room.get(key).version}" for key in keys]
    assert all(f'value="{one}"' in html(ana.get("/board")) for one in chosen)
    answer = ana.post("/board/spike", page="/board", chosen=chosen, note="")
    assert answer.status_code == 409
    assert html(answer).count("checked") == 2
    assert all(f'value="{one}"' in html(answer) for one in chosen)
    answer = ana.post("/board/spike", page="/board", chosen=chosen, note="Overtaken.")
    assert answer.status_code == 303
    assert {desk.room.get(key).state for key in keys} == {State.SPIKED}
    page = html(ana.get("/board"))
    assert "2 dispatches were spiked by you" in page
    ana.post("/board/unspike", page="/board")
    assert [desk.room.get(key).state for key in keys] == [State.FILED, State.DRAFT]
    assert "spiked by you" not in html(ana.get("/board"))


def test_none_chosen_says_how(desk: Desk) -> None:
    answer = desk.room.client(desk.ana).post("/board/spike", page="/board", note="Old.")
    assert "Choose one dispatch or more" in html(answer)


def test_a_view_is_kept_under_a_name(desk: Desk) -> None:
    ana = desk.room.client(desk.ana)
    shown = "/board/politics?urgency=2&quotes=open"
    ana.post("/board/views", page=shown, name="Hot", back=shown)
    page = html(ana.get("/board"))
    assert "/board/politics?urgency=2&amp;quotes=open" in page
    drop = re.search(r'action="(/board/views/[^"]+/drop)"', page)
    assert drop is not None
    ana.post(drop[1], page="/board")
    assert "quotes=open" not in html(ana.get("/board"))
    answer = ana.post("/board/views", page="/board?urgency=2", name="  ")
    assert "Give the view a name" in html(ana.get(answer.headers["Location"]))


def test_a_made_up_dispatch_is_not_there(desk: Desk) -> None:
    for path in ("board", "here", "place", "deadline"):
        answer = desk.room.client(desk.ana).post(
            f"/dispatches/{uuid.uuid4()}/{path}", page="/board", action="claim", where="top"
        )
        assert answer.status_code == 404, path


def test_a_full_board_asks_no_more_of_the_database_than_an_empty_one(desk: Desk) -> None:
    ana = desk.room.client(desk.ana)

    def asked() -> int:
        statements: list[str] = []
        listener = lambda *given: statements.append(given[2])  # noqa: E731  (SQLAlchemy keeps it)
        event.listen(db.engine, "before_cursor_execute", listener)
        try:
            ana.get("/board")
        finally:
            event.remove(db.engine, "before_cursor_execute", listener)
        return len(statements)

    desk.filed()
    few = asked()
    for _ in range(4):
        desk.filed()
        desk.draft()
    assert asked() == few


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None
    return found[1]
