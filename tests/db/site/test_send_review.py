"""A flood of reviews is bounded on both kinds of database, and costs no more as it lasts."""

import uuid

import pytest
from sqlalchemy import event

from editorial.models.database import db
from editorial.models.reader_review import ReaderReview
from editorial.models.saving import reading, saving
from editorial.site.send_review import FROM_A_NETWORK, TooMany, keep_review, weigh_flood
from editorial.workflow.words import Role
from tests.newsroom import Newsroom


def test_a_network_that_floods_is_refused_by_one_bounded_count(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    key = newsroom.publish(mira)
    for number in range(FROM_A_NETWORK[0][0]):
        with saving() as session:
            keep_review(session, key, "Ines", f"{number}", "network", newsroom.time)
    asked: list[str] = []

    def listen(_c: object, _k: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    newsroom.read()
    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        with pytest.raises(TooMany):
            weigh_flood(reading(), key, "network", newsroom.time)
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)
    questions = [one for one in asked if "reader_review" in one]
    assert len(questions) == 1
    assert "LIMIT" in questions[0]
    assert newsroom.read().query(ReaderReview).count() == FROM_A_NETWORK[0][0]


def test_a_refused_review_leaves_nothing_behind(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    key = newsroom.publish(mira)
    most = FROM_A_NETWORK[0][0]
    for number in range(most + 5):
        try:
            with saving() as session:
                keep_review(session, key, "Ines", f"{number} {uuid.uuid4()}", "n", newsroom.time)
        except TooMany:
            continue
    assert newsroom.read().query(ReaderReview).count() == most
