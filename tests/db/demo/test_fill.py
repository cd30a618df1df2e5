"""The sample agency shows what it promises, and asking twice changes nothing."""

import pytest
from sqlalchemy import func, select

from editorial.demo.fill import STORIES, fill
from editorial.demo.people import PEOPLE
from editorial.ledger.verify import verify
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.log_entry import LogEntry
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.pipeline.gather import gather
from editorial.workflow.words import Gate, State
from tests.newsroom import Newsroom


@pytest.fixture
def filled(newsroom: Newsroom) -> Newsroom:
    fill()
    return newsroom


def test_every_story_has_come_as_far_as_its_sample_says(filled: Newsroom) -> None:
    states = {row.slugline: row.state for row in filled.read().scalars(select(Dispatch))}
    assert states == {story.slugline: story.state for story in STORIES}
    assert set(states.values()) == set(State)
    shut = select(Dispatch.slugline, DispatchGate.gate).join(
        DispatchGate, DispatchGate.dispatch_id == Dispatch.id
    )
    waiting = filled.read().execute(shut.where(DispatchGate.stands == Stands.SHUT))
    assert [tuple(row) for row in waiting] == [("cabinet-reshuffle", Gate.LEGAL)]


def test_the_quotes_show_each_kind_of_finding(sqlite_newsroom: Newsroom) -> None:
    fill()
    filled, session = sqlite_newsroom, sqlite_newsroom.read()
    found: dict[str, set[str]] = {}
    for dispatch in session.scalars(select(Dispatch)):
        for quote in gather(session, dispatch, None, filled.time).evidence.quotes:
            found.setdefault(quote.finding.verdict, set()).add(dispatch.slugline)
    expected = {
        "verbatim": "bridge-rebuild",
        "light_edit": "frost-fund",
        "altered": "bridge-resignation",
        "meaning_changed": "rates-january",
        "misattributed": "bridge-divers",
        "spliced": "marsh-portrait",
        "not_found": "yard-buyer",
    }
    assert {verdict: slug in found[verdict] for verdict, slug in expected.items()} == dict.fromkeys(
        expected, True
    )


def test_filling_twice_changes_nothing(filled: Newsroom) -> None:
    unread = select(func.count()).select_from(Override).where(Override.read_at.is_(None))
    assert filled.read().scalar(unread) == 1
    before = filled.read().scalar(select(func.count()).select_from(LogEntry))
    fill()
    session = filled.read()
    assert session.scalar(select(func.count()).select_from(LogEntry)) == before
    assert session.scalar(select(func.count()).select_from(Person)) == len(PEOPLE)
    assert verify(session).fault is None
