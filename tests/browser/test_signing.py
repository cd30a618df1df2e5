"""An open page while its person signs out and in again in another tab, someone else between."""

from playwright.sync_api import Browser, Page, expect

from editorial.demo.people import PASSWORD
from tests.browser.person import PersonAtBrowser
from tests.browser.test_offline import WORDS, choose_pin
from tests.browser.test_shared import SAVED, begin
from tests.server import Server


def sign_in(page: Page, name: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(f"{name}@meridian.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/start")


def sign_out(page: Page) -> None:
    page.goto("/profile")
    page.locator('form[action="/sign-out"] button').first.click()
    page.wait_for_url("**/sign-in**")


def test_an_open_page_is_closed_by_signing_out_and_goes_on_for_its_own_person_alone(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    begin(mira, WORDS)
    page = mira.page
    choose_pin(page)
    where = page.locator(".editor-where")
    expect(where).to_have_text(SAVED)
    other = page.context.new_page()
    sign_out(other)
    page.get_by_label("Headline").fill("Bridge to be rebuilt at once")
    expect(where).to_contain_text("You are signed out.", timeout=15_000)
    # The place on this device is closed, so that whoever comes next finds it sealed.
    expect(where).to_contain_text("Only on this page, so keep it open.")
    sign_in(other, "omar")
    expect(where).to_contain_text("You are signed out.")
    sign_out(other)
    sign_in(other, "mira")
    expect(where).to_have_text(SAVED, timeout=30_000)
    other.goto(page.url)
    expect(other.get_by_label("Headline")).to_have_value("Bridge to be rebuilt at once")
    expect(other.get_by_label("PIN on this device")).to_be_visible(timeout=15_000)
