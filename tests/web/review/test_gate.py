"""Gates on the pages: an administrator switches them, the desk sees who may pass, legal passes."""

import re
import uuid
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.workflow.words import Role, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def switch(desk: Desk, **fields: Any) -> Any:
    """Save the form of the desk's gates as an administrator."""
    ada = desk.room.person(f"Ada {uuid.uuid4().hex[:4]}", Role.ADMINISTRATOR)
    given = {"legal": "never", "languages": "", "keywords": "", **fields}
    return desk.room.client(ada).post(f"/gates/{desk.room.desk()}", **given)


def at_gate(desk: Desk, who: Person, dispatch: uuid.UUID, act: str, **fields: Any) -> Any:
    """Press a button of the gate on a fresh page."""
    page = f"/dispatches/{dispatch}"
    given = {
        "action": act,
        "gate": "legal",
        "note": "",
        "version": desk.room.get(dispatch).version,
        **fields,
    }
    return desk.room.client(who).post(f"{page}/gate", page=page, **given)


def seen(desk: Desk, who: Person, url: str) -> str:
    return re.sub(r"\s+", " ", desk.room.client(who).get(url).get_data(as_text=True))


def test_a_switched_gate_shows_who_may_pass_it_and_holds_the_approval_up(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    page = f"/dispatches/{dispatch}"
    assert switch(desk, legal="always").status_code == 303
    html = seen(desk, desk.editor, page)
    assert "It can be passed by nobody on this desk" in html
    lawyer = desk.room.person("Lena Hoff", Role.LEGAL)
    html = seen(desk, desk.editor, page)
    assert "It can be passed by Lena Hoff." in html
    assert "Pass the legal gate" not in html
    assert "The legal gate is not passed: legal has to pass it" in html
    assert "Gates to pass" in seen(desk, lawyer, "/start")
    assert at_gate(desk, lawyer, dispatch, "pass_gate").status_code == 303
    html = seen(desk, desk.editor, page)
    assert "Lena Hoff passed it" in html
    assert "legal passed by Lena Hoff" in html
    assert "Gates to pass" not in seen(desk, lawyer, "/start")
    browser = desk.room.client(desk.editor)
    browser.post(f"{page}/decision", page=page, action="approve")
    assert desk.room.get(dispatch).state is State.APPROVED
    assert "passed the legal gate of" in seen(desk, desk.editor, f"{page}/history")


def test_an_override_stands_on_the_page_until_it_is_read_again(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    switch(desk, legal="always")
    assert at_gate(desk, desk.editor, dispatch, "override", note="No.").status_code == 409
    answer = at_gate(desk, desk.publisher, dispatch, "override", note=" ")
    assert answer.status_code == 409
    assert "Write the reason" in answer.get_data(as_text=True)
    answer = at_gate(desk, desk.publisher, dispatch, "override", note="On a plane.")
    assert answer.status_code == 303
    html = seen(desk, desk.second, f"/dispatches/{dispatch}")
    assert "Tom Roe overrode the legal gate" in html
    assert "“On a plane.”" in html
    assert "I have read it again" in html


def test_a_stale_page_keeps_the_reason_typed_at_a_gate(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    switch(desk, legal="some")
    version = desk.room.get(dispatch).version - 1
    answer = at_gate(desk, desk.editor, dispatch, "ask_gate", note="A name!", version=version)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "This page was older than the dispatch." in html
    assert re.search(r"<textarea[^>]*>\s*A name!", html)
    assert at_gate(desk, desk.editor, dispatch, "ask_gate", note="A name!").status_code == 303
    assert "Eda Lund asked for it." in seen(desk, desk.editor, f"/dispatches/{dispatch}")


def test_how_each_gate_stands_is_on_board_list_start_and_page(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    switch(desk, legal="always")
    lawyer = desk.room.person("Lena Hoff", Role.LEGAL)

    def everywhere() -> set[str]:
        pages = ("/board/politics", "/board?as=list", "/dispatches", f"/dispatches/{dispatch}")
        found = [
            frozenset(re.findall(r'<span class="tag[^"]*">(legal [a-z ]+)</span>', html))
            for html in (seen(desk, desk.editor, url) for url in pages)
        ]
        assert len(set(found)) == 1, found
        return set(found[0])

    assert everywhere() == {"legal to pass"}
    at_gate(desk, lawyer, dispatch, "pass_gate")
    assert everywhere() == {"legal passed"}
    at_gate(desk, lawyer, dispatch, "unpass_gate", note="I misread it.")
    at_gate(desk, desk.publisher, dispatch, "override", note="On a plane.")
    assert everywhere() == {"legal overridden"}


@pytest.mark.parametrize(
    "fields", [{"gate": "nonsense"}, {"action": "approve"}, {"version": ""}, {"gate": "quotes"}]
)
def test_only_gates_and_their_acts_are_known(desk: Desk, fields: dict[str, str]) -> None:
    dispatch = desk.in_review(CLEAN)
    before = desk.room.get(dispatch).version
    answer = at_gate(desk, desk.editor, dispatch, "pass_gate", **fields)
    assert answer.status_code == 409
    assert desk.room.get(dispatch).version == before


def test_the_table_says_what_is_set_and_where_people_are_missing(desk: Desk) -> None:
    ada = desk.room.person("Ada Root", Role.ADMINISTRATOR)
    html = seen(desk, ada, "/gates")
    assert "settling each quote" in html
    assert "nobody can pass it" not in html
    answer = switch(desk, second_editor="y", legal="some", languages="RU; az", keywords="libel,")
    assert answer.status_code == 303
    html = seen(desk, ada, "/gates")
    assert "when an editor asks; language ru, az; keyword libel" in html
    assert "Eda Lund, Omar Dale" in html
    assert "nobody can pass it" in html
    assert "changed the setting legal gate of Politics" in seen(desk, ada, "/log")
    wrong = switch(desk, legal="some", languages="russian")
    assert wrong.status_code == 422
    assert "is no tag of a language" in wrong.get_data(as_text=True)
