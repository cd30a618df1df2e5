"""Settings: read once a transaction, and never older than what was changed."""

import pytest

from editorial.models.saving import reading, saving
from editorial.models.setting import Setting, setting
from tests.newsroom import Newsroom

NAME = "agency.name"


def test_a_changed_setting_is_seen_at_once_and_one_that_was_undone_is_not(
    newsroom: Newsroom,
) -> None:
    with saving() as session:
        assert setting(session, NAME) == "Newsroom"
        session.merge(Setting(key=NAME, value="Courier"))
        session.flush()
        assert setting(session, NAME) == "Courier"
    assert setting(reading(), NAME) == "Courier"
    session = reading()
    session.merge(Setting(key=NAME, value="Lost"))
    session.flush()
    assert setting(session, NAME) == "Lost"
    session.rollback()
    assert setting(reading(), NAME) == "Courier"
    with pytest.raises(KeyError):
        setting(reading(), "agency.nonsense")
