"""The look of the site, set by an administrator who sees it first."""

from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.server import Server

# A page of the site is rendered for the first time.
SLOW = 30_000


def test_the_look_is_seen_in_the_frame_before_readers_have_it(
    chromium: Browser, server: Server
) -> None:
    ada = PersonAtBrowser(chromium, server.address, "ada").sign_in()
    page = ada.page
    page.goto("/settings")
    page.get_by_role("link", name="Name and look of the site").click()
    frame = page.frame_locator("iframe[name=look-frame]")
    expect(frame.get_by_text("Nothing is published yet")).to_be_visible(timeout=SLOW)
    page.get_by_label("Tagline").fill("From the water")
    expect(frame.get_by_text("From the water")).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name="Night").check()
    night = "rgb(22, 21, 18)"
    expect(frame.locator("body")).to_have_css("background-color", night, timeout=SLOW)
    page.get_by_label("Links", exact=True).first.fill("#c0c0c0")
    expect(page.locator("#look-faults")).to_contain_text("text needs 4.5 to 1", timeout=SLOW)
    page.get_by_role("radio", name="Desk").check()
    ada.look("look")
    page.get_by_role("button", name="Save for all readers").click()
    expect(page.get_by_role("alert")).to_contain_text("Links: Too close to the paper")
    page.get_by_role("button", name="Back to the house’s own colours").click()
    page.get_by_role("button", name="Save for all readers").click()
    expect(page.get_by_text("The look is saved.")).to_be_visible()

    reader = PersonAtBrowser(chromium, server.address)
    reader.page.goto("/")
    expect(reader.page.get_by_text("From the water")).to_be_visible()
