"""What readers may see, on both kinds of database."""

import pytest
from sqlalchemy import update

from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.models.shelf_place import WHOLE_SITE
from editorial.pipeline.refusal import NotThere
from editorial.site.listing import listing
from editorial.site.queries import find_article, front, newest, sections
from editorial.workflow.words import Live, Role
from tests.newsroom import Newsroom


@pytest.fixture
def mira(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


def publish(room: Newsroom, mira: Person, headline: str, urgency: int = 5) -> None:
    room.later(hours=1)
    key = room.publish(mira, headline=headline)
    with saving() as session:
        session.get_one(Dispatch, key).urgency = urgency
        shown = session.query(Publication).filter_by(dispatch_id=key).one()
        shown.urgency = urgency


def test_the_most_urgent_story_of_the_day_and_a_half_before_the_newest_leads(
    newsroom: Newsroom, mira: Person
) -> None:
    publish(newsroom, mira, "An old alarm", urgency=1)
    newsroom.later(hours=40)
    publish(newsroom, mira, "Urgent", urgency=2)
    publish(newsroom, mira, "Less urgent", urgency=3)
    publish(newsroom, mira, "Newest")
    page = front(newsroom.read())
    assert page.lead is not None
    assert page.lead.headline == "Urgent"
    assert [t.headline for t in page.latest] == ["Newest", "Less urgent", "An old alarm"]
    newsroom.later(hours=40)
    publish(newsroom, mira, "Days later")
    later = front(newsroom.read())
    assert later.lead is not None
    assert later.lead.headline == "Days later"


def test_without_an_urgent_story_the_newest_leads(newsroom: Newsroom, mira: Person) -> None:
    publish(newsroom, mira, "Weightier", urgency=4)
    publish(newsroom, mira, "Newest")
    page = front(newsroom.read())
    assert page.lead is not None
    assert page.lead.headline == "Newest"


def test_a_withdrawn_story_leaves_every_list(newsroom: Newsroom, mira: Person) -> None:
    publish(newsroom, mira, "Gone")
    publish(newsroom, mira, "Stays")
    session = newsroom.read()
    gone = session.query(Publication).filter_by(headline="Gone").one()
    address = gone.address
    with saving() as writing:
        writing.execute(
            update(Dispatch).where(Dispatch.id == gone.dispatch_id).values(live=Live.WITHDRAWAL)
        )
    session = newsroom.read()
    page = front(session)
    assert page.lead is not None
    assert (page.lead.headline, page.latest) == ("Stays", ())
    assert [t.headline for t in listing(session, "/", None, WHOLE_SITE).teasers] == ["Stays"]
    assert [row[0].headline for row in newest(session, 10)] == ["Stays"]
    with pytest.raises(NotThere):
        find_article(session, address)


def test_a_closed_desk_is_no_section_but_its_stories_keep_their_address(
    newsroom: Newsroom, mira: Person
) -> None:
    publish(newsroom, mira, "Stays")
    with saving() as session:
        session.execute(update(Desk).values(closed_at=newsroom.time))
    session = newsroom.read()
    assert sections(session) == ()
    address = session.query(Publication).one().address
    assert find_article(session, address)[0].headline == "Stays"


@pytest.mark.parametrize("url", ["/news/politics/a%00b", "/news/a%00b", "/news/a%00b/c"])
def test_an_address_that_no_database_can_hold_is_missing(newsroom: Newsroom, url: str) -> None:
    newsroom.desk()
    newsroom.app.config["PROPAGATE_EXCEPTIONS"] = False
    assert newsroom.client().get(url).status_code == 404
