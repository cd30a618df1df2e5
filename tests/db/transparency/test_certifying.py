"""Many publications without an entry that certifies them, on both databases."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.verify import verify
from editorial.models.certification import Certification
from editorial.models.log_entry import LogHead
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.transparency import certifying
from editorial.transparency.certified import vouched_for
from editorial.transparency.jobs import checkpoint
from editorial.workflow.words import Role
from tests.newsroom import Newsroom
from tests.witnessing import work


@pytest.fixture
def five(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> list[uuid.UUID]:
    """Five stories, oldest first, of which two are looked at together."""
    monkeypatch.setattr(certifying, "A_BATCH", 2)
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    for number in range(5):
        newsroom.publish(author, f"It rained for the {number}th day.")
        newsroom.later(seconds=1)
    rows = newsroom.read().scalars(select(Publication).order_by(Publication.published_at))
    return [one.id for one in rows]


def certified(room: Newsroom) -> list[uuid.UUID]:
    """Which were, in the order of their entries."""
    query = select(Certification.publication_id).order_by(Certification.sequence)
    return list(room.read().scalars(query))


def test_all_are_certified_in_transactions_of_a_few(
    newsroom: Newsroom, five: list[uuid.UUID]
) -> None:
    checkpoint({}, newsroom.time)
    assert certified(newsroom) == [*five[3:], *five[1:3], five[0]]
    session = newsroom.read()
    kept = newest_checkpoint(session)
    assert kept is not None
    assert kept.size == session.get_one(LogHead, 1).size
    assert verify(session).fault is None
    checkpoint({}, newsroom.time)
    assert len(certified(newsroom)) == 5


def test_a_job_leaves_the_rest_to_another(
    newsroom: Newsroom, five: list[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certifying, "MOST", 2)
    checkpoint({}, newsroom.time)
    assert certified(newsroom) == five[3:]
    assert newest_checkpoint(newsroom.read()) is not None, "what there is, is signed"
    work(newsroom)
    assert sorted(certified(newsroom)) == sorted(five)


def test_what_nobody_vouches_for_keeps_nothing_else_waiting(
    newsroom: Newsroom, five: list[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_the_oldest(session: Session, publication: Publication) -> dict[str, Any] | None:
        return vouched_for(session, publication) if publication.id == five[0] else None

    monkeypatch.setattr(certifying, "vouched_for", of_the_oldest)
    checkpoint({}, newsroom.time)
    assert certified(newsroom) == five[:1]


def test_one_that_was_certified_meanwhile_is_not_again(
    newsroom: Newsroom, five: list[uuid.UUID]
) -> None:
    found = certifying.waiting(newsroom.read(), None)
    assert [one.place.id for one in found] == [five[4], five[3]]
    checkpoint({}, newsroom.time)
    with saving() as session:
        certifying.certify(session, found, newsroom.time)
    assert len(certified(newsroom)) == 5


def test_what_was_certified_before_it_failed_is_signed(
    newsroom: Newsroom, five: list[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(session: Session, publication: Publication) -> dict[str, Any] | None:
        if publication.id == five[2]:
            raise RuntimeError("no more")
        return vouched_for(session, publication)

    monkeypatch.setattr(certifying, "vouched_for", fails)
    with pytest.raises(RuntimeError, match="no more"):
        checkpoint({}, newsroom.time)
    assert certified(newsroom) == five[3:]
    session = newsroom.read()
    kept = newest_checkpoint(session)
    assert kept is not None
    assert kept.size == session.get_one(LogHead, 1).size
