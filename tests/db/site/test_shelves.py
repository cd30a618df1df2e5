"""What readers find a story under, on both kinds of database."""

import uuid

import pytest
from sqlalchemy import update

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.models.shelf_place import WHOLE_SITE
from editorial.pipeline.refusal import NotThere
from editorial.site.listing import listing
from editorial.site.pages import Link
from editorial.site.shelves import about, authors, by, correspondent, linked, topic, topics
from editorial.workflow.words import Action, Live, Role
from tests.newsroom import Newsroom


@pytest.fixture
def mira(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


def publish(room: Newsroom, author: Person, keywords: list[str], **fields: str) -> uuid.UUID:
    """A dispatch with keywords, taken the whole way."""
    omar = room.person(f"Omar {uuid.uuid4().hex[:6]}", Role.EDITOR, Role.PUBLISHER)
    room.later(hours=1)
    key = room.dispatch(author, "It rained.", **fields)
    with saving() as session:
        session.get_one(Dispatch, key).keywords = keywords
    for person, action in (
        (author, Action.FILE),
        (omar, Action.CLAIM),
        (omar, Action.APPROVE),
        (omar, Action.PUBLISH),
    ):
        room.act(person, action, key)
    return key


def headlines(room: Newsroom, *conditions: object) -> list[str]:
    shown = listing(room.read(), "/", None, WHOLE_SITE, *conditions)  # type: ignore[arg-type]
    return [teaser.headline for teaser in shown.teasers]


def test_a_story_is_found_under_each_name_and_each_keyword(
    newsroom: Newsroom, mira: Person
) -> None:
    key = publish(
        newsroom, mira, ["Inner Sea", "floods"], byline="Mira Sol and Анна Коваль", headline="One"
    )
    publish(newsroom, mira, ["inner  sea", "Inner Sea", "…"], byline="mira sol", headline="Two")
    assert headlines(newsroom, by("mira-sol")) == ["Two", "One"]
    assert headlines(newsroom, by("анна-коваль")) == ["One"]
    assert headlines(newsroom, about("inner-sea")) == ["Two", "One"]
    assert headlines(newsroom, about("floods")) == ["One"]
    session = newsroom.read()
    publication = session.query(Publication).filter_by(dispatch_id=key).one()
    assert [one.name for one in authors(session, [publication.id])[publication.id]] == [
        "Mira Sol",
        "Анна Коваль",
    ]
    assert topics(session, [publication.id])[publication.id] == (
        Link("Inner Sea", "/topics/inner-sea"),
        Link("floods", "/topics/floods"),
    )
    assert correspondent(session, "mira-sol") == Link("mira sol", "/by/mira-sol")
    assert topic(session, "inner-sea").name == "inner  sea"


def test_a_name_without_a_live_story_has_no_page(newsroom: Newsroom, mira: Person) -> None:
    key = publish(newsroom, mira, ["floods"])
    with saving() as session:
        session.execute(update(Dispatch).where(Dispatch.id == key).values(live=Live.WITHDRAWAL))
    session = newsroom.read()
    for find, slug in ((correspondent, "mira-sol"), (topic, "floods")):
        with pytest.raises(NotThere):
            find(session, slug)
    assert headlines(newsroom, by("mira-sol")) == []


def test_keywords_are_taken_when_the_story_goes_live(newsroom: Newsroom, mira: Person) -> None:
    key = publish(newsroom, mira, ["floods"])
    with saving() as session:
        session.get_one(Dispatch, key).keywords = ["secret plan"]
    with pytest.raises(NotThere):
        topic(newsroom.read(), "secret-plan")
    assert headlines(newsroom, about("floods")) == ["Rain over the capital"]


@pytest.mark.parametrize(
    ("byline", "names", "pieces"),
    [
        ("By A and B", ("A", "B"), ["By ", "A/", " and ", "B/"]),
        ("A", ("A",), ["A/"]),
        ("", (), []),
        ("A, in B", ("A",), ["A/", ", in B"]),
    ],
)
def test_a_byline_is_shown_as_written(
    byline: str, names: tuple[str, ...], pieces: list[str]
) -> None:
    shown = linked(byline, [Link(name, "/") for name in names])
    assert [piece.name + piece.url for piece in shown] == pieces
    assert "".join(piece.name for piece in shown) == byline
