"""Two people in one text at once: they merge, see each other, and lose no word."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.person import PersonAtBrowser
from tests.server import Server

SAVED = "Saved at the desk."


def begin(mira: PersonAtBrowser, *lines: str) -> str:
    """A dispatch that saved itself while it was typed; the address where it is written."""
    page = mira.page
    page.goto("/dispatches/new")
    page.get_by_label("Headline").fill("Bridge to be rebuilt")
    page.get_by_label("Slugline").fill("bridge-rebuild")
    mira.write("\n".join(lines))
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}/edit$"))
    expect(page.locator(".editor-where")).to_have_text(SAVED)
    return page.url


def text(page: Page) -> str:
    found: list[str] = page.locator(".editor-text > *").evaluate_all(
        "blocks => blocks.map(block => block.textContent.replaceAll('\\u2060', ''))"
    )
    return "\n".join(found)


def test_a_dispatch_saves_itself_and_two_people_write_in_it_at_once(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    address = begin(mira, "It rained in Vesna.", "The quay was shut.")
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    omar.page.goto(address)
    expect(omar.page.get_by_label("Headline")).to_have_value("Bridge to be rebuilt")
    assert text(omar.page) == "It rained in Vesna.\nThe quay was shut."
    expect(mira.page.locator(".editor-here")).to_contain_text("Omar", timeout=10_000)

    mira.page.get_by_label("Text", exact=True).focus()
    mira.page.keyboard.press("Control+Home")
    omar.page.get_by_label("Text", exact=True).focus()
    omar.page.keyboard.press("Control+End")
    for number in range(12):
        mira.page.keyboard.type(f"a{number} ")
        omar.page.keyboard.type(f" z{number}")
    before = " ".join(f"a{number}" for number in range(12))
    after = " ".join(f"z{number}" for number in range(12))
    whole = f"{before} It rained in Vesna.\nThe quay was shut. {after}"
    for page in (mira.page, omar.page):
        expect(page.locator(".editor-text")).to_contain_text("a11 It rained in Vesna.")
        expect(page.locator(".editor-text")).to_contain_text("z10 z11")
        expect(page.locator(".editor-where")).to_have_text(SAVED)
        assert text(page) == whole
    expect(mira.page.locator(".other-name")).to_have_attribute("data-name", re.compile("Omar"))
    omar.look("shared")

    # What another typed is theirs to take back.
    omar.page.get_by_label("Headline").fill("Bridge to be rebuilt in steel")
    expect(mira.page.get_by_label("Headline")).to_have_value("Bridge to be rebuilt in steel")
    mira.page.get_by_label("Text", exact=True).focus()
    for _ in range(4):
        mira.page.keyboard.press("Control+z")
    expect(mira.page.locator(".editor-text")).not_to_contain_text("a11 It rained")
    expect(mira.page.locator(".editor-text")).to_contain_text("z10 z11")
    omar.page.reload()
    expect(omar.page.locator(".editor-text")).to_contain_text("z10 z11")
    assert not mira.complaints + omar.complaints


def test_words_typed_without_a_link_arrive_when_it_is_back(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    address = begin(mira, "It rained.")
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    omar.page.goto(address)
    mira.page.context.set_offline(True)
    mira.page.keyboard.type(" Then it stopped.")
    expect(mira.page.locator(".editor-where")).to_contain_text("can’t be reached", timeout=10_000)
    mira.page.get_by_role("button", name="Save draft").click()
    expect(mira.page.locator(".editor-said")).to_contain_text("still here")
    omar.page.get_by_label("Text", exact=True).focus()
    omar.page.keyboard.press("Control+Home")
    omar.page.keyboard.type("On Monday: ")
    expect(omar.page.locator(".editor-where")).to_have_text(SAVED)
    mira.page.context.set_offline(False)
    for page in (mira.page, omar.page):
        expect(page.locator(".editor-text")).to_contain_text(
            "On Monday: It rained. Then it stopped.", timeout=15_000
        )
    expect(mira.page.locator(".editor-where")).to_have_text(SAVED)


def test_a_server_that_was_killed_takes_what_was_typed_meanwhile(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    address = begin(mira, "It rained.")
    server.kill()
    mira.page.keyboard.type(" Then it stopped.")
    expect(mira.page.locator(".editor-where")).to_contain_text("can’t be reached", timeout=10_000)
    server.start()
    expect(mira.page.locator(".editor-where")).to_have_text(SAVED, timeout=20_000)
    other = PersonAtBrowser(chromium, server.address, "mira", scripts=False).sign_in()
    other.page.goto(address)
    expect(other.page.get_by_label("Text", exact=True)).to_have_value("It rained. Then it stopped.")
