"""The board, worked by keyboard alone, and kept up to date by itself."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.sample import run
from tests.server import Server

# Filed by Mira; a second later in the queue. Enough to go up and down in.
STORIES = """
from datetime import UTC, datetime, timedelta
import uuid
from sqlalchemy import select
from editorial.document.content import Content
from editorial.document.markdown import from_markdown
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.perform import perform
from editorial.pipeline.write import copy_figures
from editorial.terminal.newsroom import newsroom
from editorial.workflow.words import Action
with newsroom(), saving() as session:
    now = datetime.now(UTC) - timedelta(minutes=50)
    mira = session.scalars(select(Person).where(Person.email.startswith("mira"))).one()
    desk = session.scalars(select(Desk).where(Desk.name == "Politics")).one()
    for number, headline in enumerate(("Harbour opens", "Ferry sails", "Bridge stands")):
        at = now + timedelta(minutes=number)
        content = Content(headline=headline, summary="So it is.", dateline_place="PORT VESNA",
            dateline_date=at.date(), byline="Mira Solan", body=from_markdown("It rained again."))
        slugline = headline.lower().replace(" ", "-")
        one = Dispatch(id=uuid.uuid4(), desk_id=desk.id, slugline=slugline, headline=headline,
            moved_at=at, created_at=at, created_by=mira.id)
        session.add(one)
        session.flush()
        session.add(WorkingCopy(dispatch_id=one.id, content=content.to_json(),
            writers=[str(mira.id)], saved_at=at, saved_by=mira.id))
        session.flush()
        copy_figures(session, one, content, at)
        perform(session, mira, Action.FILE, one.id, now=at)
"""


@pytest.fixture
def filed(server: Server) -> Server:
    """Three dispatches wait on the Politics desk."""
    run(server, STORIES)
    return server


def see(person: PersonAtBrowser, state: str, *headlines: str) -> None:
    """Wait until the column holds just these, in this order."""
    cards = person.page.locator(f'[data-state="{state}"] [data-open]')
    expect(cards).to_have_text(list(headlines), timeout=30_000)


def test_a_story_goes_from_the_queue_to_approval_by_keyboard_alone(
    chromium: Browser, filed: Server
) -> None:
    ana = PersonAtBrowser(chromium, filed.address, "ana").sign_in()
    page, press = ana.page, ana.page.keyboard.press
    page.goto("/board/politics")
    expect(page.get_by_role("button", name="Keyboard")).to_be_visible()
    ana.look("board")
    press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    ana.look("board-keyboard")
    press("Escape")
    expect(dialog).to_be_hidden()

    see(ana, "filed", "Harbour opens", "Ferry sails", "Bridge stands")
    press("j")
    expect(page.get_by_role("link", name="Harbour opens")).to_be_focused()
    press("j")
    press("j")
    expect(page.get_by_role("link", name="Bridge stands")).to_be_focused()
    press("k")
    expect(page.get_by_role("link", name="Ferry sails")).to_be_focused()
    press("K")
    filed_now = page.locator('[data-state="filed"] [data-open]')
    expect(filed_now).to_have_text(["Ferry sails", "Harbour opens", "Bridge stands"])
    expect(page.get_by_role("link", name="Ferry sails")).to_be_focused()

    press("c")
    taken = page.locator('[data-state="in_review"]')
    expect(taken).to_contain_text("Ferry sails")
    expect(taken).to_contain_text("You have it")
    expect(page.get_by_role("link", name="Ferry sails")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="claimed")).to_be_visible()
    press("a")
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}#next$"))
    approve = page.get_by_role("button", name="Approve this text")
    for _ in range(60):
        if approve.evaluate("node => node === document.activeElement"):
            break
        press("Tab")
    press("Enter")
    expect(page.locator(".head .state").first).to_contain_text("approved")
    page.goto("/board/politics")
    expect(page.locator('[data-state="approved"]')).to_contain_text("Ferry sails")
    assert not ana.complaints, ana.complaints


def test_another_s_claim_shows_without_loading_the_page(chromium: Browser, filed: Server) -> None:
    ana = PersonAtBrowser(chromium, filed.address, "ana").sign_in()
    omar = PersonAtBrowser(chromium, filed.address, "omar").sign_in()
    omar.page.goto("/board")
    omar.page.evaluate("window.sameDocument = true")
    ana.page.goto("/board/politics")
    ana.page.keyboard.press("j")
    ana.page.keyboard.press("c")
    expect(ana.page.locator('[data-state="in_review"]')).to_contain_text("Harbour opens")
    theirs = omar.page.locator('[data-state="in_review"]')
    expect(theirs).to_contain_text("held by Ana Peng", timeout=60_000)
    ana.page.goto("/board/politics")
    ana.page.get_by_role("link", name="Harbour opens").click()
    expect(theirs).to_contain_text("Ana Peng is reading", timeout=60_000)
    assert omar.page.evaluate("window.sameDocument") is True


def test_a_card_is_dragged_to_its_place(chromium: Browser, filed: Server) -> None:
    ana = PersonAtBrowser(chromium, filed.address, "ana").sign_in()
    ana.page.goto("/board/politics")
    cards = ana.page.locator('[data-state="filed"] .card')
    cards.nth(2).locator(".card-facts").drag_to(cards.nth(0), target_position={"x": 60, "y": 4})
    filed_now = ana.page.locator('[data-state="filed"] [data-open]')
    expect(filed_now).to_have_text(["Bridge stands", "Harbour opens", "Ferry sails"])
    expect(ana.page.get_by_role("status").filter(has_text="place 1")).to_be_visible()
    ana.page.reload()
    expect(filed_now).to_have_text(["Bridge stands", "Harbour opens", "Ferry sails"])


def test_the_board_is_worked_without_scripts(chromium: Browser, filed: Server) -> None:
    ana = PersonAtBrowser(chromium, filed.address, "ana", scripts=False).sign_in()
    page = ana.page
    page.goto("/board/politics")
    page.get_by_role("link", name="More on bridge-stands").click()
    page.get_by_role("button", name="To the top").click()
    see(ana, "filed", "Bridge stands", "Harbour opens", "Ferry sails")
    page.get_by_role("button", name="Claim bridge-stands").click()
    see(ana, "in_review", "Bridge stands")
    page.get_by_label("Choose ferry-sails").check()
    page.get_by_text("Spike what is chosen…").click()
    page.get_by_label("Reason").fill("Overtaken by the bridge.")
    page.get_by_role("button", name="Spike them").click()
    see(ana, "filed", "Harbour opens")
    page.get_by_role("button", name="Undo").click()
    see(ana, "filed", "Harbour opens", "Ferry sails")
    page.get_by_label("Words").fill("harbour")
    page.get_by_role("button", name="Show").click()
    see(ana, "filed", "Harbour opens")
    page.get_by_label("Keep this filter as").fill("Harbour")
    page.get_by_role("button", name="Keep").click()
    page.goto("/board")
    page.get_by_role("link", name="Harbour", exact=True).click()
    see(ana, "filed", "Harbour opens")


def test_every_page_of_the_board_can_be_read_at_each_width(
    chromium: Browser, filed: Server
) -> None:
    ana = PersonAtBrowser(chromium, filed.address, "ana").sign_in()
    for path, name in (
        ("/board", "board-all"),
        ("/board?as=list", "board-list"),
        ("/board?words=nothing-like-this&age=24", "board-nothing"),
    ):
        ana.page.goto(path)
        ana.look(name)
    ana.page.goto("/board/politics")
    ana.page.get_by_role("link", name="More on harbour-opens").click()
    ana.look("board-card")
