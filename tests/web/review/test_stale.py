"""Whoever acts on an old page is told what happened meanwhile, and keeps what they typed."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from editorial.models.person import Person
from editorial.workflow.words import Action
from tests.newsroom import Newsroom
from tests.web.review.harbour import CLEAN, INVENTED, Desk

STORY = f"{CLEAN}\n\n{INVENTED}"
Meanwhile = Callable[[Desk, uuid.UUID], object]


def taken_over(desk: Desk, key: uuid.UUID) -> None:
    desk.room.act(desk.second, Action.TAKE_OVER, key, note="You went home.")


def corrected(desk: Desk, key: uuid.UUID) -> None:
    desk.room.write(key, desk.second, "“I never wished for it,” Reker said.")
    desk.room.act(desk.second, Action.REVISE, key)


def claimed(desk: Desk, key: uuid.UUID) -> None:
    desk.room.act(desk.second, Action.CLAIM, key)


def approved(desk: Desk, key: uuid.UUID) -> None:
    desk.room.act(desk.second, Action.APPROVE, key)


def unapproved(desk: Desk, key: uuid.UUID) -> None:
    desk.room.act(desk.second, Action.UNAPPROVE, key, note="Wait for the port.")


def open_quote(desk: Desk, key: uuid.UUID) -> str:
    return desk.quote(key, "I wish we had begun").key


@dataclass(frozen=True)
class Case:
    """What someone sends from a page that was made before ``meanwhile``."""

    begin: str
    meanwhile: Meanwhile
    where: str
    told: str
    typed: dict[str, str] = field(default_factory=dict)
    by: str = "editor"
    story: str = CLEAN


CASES = {
    "approve": Case("in_review", taken_over, "decision", "took over"),
    "return": Case(
        "in_review",
        approved,
        "decision",
        "approved",
        {"note": "The second quote!", "points": "Name the ferry"},
    ),
    "claim": Case("filed", claimed, "decision", "claimed"),
    "claim on the board": Case("filed", claimed, "board", "claimed"),
    "settle": Case(
        "in_review",
        corrected,
        "quotes/settle",
        "corrected the text of",
        {"note": "I stood beside him.", "contact": "Reker"},
        story=STORY,
    ),
    "comment": Case(
        "in_review",
        corrected,
        "comments",
        "corrected the text of",
        {"words": "never refused a ship", "note": "Since when?"},
    ),
    "suggest": Case(
        "in_review",
        corrected,
        "suggestions",
        "corrected the text of",
        {"words": "never refused a ship", "new": "never turned a ship away"},
    ),
    "publish": Case("approved", unapproved, "decision", "took back the approval", by="publisher"),
    "schedule": Case(
        "approved",
        unapproved,
        "decision",
        "took back the approval",
        {"publish_at": "2026-12-24T18:30", "zone": "Europe/Kyiv"},
        by="publisher",
    ),
}


@pytest.mark.parametrize("act", CASES)
def test_an_old_page_tells_what_happened_and_keeps_what_was_typed(
    sqlite_newsroom: Newsroom, act: str
) -> None:
    case, desk = CASES[act], Desk(sqlite_newsroom)
    key: uuid.UUID = getattr(desk, case.begin)(case.story)
    who: Person = getattr(desk, case.by)
    sent = {"action": act.split()[0], "version": str(desk.room.get(key).version), **case.typed}
    if case.where == "quotes/settle":
        sent |= {"quote": open_quote(desk, key), "kind": "heard"}
    if case.where == "suggestions":
        sent["change"] = "replace"
    page = f"/dispatches/{key}"
    case.meanwhile(desk, key)
    before = desk.room.get(key).version
    answer = desk.room.client(who).post(f"{page}/{case.where}", page=page, **sent)
    html = re.sub(r"\s+", " ", answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert desk.room.get(key).version == before
    said = re.search(
        r"This page was older than the dispatch\. Omar Dale \(editor\) (.*?)</li>", html
    )
    assert said is not None
    assert case.told in said[1]
    for name, words in case.typed.items():
        kept = re.search(rf'(>|value=")\s*{re.escape(words)}\s*(<|")', html)
        assert kept or name == "zone", name
