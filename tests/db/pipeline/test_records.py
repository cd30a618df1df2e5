"""The record that is kept between two askers."""

from sqlalchemy import select

from editorial.models.source import Source, Terms
from editorial.pipeline.records import record_of
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Role
from tests.newsroom import Newsroom


def test_the_same_sources_are_indexed_once(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, "It rained.")
    newsroom.attach(dispatch, author, "MINISTER AKAN:  It will run every hour.")
    session = newsroom.read()
    [source] = session.scalars(select(Source))
    first = record_of([source], vault_beside(session))
    assert record_of([source], vault_beside(session)) is first


def test_what_a_finding_says_of_a_source_is_never_the_kept_one_s(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, "It rained.")
    newsroom.attach(dispatch, author, "MINISTER AKAN:  It will run every hour.")
    session = newsroom.read()
    [source] = session.scalars(select(Source))
    first = record_of([source], vault_beside(session))
    source.terms = Terms.BACKGROUND
    second = record_of([source], vault_beside(session))
    session.rollback()
    assert first.sources[str(source.id)].terms == "on_the_record"
    assert second.sources[str(source.id)].terms == "background"
    assert record_of([], vault_beside(session)).sources == {}
