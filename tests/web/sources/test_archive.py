"""The page that looks a quote up in the archive, and the way there and back."""

import re
import uuid
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.worker import do_one
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

SAID = "The lighthouse keeps its lamp until the mole is finished"
STORY = f"“{SAID},” Varga said.\n\n“Nobody ever wrote this down anywhere,” Varga said."
LINK = re.compile(r'href="(/dispatches/[^"]+/quotes/[^"]+/archive)"')


class Story:
    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        colleague = room.person("Karl Ode", Role.CORRESPONDENT)
        old = room.dispatch(colleague, "It rained.", headline="Lamps over the quay")
        title = "Talk <b>at the quay</b>"
        room.attach(old, colleague, f"MINISTER VARGA:  {SAID}.\n", title=title)
        self.dispatch = room.dispatch(self.author, STORY)
        self.url = f"/dispatches/{self.dispatch}"
        room.later(minutes=1)
        with room.app.app_context():
            while do_one(room.app):
                pass

    def browser(self, person: Person | None = None) -> Browser:
        return self.room.client(person or self.author)

    def links(self, browser: Browser) -> list[str]:
        return LINK.findall(browser.get(self.url).text)


@pytest.fixture
def story(sqlite_newsroom: Newsroom) -> Story:
    return Story(sqlite_newsroom)


def attach(browser: Browser, page: str, **fields: Any) -> Any:
    source = re.findall(r'name="source" value="([^"]+)"', browser.get(page).text)
    return browser.post(page, **{"source": source[0] if source else "", **fields})


def test_a_quote_that_is_not_in_the_record_leads_to_the_archive_and_back_with_its_source(
    story: Story,
) -> None:
    browser = story.browser()
    found, unknown = story.links(browser)
    html = browser.get(found).text
    assert "in the record, word for word" in html
    assert "Talk &lt;b&gt;at the quay&lt;/b&gt;" in html
    assert "Lamps over the quay" in html
    answer = attach(browser, found)
    assert (answer.status_code, answer.location) == (303, f"{story.url}#quotes")
    assert "is on the record." in browser.get(story.url).text
    # The first quote is borne out now; the second is where it was.
    assert story.links(browser) == [unknown]


def test_where_nothing_is_found_the_page_says_what_was_asked_and_what_to_do(story: Story) -> None:
    browser = story.browser()
    html = browser.get(story.links(browser)[1]).text
    assert "Nothing like it was found" in html
    assert "1 source of other dispatches" in html
    assert f'href="{story.url}/sources/new"' in html


def test_what_is_attached_already_is_refused_with_a_sentence(story: Story) -> None:
    browser = story.browser()
    link = story.links(browser)[0]
    attach(browser, link)
    again = attach(browser, story.links(browser)[0], source=source_of(story, browser))
    assert again.status_code == 409
    assert "It is on the record of this dispatch already" in again.text


def source_of(story: Story, browser: Browser) -> str:
    found = re.findall(r"/sources/([0-9a-f-]{36})", browser.get(story.url).text)
    return str(found[0])


@pytest.mark.parametrize("source", ["", "x", str(uuid.UUID(int=1))])
def test_a_source_that_is_not_there_can_not_be_attached(story: Story, source: str) -> None:
    browser = story.browser()
    assert attach(browser, story.links(browser)[0], source=source).status_code == 404


def test_someone_of_another_desk_has_no_such_page(story: Story) -> None:
    links = story.links(story.browser())
    stranger = story.browser(story.room.person("Ada Brix", Role.EDITOR, desk="Sport"))
    assert [stranger.get(link).status_code for link in links] == [404, 404]
    assert attach(stranger, links[0], source=str(uuid.UUID(int=1))).status_code in (400, 404)


def test_a_quote_that_is_not_in_the_story_has_no_such_page(story: Story) -> None:
    assert story.browser().get(f"{story.url}/quotes/{'0' * 64}/archive").status_code == 404
