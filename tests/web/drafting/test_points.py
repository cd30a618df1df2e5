"""Points of a return, ticked off on the page for writing with the save."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.point import Point
from editorial.pipeline.matter import Points
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Browser, Newsroom
from tests.web.drafting.pages import edit, fields


class Returned:
    """A dispatch that came back with two points, and its author's browser."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor: Person = room.person("Eda Lund", Role.EDITOR)
        self.key: uuid.UUID = room.dispatch(author)
        room.act(author, Action.FILE, self.key)
        room.act(self.editor, Action.CLAIM, self.key)
        points = Points(("Name the clock", "Name the ferry"))
        room.act(self.editor, Action.RETURN, self.key, note="Nearly.", matter=points)
        self.author: Browser = room.client(author)

    def page(self) -> str:
        """The page for writing."""
        return str(self.author.get(edit(self.key)).get_data(as_text=True))

    def save(self, *ticked: str, **typed: Any) -> Any:
        """Send the page with these points ticked, by their texts."""
        html = self.page()
        ids = dict(
            re.findall(r'name="points_ticked"\s+value="([^"]+)"[^>]*>\s*<span>([^<]+)</span>', html)
        )
        given: dict[str, Any] = {**fields(html), **typed, "points_shown": list(ids)}
        given["points_ticked"] = [key for key, text in ids.items() if text in ticked]
        return self.author.client.post(
            edit(self.key), data=given, content_type="multipart/form-data"
        )

    def ticked(self) -> dict[str, str | None]:
        """Each point, and who ticked it off."""
        rows = self.room.read().scalars(select(Point).order_by(Point.place))
        return {row.text: None if row.ticker is None else row.ticker.name for row in rows}


@pytest.fixture
def returned(sqlite_newsroom: Newsroom) -> Returned:
    return Returned(sqlite_newsroom)


def test_a_tick_goes_out_with_the_save_and_stands_on_the_review_page(returned: Returned) -> None:
    assert "Points to see to" in returned.page()
    assert returned.save("Name the clock", body="It rained at noon.", then="").status_code == 303
    assert returned.ticked() == {"Name the clock": "Mira Sol", "Name the ferry": None}
    page = returned.room.client(returned.editor).get(f"/dispatches/{returned.key}")
    html = re.sub(r"\s+", " ", page.get_data(as_text=True))
    assert "Eda Lund, " in html
    assert "1 of 2 open" in html
    assert re.search(r"ticked: </span> Name the clock <span[^>]*>Mira Sol", html)
    assert returned.save("Name the ferry", then="file").status_code == 303
    assert returned.ticked() == {"Name the clock": None, "Name the ferry": "Mira Sol"}
    assert returned.room.get(returned.key).state is State.FILED


def test_a_refused_save_keeps_the_ticks_on_the_page(returned: Returned) -> None:
    answer = returned.save("Name the clock", language="other", language_other="no tag", then="")
    assert answer.status_code == 409
    html = answer.get_data(as_text=True)
    assert len(re.findall(r'name="points_ticked"[^>]*checked', html)) == 1
    assert returned.ticked() == {"Name the clock": None, "Name the ferry": None}


def test_only_points_that_the_page_showed_are_touched(returned: Returned) -> None:
    answer = returned.save("Name the clock", then="")
    assert answer.status_code == 303
    html = returned.page()
    data = {
        **fields(html),
        "points_shown": [str(uuid.uuid4()), "x"],
        "points_ticked": [],
        "then": "",
    }
    returned.author.client.post(edit(returned.key), data=data, content_type="multipart/form-data")
    assert returned.ticked()["Name the clock"] == "Mira Sol"
