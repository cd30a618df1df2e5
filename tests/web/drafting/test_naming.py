"""Versions under a name: saved beside the text, listed, looked at, compared and brought back."""

import re
import uuid
from html import unescape
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom
from tests.web.drafting.pages import edit, send


@pytest.fixture
def author(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


def form_of(page: str, action: str) -> dict[str, str]:
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)
    assert form is not None
    pairs = re.findall(r'name="([^"]*)"[^>]*value="([^"]*)"', form[0])
    return {name: unescape(value) for name, value in pairs}


def save(browser: Browser, dispatch: uuid.UUID, name: str, **headers: str) -> Any:
    url = f"/dispatches/{dispatch}/versions"
    hidden = form_of(browser.get(edit(dispatch)).get_data(as_text=True), url)
    return browser.client.post(url, data=hidden | {"name": name}, headers=headers)


def test_a_version_is_named_looked_at_compared_and_brought_back(
    sqlite_newsroom: Newsroom, author: Person
) -> None:
    room, browser = sqlite_newsroom, sqlite_newsroom.client(author)
    dispatch = room.dispatch(author, "It rained.")
    assert save(browser, dispatch, "before the cut").status_code == 303
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    assert "Saved as the version “before the cut”." in page
    send(browser, edit(dispatch), page, body="It stopped.")
    history = browser.get(f"/dispatches/{dispatch}/history").get_data(as_text=True)
    found = re.search(r'href="(/dispatches/[^"]*/versions/([^"]*))">before the cut<', history)
    assert found is not None
    shown = browser.get(found[1]).get_data(as_text=True)
    assert "It rained." in shown
    differs = f"/dispatches/{dispatch}/differences?from={found[2]}&to=working"
    compared = browser.get(differs).get_data(as_text=True)
    assert "From “before the cut” to the working copy" in compared
    assert "<del>rained</del>" in compared
    back = browser.client.post(f"{found[1]}/back", data=form_of(shown, f"{found[1]}/back"))
    assert back.location == edit(dispatch)
    assert "It rained." in str(room.read().get_one(WorkingCopy, dispatch).content)
    again = browser.get(edit(dispatch)).get_data(as_text=True)
    assert "Before “before the cut” came back" in again


def test_the_editor_is_answered_in_json(sqlite_newsroom: Newsroom, author: Person) -> None:
    browser = sqlite_newsroom.client(author)
    dispatch = sqlite_newsroom.dispatch(author, "It rained.")
    answer = save(browser, dispatch, "first", Accept="application/json")
    assert answer.json["name"] == "first"
    assert browser.get(answer.json["address"]).status_code == 200
    refused = save(browser, dispatch, " ", Accept="application/json")
    assert (refused.status_code, "name" in refused.json["refusal"]) == (409, True)


def test_nobody_looks_at_versions_of_what_they_may_not_see(
    sqlite_newsroom: Newsroom, author: Person
) -> None:
    room = sqlite_newsroom
    dispatch, other = (room.dispatch(author, words) for words in ("It rained.", "It snowed."))
    mine = room.client(author)
    address = save(mine, dispatch, "first", Accept="application/json").json["address"]
    stranger = room.client(room.person("Ana Far", Role.EDITOR, desk="Sports"))
    checker = room.client(room.person("Karl Ode", Role.CHECKER))
    assert stranger.get(address).status_code == 404
    assert mine.get(address.replace(str(dispatch), str(other))).status_code == 404
    key = address.rsplit("/", 1)[1]
    assert mine.get(f"/dispatches/{other}/differences?from={key}").status_code == 404
    # A checker reads it; to bring it back is a writer's.
    shown = checker.get(address)
    assert shown.status_code == 200
    assert "Bring this version back" not in shown.get_data(as_text=True)
