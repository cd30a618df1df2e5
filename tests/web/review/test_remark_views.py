"""Comments, suggestions and points on the page, with plain forms; what was typed is never lost."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.comment import Comment
from editorial.models.person import Person
from editorial.models.point import Point
from editorial.models.suggestion import Suggestion
from editorial.workflow.words import Action, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk

STORY = "The harbour opens at noon.\n\nThe ferry leaves at seven."


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def send(desk: Desk, who: Person, key: uuid.UUID, where: str, **fields: Any) -> Any:
    page = f"/dispatches/{key}"
    given = {"change": "replace", **fields} if where == "suggestions" else fields
    return desk.room.client(who).post(f"{page}/{where}", page=page, **given)


def seen(desk: Desk, who: Person, key: uuid.UUID) -> str:
    html = desk.room.client(who).get(f"/dispatches/{key}").get_data(as_text=True)
    return re.sub(r"\s+", " ", html)


def test_a_comment_is_marked_in_the_text_and_answered(desk: Desk) -> None:
    key = desk.in_review(STORY)
    fields = {"words": "at noon", "note": "Which <clock>?", "before": "opens "}
    assert send(desk, desk.editor, key, "comments", **fields).status_code == 303
    html = seen(desk, desk.author, key)
    assert re.search(
        r'<span class="remark remark-comment" id="about-comment-1">at noon</span>', html
    )
    assert "Which &lt;clock&gt;?" in html
    comment = desk.room.read().scalars(select(Comment)).one()
    reply = f"comments/{comment.id}/reply"
    assert send(desk, desk.author, key, reply, note="The port’s.").status_code == 303
    assert send(desk, desk.author, key, f"comments/{comment.id}/resolve").status_code == 303
    html = seen(desk, desk.editor, key)
    assert "Resolved by Mira Sol" in html
    assert "remark-comment" not in html
    assert send(desk, desk.editor, key, f"comments/{comment.id}/reopen").status_code == 303
    assert send(desk, desk.stranger, key, reply, note="Hm.").status_code == 404


def test_what_was_typed_is_kept_when_its_words_are_gone(desk: Desk) -> None:
    key = desk.in_review(STORY)
    answer = send(desk, desk.editor, key, "comments", words="at midnight", note="Which clock?")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "do not stand in the text any more" in html
    assert re.search(r"<textarea[^>]*>\s*Which clock\?", html)
    assert 'value="at midnight"' in html
    answer = send(desk, desk.editor, key, "suggestions", words="at midnight", new="at one")
    assert answer.status_code == 409
    assert 'value="at one"' in answer.get_data(as_text=True)


def test_a_suggestion_for_a_text_that_was_published_meanwhile_is_kept_to_copy(desk: Desk) -> None:
    key = desk.in_review(STORY)
    desk.room.act(desk.editor, Action.APPROVE, key)
    desk.room.act(desk.publisher, Action.PUBLISH, key)
    answer = send(
        desk, desk.checker, key, "suggestions", words="at noon", new="at one", note="Sic."
    )
    html = re.sub(r"\s+", " ", answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert "Nobody works on its text now" in html
    assert "<blockquote> at one </blockquote>" in html


def test_suggestions_are_accepted_one_by_one_or_all(desk: Desk) -> None:
    key = desk.in_review(STORY)
    for words, new in (("at noon", "at one"), ("at seven", "at eight"), ("ferry", "boat")):
        assert send(desk, desk.checker, key, "suggestions", words=words, new=new).status_code == 303
    html = seen(desk, desk.checker, key)
    assert "<del>at noon</del> <ins>at one</ins>" in html
    assert "Accept" not in html
    assert "Accept all 3" in seen(desk, desk.editor, key)
    rows = desk.room.read().scalars(select(Suggestion).order_by(Suggestion.made_at)).all()
    first = next(row.id for row in rows if row.new == "at one")
    answer = send(desk, desk.editor, key, "suggestions/accept", which=str(first))
    assert answer.status_code == 303
    rest = " ".join(str(row.id) for row in rows if row.id != first)
    answer = send(desk, desk.editor, key, "suggestions/decline", which=f"{rest} mangled")
    assert answer.status_code == 303
    html = seen(desk, desk.editor, key)
    assert "The harbour opens at one." in html
    assert "The ferry leaves at seven." in html
    assert "declined by Eda Lund" in html
    assert send(desk, desk.editor, key, "suggestions/accept", which=rest).status_code == 409


def test_a_return_gives_points_that_the_author_ticks_off(desk: Desk) -> None:
    key = desk.in_review(STORY)
    version = desk.room.get(key).version
    fields = {"action": "return", "version": version, "note": "Nearly.", "points": "x\n" * 41}
    answer = send(desk, desk.editor, key, "decision", **fields)
    assert answer.status_code == 409
    assert "at most 40 points" in answer.get_data(as_text=True)
    fields["points"] = "- Whose clock?\n\n2. Name the ferry"
    assert send(desk, desk.editor, key, "decision", **fields).status_code == 303
    assert desk.room.get(key).state is State.RETURNED
    html = seen(desk, desk.author, key)
    assert "2 of 2 open" in html
    assert "Whose clock?" in html
    points = desk.room.read().scalars(select(Point).order_by(Point.place)).all()
    assert [point.text for point in points] == ["Whose clock?", "Name the ferry"]
    tick = f"points/{points[0].id}/tick"
    assert send(desk, desk.checker, key, tick).status_code == 409
    assert send(desk, desk.author, key, tick).status_code == 303
    assert "1 of 2 open" in seen(desk, desk.editor, key)
    desk.room.act(desk.author, Action.FILE, key)
    assert "Mira Sol" in seen(desk, desk.editor, key)
    assert "1 of 2 open" in seen(desk, desk.editor, key)
    assert send(desk, desk.author, key, f"points/{points[0].id}/untick").status_code == 303
    assert send(desk, desk.author, key, f"points/{uuid.uuid4()}/tick").status_code == 404
