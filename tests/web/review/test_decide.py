"""Deciding: one endpoint for every act of the panel; what is refused comes back with what was
typed."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import func, select, text

from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.workflow.words import Action, Live, Role, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def send(desk: Desk, who: Person, dispatch: uuid.UUID, action: str, **fields: Any) -> Any:
    """Press the button on a fresh page."""
    page = f"/dispatches/{dispatch}"
    fields = {"action": action, "version": desk.room.get(dispatch).version, **fields}
    return desk.room.client(who).post(f"{page}/decision", page=page, **fields)


def entries(desk: Desk, action: Action) -> int:
    """How often the log has it."""
    count = select(func.count()).select_from(LogEntry).where(LogEntry.action == action.value)
    return desk.room.read().scalar(count) or 0


def state(desk: Desk, dispatch: uuid.UUID) -> State:
    return desk.room.get(dispatch).state


def test_a_dispatch_goes_the_whole_way_by_the_panel(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    for who, action, after in [
        (desk.editor, "claim", State.IN_REVIEW),
        (desk.editor, "release", State.FILED),
        (desk.second, "claim", State.IN_REVIEW),
        (desk.second, "approve", State.APPROVED),
        (desk.publisher, "publish", State.DONE),
    ]:
        answer = send(desk, who, dispatch, action)
        assert (answer.status_code, answer.location) == (303, f"/dispatches/{dispatch}"), action
        assert state(desk, dispatch) is after
    assert desk.room.get(dispatch).live is Live.REVISION


def test_the_page_says_what_was_done(desk: Desk) -> None:
    dispatch, browser = desk.filed(CLEAN), desk.room.client(desk.editor)
    page = f"/dispatches/{dispatch}"
    browser.post(f"{page}/decision", page=page)
    shown = browser.get(page).get_data(as_text=True)
    assert "You claimed this dispatch. It is in review now." in shown


def test_the_page_says_nothing_twice_and_tells_who_sees_it(desk: Desk) -> None:
    dispatch = desk.approved()
    page, browser = f"/dispatches/{dispatch}", desk.room.client(desk.publisher)
    send(desk, desk.editor, dispatch, "unapprove", note="One name is wrong.")
    send(desk, desk.second, dispatch, "claim")
    second = desk.room.client(desk.second)
    second.post(f"{page}/decision", page=page, action="approve")
    shown = second.get(page).get_data(as_text=True)
    assert "You approved this dispatch." in shown
    assert "It is approved now" not in shown
    browser.post(f"{page}/decision", page=page, action="publish")
    assert "You published this dispatch. Readers see it now." in browser.get(page).get_data(True)


def test_words_are_said_to_be_kept_only_where_some_were_typed(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    seen = desk.room.get(dispatch).version
    desk.room.act(desk.second, Action.CLAIM, dispatch)
    html = send(desk, desk.editor, dispatch, "claim", version=seen).get_data(as_text=True)
    assert "Not done yet." in html
    assert "What you typed is kept" not in html


@pytest.mark.parametrize(
    ("action", "before"),
    [("return", "in_review"), ("spike", "in_review"), ("unapprove", "approved")],
)
def test_a_reason_is_asked_for(desk: Desk, action: str, before: str) -> None:
    dispatch = desk.approved() if before == "approved" else desk.in_review(CLEAN)
    answer = send(desk, desk.editor, dispatch, action, note="  ")
    assert answer.status_code == 409
    assert "Write the reason" in answer.get_data(as_text=True)
    assert state(desk, dispatch) == before
    assert send(desk, desk.editor, dispatch, action, note="Two sources.").status_code == 303
    assert state(desk, dispatch) != before


def test_a_spiked_dispatch_comes_back(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    send(desk, desk.editor, dispatch, "spike", note="Overtaken.")
    assert state(desk, dispatch) is State.SPIKED
    send(desk, desk.second, dispatch, "unspike")
    assert state(desk, dispatch) is State.FILED


def test_what_was_typed_comes_back_in_the_form_it_was_typed_in(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    typed = "Ask <Reker> again. " * 300
    answer = send(desk, desk.editor, dispatch, "return", note=typed)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Field cannot be longer" in html
    kept = re.findall(r"<textarea[^>]*>\s*Ask &lt;Reker&gt; again\.", html)
    assert len(kept) == 1
    assert re.search(r"<details[^>]*open[^>]*>\s*<summary>Return to the author", html)


def test_an_open_quote_keeps_the_gate_shut(desk: Desk) -> None:
    dispatch = desk.in_review()
    answer = send(desk, desk.editor, dispatch, "approve")
    assert answer.status_code == 409
    assert "8 quotes are still open" in answer.get_data(as_text=True)
    assert state(desk, dispatch) is State.IN_REVIEW


def test_four_eyes_are_held_to_by_the_endpoint_too(desk: Desk) -> None:
    both = desk.room.person("Ivo Kern", Role.CORRESPONDENT, Role.EDITOR)
    dispatch = desk.room.dispatch(both, CLEAN)
    desk.room.attach(dispatch, both, "VARGA:  The city has never refused a ship in my time.")
    desk.room.act(both, Action.FILE, dispatch)
    desk.room.act(both, Action.CLAIM, dispatch)
    answer = send(desk, both, dispatch, "approve")
    assert answer.status_code == 409
    assert "someone else has to vouch for it" in answer.get_data(as_text=True)
    assert send(desk, desk.second, dispatch, "approve").status_code == 303


def test_a_stale_page_says_who_did_what_and_keeps_the_reason(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    seen = desk.room.get(dispatch).version
    desk.room.later(seconds=40)
    desk.room.act(desk.second, Action.RETURN, dispatch, note="Not yet.")
    desk.room.act(desk.author, Action.FILE, dispatch)
    desk.room.act(desk.second, Action.CLAIM, dispatch)
    answer = send(desk, desk.editor, dispatch, "return", version=seen, note="The second quote!")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "This page was older than the dispatch. Omar Dale (editor) claimed rain-capital" in html
    assert re.search(r"<textarea[^>]*>\s*The second quote!", html)
    assert state(desk, dispatch) is State.IN_REVIEW
    # The page now shows the present; its form is for that.
    form = html[html.index("<summary>Return to the author") :]
    fresh = re.search(r'name="version" type="hidden" value="(\d+)"', form)
    assert fresh
    assert int(fresh[1]) == desk.room.get(dispatch).version


def test_a_reason_for_what_is_no_longer_offered_is_kept_to_copy(desk: Desk) -> None:
    dispatch = desk.in_review(CLEAN)
    seen = desk.room.get(dispatch).version
    desk.room.act(desk.second, Action.APPROVE, dispatch)
    answer = send(desk, desk.editor, dispatch, "return", version=seen, note="The second quote!")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Omar Dale (editor) approved rain-capital" in html
    assert re.search(r"<blockquote>\s*The second quote!\s*</blockquote>", html)


def test_a_form_sent_twice_acts_once_and_shows_the_first_result(desk: Desk) -> None:
    dispatch, browser = desk.filed(CLEAN), desk.room.client(desk.editor)
    page = f"/dispatches/{dispatch}"
    operation = str(uuid.uuid4())
    version = desk.room.get(dispatch).version
    for _ in range(2):
        answer = browser.post(
            f"{page}/decision", page=page, action="claim", version=version, operation=operation
        )
        assert answer.status_code == 303
        assert "You claimed this dispatch." in browser.get(page).get_data(as_text=True)
    assert entries(desk, Action.CLAIM) == 1


def test_a_page_that_does_not_say_what_it_showed_decides_nothing(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    answer = send(desk, desk.editor, dispatch, "claim", version="")
    assert answer.status_code == 409
    assert "did not say which version" in answer.get_data(as_text=True)
    assert state(desk, dispatch) is State.FILED


@pytest.mark.parametrize("action", ["", "void", "file", "settle", "attach", "nonsense"])
def test_only_acts_of_the_panel_are_known(desk: Desk, action: str) -> None:
    dispatch = desk.filed(CLEAN)
    assert send(desk, desk.editor, dispatch, action).status_code == 409
    assert state(desk, dispatch) is State.FILED


def test_an_override_takes_the_role_and_a_reason_and_a_second_reader(desk: Desk) -> None:
    dispatch = desk.in_review()
    assert send(desk, desk.editor, dispatch, "override", note="Trust me.").status_code == 409
    assert send(desk, desk.publisher, dispatch, "override", note="").status_code == 409
    assert send(desk, desk.publisher, dispatch, "override", note="On tape.").status_code == 303
    assert send(desk, desk.publisher, dispatch, "read_override").status_code == 409
    assert send(desk, desk.second, dispatch, "read_override").status_code == 303
    assert send(desk, desk.editor, dispatch, "approve").status_code == 303
    assert state(desk, dispatch) is State.APPROVED


def test_a_schedule_is_given_in_local_time_with_its_zone(desk: Desk) -> None:
    dispatch = desk.approved()
    answer = send(
        desk,
        desk.publisher,
        dispatch,
        "schedule",
        publish_at="2026-11-20T18:30",
        zone="America/New_York",
    )
    assert answer.status_code == 303
    row = desk.room.get(dispatch)
    assert row.publish_at is not None
    assert (row.state, row.publish_at.isoformat()) == (
        State.SCHEDULED,
        "2026-11-20T23:30:00+00:00",
    )
    assert send(desk, desk.publisher, dispatch, "unschedule").status_code == 303
    assert desk.room.get(dispatch).publish_at is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"publish_at": "", "zone": "UTC"}, "Give a date and a time."),
        ({"publish_at": "soon", "zone": "UTC"}, "Not a valid datetime value."),
        ({"publish_at": "2027-03-28T02:30", "zone": "Europe/Berlin"}, "never show this time"),
        ({"publish_at": "2026-11-20T08:00", "zone": "UTC"}, "an hour that is still ahead"),
        ({"publish_at": "2026-12-20T08:00", "zone": "Mars/Olympus"}, "Not a valid choice"),
    ],
)
def test_an_hour_that_can_t_be_is_refused_and_kept(
    desk: Desk, given: dict[str, str], reason: str
) -> None:
    dispatch = desk.approved()
    answer = send(desk, desk.publisher, dispatch, "schedule", **given)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert reason in html
    assert f'value="{given["publish_at"]}"' in html
    assert state(desk, dispatch) is State.APPROVED


def test_a_tampered_revision_is_not_published_and_the_page_says_why(desk: Desk) -> None:
    dispatch = desk.approved()
    with saving() as session:
        triggers = session.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'revision'")
        ).all()
        for trigger in triggers:
            session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(
            text(
                "UPDATE revision SET content = "
                "CAST(replace(CAST(content AS TEXT), 'never', 'often') AS BLOB)"
            )
        )
    answer = send(desk, desk.publisher, dispatch, "publish")
    assert answer.status_code == 409
    assert "The stored text is not the text that was filed" in answer.get_data(as_text=True)
    assert desk.room.get(dispatch).live is Live.NOTHING


def test_someone_without_a_role_on_the_desk_finds_nothing(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    for path in ("decision", "quotes/settle", "quotes/unsettle"):
        fields = {"action": "claim", "version": "1", "quote": "x", "kind": "heard", "note": "n"}
        answer = desk.room.client(desk.stranger).post(
            f"/dispatches/{dispatch}/{path}",
            page="/start",
            settlement=str(uuid.uuid4()),
            operation=str(uuid.uuid4()),
            **fields,
        )
        assert answer.status_code == 404, path
    assert state(desk, dispatch) is State.FILED


def test_without_a_token_nothing_is_done(desk: Desk) -> None:
    dispatch = desk.filed(CLEAN)
    version = desk.room.get(dispatch).version
    answer = desk.room.client(desk.editor).client.post(
        f"/dispatches/{dispatch}/decision", data={"action": "claim", "version": version}
    )
    assert answer.status_code == 400
    assert state(desk, dispatch) is State.FILED
