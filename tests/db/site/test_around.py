"""What stands around an article, on both kinds of database."""

import uuid

import pytest

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.publication_keyword import PublicationKeyword
from editorial.models.saving import saving
from editorial.site.around import BRIEFS, around
from editorial.site.pages import Around, Teaser
from editorial.workflow.words import Live, Role
from tests.newsroom import Newsroom


@pytest.fixture
def mira(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


def story(
    room: Newsroom,
    mira: Person,
    headline: str,
    *,
    slugline: str = "",
    keywords: tuple[str, ...] = (),
    desk: str = "Politics",
    language: str = "en",
) -> uuid.UUID:
    room.later(hours=1)
    key = room.publish(mira, headline=headline, language=language)
    with saving() as session:
        dispatch = session.get_one(Dispatch, key)
        dispatch.slugline = slugline or headline.lower()
        publication = session.query(Publication).filter_by(dispatch_id=key).one()
        publication.desk_id = room.desk(desk)
        for place, keyword in enumerate(keywords):
            session.add(
                PublicationKeyword(
                    publication_id=publication.id, slug=keyword, keyword=keyword, place=place
                )
            )
    return key


def of(room: Newsroom, headline: str) -> Around:
    session = room.read()
    publication = session.query(Publication).filter_by(headline=headline).one()
    return around(session, publication, session.get_one(Desk, publication.desk_id))


def names(teasers: tuple[Teaser, ...]) -> list[str]:
    return [one.headline for one in teasers]


def test_the_newest_of_the_section_and_of_the_others_stand_apart(
    newsroom: Newsroom, mira: Person
) -> None:
    story(newsroom, mira, "Rates", desk="Economy")
    for headline in ("One", "Two", "Three"):
        story(newsroom, mira, headline)
    found = of(newsroom, "Three")
    assert names(found.briefs) == ["Two", "One"]
    assert names(found.latest) == ["Rates"]
    assert (found.earlier, found.later, found.related) == (None, None, ())


def test_what_is_published_later_changes_no_list_of_an_older_page(
    newsroom: Newsroom, mira: Person
) -> None:
    for headline in ("One", "Two", "Three"):
        story(newsroom, mira, headline, keywords=("bridge",))
    found = of(newsroom, "Two")
    assert names(found.related) == ["One"]
    assert found.briefs == ()


def test_a_running_story_leads_back_and_on_and_is_in_no_other_list(
    newsroom: Newsroom, mira: Person
) -> None:
    for headline in ("First", "Second", "Third", "Fourth"):
        story(newsroom, mira, headline, slugline="flood")
    story(newsroom, mira, "Another flood", slugline="flood", desk="Economy")
    found = of(newsroom, "Third")
    assert found.earlier is not None
    assert found.later is not None
    assert (found.earlier.headline, found.later.headline) == ("Second", "Fourth")
    assert names(found.briefs) == ["First"]
    assert of(newsroom, "First").earlier is None
    assert of(newsroom, "Fourth").later is None


def test_the_story_that_shares_most_keywords_comes_first(newsroom: Newsroom, mira: Person) -> None:
    story(newsroom, mira, "Both", keywords=("bridge", "money"))
    story(newsroom, mira, "One of them", keywords=("bridge",))
    story(newsroom, mira, "Neither", keywords=("fish",))
    story(newsroom, mira, "Auf Deutsch", keywords=("bridge", "money"), language="de")
    story(newsroom, mira, "Here", keywords=("bridge", "money"))
    found = of(newsroom, "Here")
    assert names(found.related) == ["Both", "One of them"]
    assert not set(names(found.related)) & set(names(found.briefs))


def test_every_list_is_bounded(newsroom: Newsroom, mira: Person) -> None:
    for number in range(BRIEFS + 3):
        story(newsroom, mira, f"Story {number}", keywords=("bridge",))
    found = of(newsroom, f"Story {BRIEFS + 2}")
    assert (len(found.briefs), len(found.related)) == (3, 4)


def test_what_is_withdrawn_stands_nowhere(newsroom: Newsroom, mira: Person) -> None:
    story(newsroom, mira, "Here", slugline="flood", keywords=("bridge",))
    gone = story(newsroom, mira, "Gone", slugline="flood", keywords=("bridge",))
    with saving() as session:
        session.get_one(Dispatch, gone).live = Live.WITHDRAWAL
    found = of(newsroom, "Here")
    assert (found.later, found.related, found.briefs, found.latest) == (None, (), (), ())
