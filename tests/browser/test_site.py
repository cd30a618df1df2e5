"""Every public page, looked at as readers meet them: wide and narrow, by day and by night, in
letters that run either way; and a review on its way from a reader to the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.databases import SqliteTemplate
from tests.sample import STORIES, Sample
from tests.server import Server

HEADLINES = {
    "article": "We will rebuild the bridge",
    "article-arabic": "إجلاء",
    "article-russian": "Тарн ждёт",
    "article-running": "River rises",
}


@pytest.fixture(scope="module")
def stories(sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(sqlite_template, tmp_path_factory.mktemp("stories"), STORIES)


@pytest.fixture
def site(stories: Sample, tmp_path: Path) -> Iterator[Server]:
    """The sample agency with all its stories."""
    server = stories.server(tmp_path)
    yield server.start()
    server.stop()


def addresses(reader: PersonAtBrowser) -> dict[str, str]:
    """A name and the path of each kind of public page."""
    found: dict[str, str] = {}
    links: list[list[str]] = []
    for section in ("politics", "economy", "region"):
        reader.page.goto(f"/news/{section}")
        links += reader.page.eval_on_selector_all(
            "main h2 a", "all => all.map(a => [a.textContent, a.getAttribute('href')])"
        )
    for name, headline in HEADLINES.items():
        found[name] = next(href for words, href in links if headline in words)
    story = found["article"]
    return {
        **found,
        "versions": f"{story}/versions",
        "version": f"{story}/versions/1",
        "reviews": f"{story}/reviews",
        "reviewed": f"{found['article-arabic']}/reviewed",
        "front": "/",
        "section": "/news/region",
        "correspondent": "/by/mira-solan",
        "topic": "/topics/tarn",
        "search": "/search",
        "search-found": "/search?q=bridge",
        "search-nothing": "/search?q=zeppelin",
        "about": "/about",
        "corrections": "/corrections",
        "missing": "/news/region/nothing-here",
    }


def test_axe_has_nothing_to_say_of_any_public_page(chromium: Browser, site: Server) -> None:
    reader = PersonAtBrowser(chromium, site.address)
    # The page for what is missing answers 404, which the console reports.
    reader.page.remove_listener("console", reader._listen)
    for name, path in addresses(reader).items():
        reader.page.goto(path)
        for scheme in ("light", "dark"):
            reader.page.emulate_media(color_scheme=scheme)
            reader.look(f"public-{name}-{scheme}")
    reader.page.goto("/news/region")
    reader.page.get_by_role("link", name=re.compile("إجلاء")).first.click()
    assert reader.page.locator("html").get_attribute("dir") == "rtl"
    heading = reader.page.get_by_role("heading", level=1)
    box, page = heading.bounding_box(), reader.page.viewport_size
    assert box is not None
    assert page is not None
    assert box["x"] + box["width"] > page["width"] / 2
    expect(reader.page.get_by_role("heading", name="كيف تحققنا من ذلك")).to_be_visible()


def test_a_review_goes_from_a_reader_without_scripts_to_the_page(
    chromium: Browser, site: Server
) -> None:
    reader = PersonAtBrowser(chromium, site.address, scripts=False)
    reader.page.goto("/news/politics")
    reader.page.get_by_role("link", name=re.compile("We will rebuild the bridge")).first.click()
    story = reader.page.url
    reader.page.get_by_text("Write a review").click()
    reader.page.get_by_label("Name", exact=True).fill("Ines from Odra")
    reader.page.get_by_label("Review", exact=True).fill(
        "Well told.\n\nPlease ask about the divers."
    )
    reader.page.get_by_role("button", name="Send it to the desk").click()
    expect(reader.page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert reader.page.context.cookies() == []
    reader.page.get_by_role("link", name="Back to the story").click()
    expect(reader.page.get_by_text("Ines from Odra")).to_have_count(0)

    ana = PersonAtBrowser(chromium, site.address, "ana").sign_in()
    ana.page.goto("/readers")
    ana.look("readers-waiting")
    ana.page.get_by_role("button", name="Publish the review by Ines from Odra").click()
    expect(ana.page.get_by_text("stands under the story now")).to_be_visible()
    reader.page.goto(story)
    expect(reader.page.get_by_text("Please ask about the divers.")).to_be_visible()

    ana.page.get_by_role("link", name="Published").click()
    ana.look("readers-published")
    ana.page.get_by_role("button", name="Undo the review by Ines from Odra").click()
    reader.page.goto(story)
    expect(reader.page.get_by_text("Ines from Odra")).to_have_count(0)
