"""Settling from the card in the editor: the forms alone, offered to whoever may and nobody else."""

import re
import uuid
from html import unescape
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.models.settlement import Settlement
from tests.newsroom import Newsroom
from tests.web.review.harbour import INVENTED, Desk

ALTERED = "“The reserve holds forty million crowns,” Varga said."


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def address(desk: Desk, dispatch: uuid.UUID, words: str) -> str:
    return f"/dispatches/{dispatch}/quotes/{desk.quote(dispatch, words).key}/settling"


def shown(desk: Desk, who: Person, url: str) -> str:
    return unescape(desk.room.client(who).get(url).get_data(as_text=True))


def send(desk: Desk, who: Person, url: str, **typed: str) -> Any:
    browser = desk.room.client(who)
    page = browser.get(url).get_data(as_text=True)
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', page))
    hidden |= dict(re.findall(r'name="([^"]*)"[^>]*type="hidden"[^>]*value="([^"]*)"', page))
    return browser.client.post(url, data=hidden | typed)


def test_the_forms_are_offered_to_whoever_may(desk: Desk) -> None:
    dispatch = desk.filed(f"{INVENTED}\n\n{ALTERED}")
    invented, altered = (address(desk, dispatch, words) for words in ("I wish", "The reserve"))
    for who in (desk.author, desk.checker, desk.editor):
        assert "Settle it" in shown(desk, who, invented)
    assert "Settle it" in shown(desk, desk.checker, altered)
    mine = shown(desk, desk.author, altered)
    assert "Settle it" not in mine
    assert "someone who did not write it has to settle this quote" in mine
    assert "Settle" not in shown(desk, desk.publisher, invented)
    assert desk.room.client(desk.stranger).get(invented).status_code == 404
    # Words that the desk judges no more, and words that nobody ever wrote.
    none = f"/dispatches/{dispatch}/quotes/{'0' * 64}/settling"
    assert "Once this one is filed" in shown(desk, desk.author, none)


def test_it_is_settled_and_taken_back_and_refused_with_what_was_typed(desk: Desk) -> None:
    dispatch = desk.filed(INVENTED)
    url = address(desk, dispatch, "I wish")
    refused = send(desk, desk.checker, url, kind="heard", note="")
    assert refused.status_code == 409
    assert "Write the reason" in unescape(refused.get_data(as_text=True))
    refused = send(desk, desk.checker, url, kind="", note="On the quay.")
    assert "On the quay." in refused.get_data(as_text=True)
    done = send(desk, desk.checker, url, kind="heard", note="On the quay.")
    assert (done.status_code, b"settled in your name" in done.data) == (200, True)
    assert not desk.quote(dispatch, "I wish").open
    assert "Take it back" not in shown(desk, desk.author, url)
    back = send(desk, desk.editor, url, note="It was another quay.")
    assert b"open again" in back.data
    assert desk.quote(dispatch, "I wish").open
    assert desk.room.read().query(Settlement).count() == 1
