"""The sample agency shows what it promises, and asking twice changes nothing."""

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


def test_the_sample_is_as_it_says_and_filling_twice_changes_nothing(newsroom: Newsroom) -> None:
    """In one: filling is by far the longest part of it."""
    fill()
    _every_story_has_come_as_far_as_its_sample_says(newsroom)
    _the_quotes_show_each_kind_of_finding(newsroom)
    unread = select(func.count()).select_from(Override).where(Override.read_at.is_(None))
    assert newsroom.read().scalar(unread) == 1
    before = newsroom.read().scalar(select(func.count()).select_from(LogEntry))
    fill()
    session = newsroom.read()
    assert session.scalar(select(func.count()).select_from(LogEntry)) == before
    assert session.scalar(select(func.count()).select_from(Person)) == len(PEOPLE)
    assert verify(session).fault is None


def _every_story_has_come_as_far_as_its_sample_says(filled: Newsroom) -> None:
    states = {row.slugline: row.state for row in filled.read().scalars(select(Dispatch))}
    assert states == {story.slugline: story.state for story in STORIES}
    assert set(states.values()) == set(State)
    shut = select(Dispatch.slugline, DispatchGate.gate).join(
        DispatchGate, DispatchGate.dispatch_id == Dispatch.id
    )
    waiting = filled.read().execute(shut.where(DispatchGate.stands == Stands.SHUT))
    assert [tuple(row) for row in waiting] == [("cabinet-reshuffle", Gate.LEGAL)]


def _the_quotes_show_each_kind_of_finding(filled: Newsroom) -> None:
    session = filled.read()
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
