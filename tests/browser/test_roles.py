"""Legal, chief, publisher and administrator do their acts by clicking."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.person import PersonAtBrowser
from tests.databases import SqliteTemplate
from tests.server import ROOT, Server

# One story in review that legal and an open quote hold up, and one that is approved.
FILL = """
from editorial.terminal.newsroom import newsroom
from editorial.demo.fill import STORIES, fill
with newsroom():
    fill([one for one in STORIES if one.slugline in ("cabinet-reshuffle", "ferry-subsidy")])
"""
HELD, READY = "Reshuffle expected before the budget, officials say", "City council doubles ferry"


@pytest.fixture
def house(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Server]:
    server = Server(sqlite_template.fresh(tmp_path), tmp_path)
    subprocess.run([sys.executable, "-c", FILL], env=server.environment, cwd=ROOT, check=True)
    yield server.start()
    server.stop()


def until(page: Page, words: str) -> None:
    """Look at the page anew until the worker has done what these words tell of."""
    for _ in range(200):
        if page.get_by_text(words).first.is_visible():
            return
        page.reload()
    pytest.fail(f"“{words}” does not come")


def test_each_does_what_their_role_is_for(chromium: Browser, house: Server) -> None:
    ada, ruth, lena, ana, omar = (
        PersonAtBrowser(chromium, house.address, name).sign_in()
        for name in ("ada", "ruth", "lena", "ana", "omar")
    )
    switch_a_gate(ada)
    set_a_hook(ada)
    override(ruth)
    pass_legal(lena)
    approve_and_read_again(ana, omar)
    publish_and_schedule(ruth)
    be_told(ruth)
    read_deliveries(ada)
    deactivate(ada)


def switch_a_gate(ada: PersonAtBrowser) -> None:
    page = ada.page
    page.get_by_role("link", name="Gates").click()
    politics = page.get_by_role("region", name="Politics")
    expect(politics).to_contain_text("keyword officials say, libel")
    expect(politics).to_contain_text("Lena Hoff")
    ada.look("gates")
    page.get_by_role("link", name="Switch the gates of Region").click()
    page.get_by_label("A second editor vouches for every dispatch").check()
    ada.look("gates-desk")
    page.get_by_role("button", name="Save").click()
    region = page.get_by_role("region", name="Region")
    expect(region.get_by_role("row", name=re.compile("^Second editor"))).to_contain_text(
        "for every dispatch"
    )


def set_a_hook(ada: PersonAtBrowser) -> None:
    page = ada.page
    page.get_by_role("link", name="Desks").click()
    page.get_by_role("link", name="Politics").click()
    page.get_by_role("link", name="Where its events are told").click()
    page.get_by_label("Address").fill("http://127.0.0.1:9/desk")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Send a trial").click()
    expect(page.get_by_text("The trial did not arrive.")).to_be_visible()
    ada.look("telling-hook")


def override(ruth: PersonAtBrowser) -> None:
    page = ruth.page
    page.get_by_role("link", name="Board", exact=True).click()
    for desk in ("Politics", "Economy", "Region"):
        expect(page.get_by_role("navigation", name="Boards")).to_contain_text(desk)
    card = page.locator("[data-card]", has_text=HELD)
    expect(card).to_contain_text("legal to pass")
    ruth.look("board-chief")
    card.get_by_role("link", name=HELD).click()
    ruth.decide("override", "I was on the call; the official reads it out twice.")
    expect(page.get_by_text("Ruth Okafor overrode the quote gate")).to_be_visible()


def pass_legal(lena: PersonAtBrowser) -> None:
    page = lena.page
    page.goto("/start")
    waiting = page.get_by_role("region", name=re.compile("^Gates to pass"))
    expect(waiting).to_contain_text("legal to pass")
    waiting.get_by_role("link", name=HELD).click()
    lena.look("review-legal")
    page.get_by_role("button", name="Pass the legal gate").click()
    expect(page.locator("#gate-legal")).to_contain_text("Lena Hoff passed it")
    page.goto("/board/politics")
    expect(page.locator("[data-card]", has_text=HELD)).to_contain_text("legal passed")


def approve_and_read_again(ana: PersonAtBrowser, omar: PersonAtBrowser) -> None:
    page = ana.page
    page.goto("/board/politics")
    page.get_by_role("link", name=HELD).click()
    vouched = page.locator("form", has_text="You vouch with your name for exactly this")
    expect(vouched).to_contain_text("passed by Ruth Okafor’s override")
    expect(vouched).to_contain_text("legal passed by Lena Hoff")
    ana.look("review-approve")
    ana.decide("approve")
    expect(page.locator(".head .state").first).to_have_text("approved")
    page = omar.page
    page.goto("/board/politics?override=unread")
    page.get_by_role("link", name=HELD).click()
    page.get_by_role("button", name="I have read it again").click()
    expect(page.get_by_text("Ruth Okafor overrode the quote gate")).to_have_count(0)


def publish_and_schedule(ruth: PersonAtBrowser) -> None:
    page = ruth.page
    page.get_by_role("link", name="Publishing").click()
    ruth.look("publishing")
    page.get_by_role("link", name=HELD).click()
    ruth.decide("publish")
    expect(page.get_by_text("You published this dispatch. Readers see it now.")).to_be_visible()
    page.goto("/publishing")
    page.get_by_role("link", name=READY).click()
    page.locator("summary", has_text="Schedule").click()
    schedule = ruth.form("schedule")
    at = datetime.now(UTC) + timedelta(days=1)
    schedule.get_by_label("Date and time").fill(at.strftime("%Y-%m-%dT18:30"))
    schedule.get_by_label("Zone").select_option("Europe/London")
    schedule.get_by_role("button").click()
    expect(page.locator(".head .state").first).to_have_text("scheduled")
    ruth.look("review-scheduled")


def be_told(ruth: PersonAtBrowser) -> None:
    page = ruth.page
    page.goto("/inbox")
    until(page, "approved cabinet-reshuffle")
    ruth.look("inbox")
    page.get_by_role("link", name="Choose how you are told").click()
    page.get_by_label("Published, by mail", exact=True).uncheck()
    ruth.look("telling-choices")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("It is kept.")).to_be_visible()
    expect(page.get_by_label("Published, by mail", exact=True)).not_to_be_checked()


def read_deliveries(ada: PersonAtBrowser) -> None:
    page = ada.page
    page.goto("/deliveries?channel=hook")
    until(page, "inner network")
    page.get_by_role("link", name="Clear").click()
    expect(page.get_by_text("Mira Solan").first).to_be_visible()
    ada.look("deliveries")


def deactivate(ada: PersonAtBrowser) -> None:
    page = ada.page
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Mira Solan").click()
    page.get_by_role("link", name="Deactivate Mira Solan…").click()
    page.get_by_label("Politics: 1 open dispatch").select_option(label="Ana Peng")
    ada.look("deactivate")
    page.get_by_role("button", name="Deactivate Mira Solan").click()
    expect(page.get_by_text("Mira Solan has left")).to_be_visible()
    expect(page.get_by_role("button", name="Bring them back")).to_be_visible()
