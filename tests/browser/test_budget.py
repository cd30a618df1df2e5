"""A story is planned, accepted, begun and seen on the board, by clicking."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.server import Server


def test_an_assignment_becomes_a_dispatch(chromium: Browser, server: Server) -> None:
    ana = PersonAtBrowser(chromium, server.address, "ana").sign_in()
    page = ana.page
    page.goto("/budget")
    ana.look("budget-empty")
    page.get_by_role("link", name="Assign on Politics").click()
    page.get_by_label("What", exact=True).fill("Bridge opens to traffic")
    page.get_by_label("Slugline").fill("bridge-opens")
    due = datetime.now(UTC) + timedelta(days=1)
    page.get_by_label("By when").fill(due.strftime("%Y-%m-%dT12:00"))
    page.get_by_label(re.compile("^Who")).select_option(label="Mira Solan")
    page.get_by_label(re.compile("^Where")).fill("PORT VESNA")
    ana.look("budget-assign")
    page.get_by_role("button", name="Assign").click()
    expect(page.get_by_text("not answered")).to_be_visible()
    ana.look("budget")

    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    mira.page.goto("/start")
    mira.look("start-asked")
    mira.page.get_by_role("button", name=re.compile("^Accept.*Bridge opens")).click()
    expect(mira.page.get_by_text("You accepted it.")).to_be_visible()
    mira.page.get_by_role("link", name="Bridge opens to traffic").first.click()
    mira.look("budget-assignment")
    mira.page.get_by_role("button", name="Begin the dispatch").click()
    mira.page.wait_for_url(re.compile("/edit$"))
    expect(mira.page.get_by_label("Headline")).to_have_value("Bridge opens to traffic")
    expect(mira.page.get_by_label("Slugline")).to_have_value("bridge-opens")

    page.goto("/board/politics")
    expect(page.locator('[data-state="draft"]')).to_contain_text("Bridge opens to traffic")
    expect(page.locator('[data-state="draft"] [data-due]')).to_be_visible()
    page.goto("/board/politics/time")
    ana.look("board-time")
    page.goto("/calendar")
    page.get_by_role("button", name="Make an address").click()
    expect(page.locator("code")).to_contain_text(".ics")
    ana.look("budget-calendar")
