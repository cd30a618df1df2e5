"""Settling a quote and taking it back, on the page."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.settlement import Settlement
from editorial.workflow.words import SettlementKind, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def settle(desk: Desk, who: Person, dispatch: uuid.UUID, words: str, **fields: Any) -> Any:
    """Send the form of the quote that holds ``words``."""
    page = f"/dispatches/{dispatch}"
    given = {
        "quote": desk.quote(dispatch, words).key,
        "operation": str(uuid.uuid4()),
        "kind": "heard",
        "note": "I stood beside him.",
        **fields,
    }
    return desk.room.client(who).post(f"{page}/quotes/settle", page=page, **given)


def take_back(desk: Desk, who: Person, dispatch: uuid.UUID, note: str) -> Any:
    page = f"/dispatches/{dispatch}"
    found = settlements(desk)[-1]
    return desk.room.client(who).post(
        f"{page}/quotes/unsettle", page=page, settlement=str(found.id), note=note
    )


def settlements(desk: Desk) -> list[Settlement]:
    return list(desk.room.read().scalars(select(Settlement).order_by(Settlement.settled_at)))


def test_a_call_back_keeps_with_whom_and_when_by_the_person_s_own_clock(desk: Desk) -> None:
    checker = desk.checker
    with saving() as session:
        session.get_one(Person, checker.id).timezone = "Europe/Istanbul"
    dispatch = desk.filed(INVENTED)
    answer = settle(
        desk,
        checker,
        dispatch,
        "I wish",
        kind="call_back",
        contact=" Port press office ",
        contacted_at="2026-11-20T11:15",
    )
    assert answer.status_code == 303
    (kept,) = settlements(desk)
    assert kept.contacted_at is not None
    assert (kept.kind, kept.contact, kept.contacted_at.isoformat()) == (
        SettlementKind.CALL_BACK,
        "Port press office",
        "2026-11-20T08:15:00+00:00",
    )
    shown = desk.room.client(desk.editor).get(f"/dispatches/{dispatch}").get_data(as_text=True)
    assert "Called back with Port press office" in shown
    assert not desk.quote(dispatch, "I wish").open


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"kind": ""}, "Say how you know."),
        ({"note": " "}, "Write the reason"),
        ({"kind": "call_back", "contacted_at": "2026-11-20T08:00"}, "Name who was called."),
        ({"kind": "call_back", "contact": "Reker"}, "Give the date and time of the call."),
        (
            {"kind": "call_back", "contact": "Reker", "contacted_at": "2026-11-20T10:00"},
            "That time has not come yet.",
        ),
        ({"kind": "record_errs"}, "can’t be said of what was found"),
    ],
)
def test_a_refused_form_comes_back_open_with_what_was_typed(
    desk: Desk, given: dict[str, str], reason: str
) -> None:
    dispatch = desk.filed(INVENTED)
    answer = settle(desk, desk.checker, dispatch, "I wish", **{"note": "On the quay.", **given})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert reason in html
    listed = re.search(r'<li class="quote-item.*?</li>', html[html.index('class="quotes"') :], re.S)
    assert listed
    assert re.search(r"<details[^>]*\bopen\b", html)
    if given.get("note", "x").strip():
        assert re.search(r"<textarea[^>]*>\s*On the quay\.", html)
    if "contact" in given:
        assert 'value="Reker"' in html
    assert settlements(desk) == []


def test_two_checkers_settle_two_quotes_from_pages_of_the_same_age(desk: Desk) -> None:
    dispatch = desk.filed(
        CLEAN + "\n\n" + INVENTED + "\n\n“It is all paid for already,” Reker said."
    )
    other = desk.quote(dispatch, "It is all paid").key
    assert settle(desk, desk.checker, dispatch, "I wish").status_code == 303
    answer = settle(desk, desk.editor, dispatch, "It is all paid", quote=other)
    assert answer.status_code == 303
    assert len(settlements(desk)) == 2


def test_who_settles_what_is_settled_already_is_told(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    settle(desk, desk.checker, dispatch, "I wish")
    answer = settle(desk, desk.editor, dispatch, "I wish", note="I heard it too.")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "This quote is not open" in html
    assert re.search(r"<blockquote>\s*I heard it too.\s*</blockquote>", html)
    assert "Karl Ode (checker)" in html
    assert len(settlements(desk)) == 1


def test_a_form_sent_twice_settles_once(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    operation = str(uuid.uuid4())
    for _ in range(2):
        answer = settle(desk, desk.checker, dispatch, "I wish", operation=operation)
        assert answer.status_code == 303
    assert len(settlements(desk)) == 1


def test_an_author_settles_only_what_the_record_does_not_hold(desk: Desk) -> None:
    dispatch = desk.filed(f"{INVENTED}\n\n“The reserve holds forty million crowns,” Varga said.")
    assert settle(desk, desk.author, dispatch, "forty").status_code == 409
    assert settle(desk, desk.author, dispatch, "I wish").status_code == 303


def test_the_page_goes_back_to_the_open_ones(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    key = desk.quote(dispatch, "I wish").key
    page = f"/dispatches/{dispatch}?quotes=open"
    answer = desk.room.client(desk.checker).post(
        f"/dispatches/{dispatch}/quotes/settle?quotes=open",
        page=page,
        quote=key,
        kind="heard",
        note="There.",
    )
    assert (answer.status_code, answer.location) == (303, page)


def test_taking_back_needs_a_reason_and_opens_the_quote(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    settle(desk, desk.checker, dispatch, "I wish")
    assert take_back(desk, desk.checker, dispatch, "").status_code == 409
    assert not desk.quote(dispatch, "I wish").open
    assert take_back(desk, desk.checker, dispatch, "It was another Reker.").status_code == 303
    assert desk.quote(dispatch, "I wish").open
    assert desk.room.get(dispatch).open_quotes == 1


def test_taking_back_ends_the_approval_and_says_so(desk: Desk) -> None:
    dispatch = desk.in_review(INVENTED)
    settle(desk, desk.checker, dispatch, "I wish")
    page = f"/dispatches/{dispatch}"
    desk.room.client(desk.editor).post(
        f"{page}/decision", page=page, action="approve", version=desk.room.get(dispatch).version
    )
    assert desk.room.get(dispatch).state is State.APPROVED
    browser = desk.room.client(desk.editor)
    found = settlements(desk)[-1]
    browser.post(f"{page}/quotes/unsettle", page=page, settlement=str(found.id), note="Wrong man.")
    assert desk.room.get(dispatch).state is State.FILED
    assert "It is filed now." in browser.get(page).get_data(as_text=True)


def test_a_settlement_of_another_dispatch_is_not_taken_back_here(desk: Desk) -> None:
    first, second = desk.filed(INVENTED), desk.filed(CLEAN)
    settle(desk, desk.checker, first, "I wish")
    assert take_back(desk, desk.checker, second, "Wrong.").status_code == 409
    assert not desk.quote(first, "I wish").open
