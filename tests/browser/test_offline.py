"""A dispatch begun, written, given its source and filed with no link, on a device that is closed
in between; and a filing whose text had moved on by the time it came."""

import hashlib
import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine, text

from tests.browser.person import PersonAtBrowser
from tests.browser.test_shared import SAVED, begin
from tests.server import Server

PIN = "a lobby in Vesna"
# Asked for once: a condition that is tried again is refused by the page's policy.
CONTROLLED = """() => new Promise(done => {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return done();
  serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
})"""
WORDS = "“We will rebuild the bridge before winter,” Akan said."
CALL = "Мы восстановим мост до зимы.".encode("cp1251")
RECORD = "MINISTER AKAN:  We will rebuild the bridge before winter. The money is there."


def choose_pin(page: Page) -> None:
    """On a page with a link: from now on drafts are kept on this device."""
    page.get_by_text("Keep what I write on this device too").click()
    page.get_by_label("A PIN for this device").fill(PIN)
    page.get_by_role("button", name="Keep it here").click()
    # Drawing a key from the PIN is slow on purpose.
    expect(page.locator(".device")).to_be_hidden(timeout=30_000)
    page.evaluate(CONTROLLED)


def open_with_pin(page: Page) -> None:
    """The key is held from page to page, and asked for again when the browser dropped it."""
    pin = page.get_by_label("PIN on this device")
    expect(pin.or_(page.locator(".editor-text"))).to_be_visible(timeout=15_000)
    if pin.is_visible():
        pin.fill("not this one")
        pin.press("Enter")
        expect(page.get_by_text("That is not the PIN.")).to_be_visible(timeout=30_000)
        pin.fill(PIN)
        pin.press("Enter")
    expect(page.locator(".editor-text")).to_be_visible(timeout=30_000)


def test_what_was_begun_and_filed_without_a_link_arrives_whole_with_both_times(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    page.goto("/dispatches/new")
    choose_pin(page)
    server.kill()
    # A page that was only looked at leaves no draft behind.
    for _ in range(2):
        page.goto("/dispatches/new")
        open_with_pin(page)
    expect(page.locator("[data-device-list] li")).to_have_count(0)
    for label, words in {
        "Headline": "Bridge to be rebuilt",
        "Slugline": "bridge-offline",
        "Dateline, place": "PORT VESNA",
        "Dateline, date": "2026-11-20",
        "Byline": "Mira Solan",
    }.items():
        page.get_by_label(label).fill(words)
    page.get_by_label("Text", exact=True).click()
    page.keyboard.type(WORDS)
    expect(page.locator(".editor-where")).to_contain_text("Kept on this device.")
    page.get_by_label("Its title").fill("Press conference")
    page.get_by_label("Or its words").fill(RECORD)
    page.get_by_role("button", name="Keep this source").click()
    expect(page.locator("[data-sources]")).to_contain_text("Press conference")
    page.get_by_label("Embargo until").fill("2031-01-02T06:30")
    page.get_by_label("By the clocks of").select_option("Europe/Brussels")
    # A file goes as it is, on the terms that its author names.
    page.get_by_label("A file").set_input_files(
        {"name": "call.txt", "mimeType": "text/plain", "buffer": CALL}
    )
    page.get_by_label("Kind", exact=True).select_option("Note of a call")
    page.get_by_label("Terms", exact=True).select_option("Background")
    page.get_by_label("Who may see it").select_option("Only I: a confidential source")
    page.get_by_role("button", name="Keep this source").click()
    expect(page.locator("[data-sources] li")).to_have_count(2)
    mira.look("offline")
    page.get_by_role("button", name="File it").click()
    expect(page.locator(".editor-where")).to_contain_text(
        re.compile("2 sources and your filing of")
    )
    address = page.url
    # The tab dies; another finds it all again.
    page.close()
    page = mira.page = page.context.new_page()
    page.goto(address)
    open_with_pin(page)
    expect(page.locator(".editor-text")).to_contain_text(WORDS)
    expect(page.get_by_label("Headline")).to_have_value("Bridge to be rebuilt")
    expect(page.get_by_label("Embargo until")).to_have_value("2031-01-02T06:30")
    expect(page.locator(".editor-where")).to_contain_text("your filing of")
    server.start()
    filed = page.locator(".note", has_text="Filed to the desk.")
    expect(filed).to_be_visible(timeout=30_000)
    expect(page.locator(".editor-where")).to_have_text(SAVED)
    filed.get_by_role("link").click()
    expect(page.locator(".head .state").first).to_have_text("filed")
    expect(page.locator(".mark.verdict-verbatim")).to_have_count(1)
    expect(page.get_by_text("Press conference").first).to_be_visible()
    with create_engine(server.environment["DATABASE_URL"]).connect() as connection:
        [(filed_at, frozen_at)] = connection.execute(
            text("SELECT filed_at, frozen_at FROM revision")
        ).all()
        [embargo] = connection.execute(text("SELECT embargo_at FROM dispatch")).scalars()
        sources = connection.execute(
            text("SELECT kind, terms, confidential, digest FROM source ORDER BY kind")
        ).all()
    assert filed_at < frozen_at
    assert str(embargo).startswith("2031-01-02 05:30")
    digest = hashlib.sha256(CALL).hexdigest()
    assert [tuple(row[:3]) for row in sources] == [
        ("note", "background", True),
        ("transcript", "on_the_record", False),
    ]
    assert sources[0].digest == digest


def test_a_draft_without_a_headline_outlives_being_looked_at(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    page.goto("/dispatches/new")
    choose_pin(page)
    server.kill()
    page.goto("/dispatches/new")
    open_with_pin(page)
    page.get_by_label("Text", exact=True).click()
    page.keyboard.type(WORDS)
    expect(page.locator(".editor-where")).to_contain_text("Kept on this device.")
    # Opened and left, with nothing typed.
    page.goto(page.url)
    open_with_pin(page)
    expect(page.locator(".editor-text")).to_contain_text(WORDS)
    expect(page.locator(".editor-where")).to_have_text(
        "Not at the desk: it can’t be reached. Kept on this device."
    )
    page.goto("/write")
    open_with_pin(page)
    page.locator("[data-device-list]").get_by_role("link", name="We will rebuild").click()
    open_with_pin(page)
    expect(page.locator(".editor-text")).to_contain_text(WORDS)


def test_a_filing_whose_text_moved_on_waits_for_its_author(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    address = begin(mira, WORDS)
    page.get_by_label("Dateline, place").fill("PORT VESNA")
    page.get_by_label("Dateline, date").fill("2026-11-20")
    expect(page.locator(".editor-where")).to_have_text(SAVED)
    choose_pin(page)
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    server.kill()
    page.get_by_role("button", name="Save and file").click()
    expect(page.locator(".editor-where")).to_contain_text("your filing of", timeout=30_000)
    page.close()
    server.start()
    omar.page.goto(address)
    omar.page.get_by_label("Text", exact=True).focus()
    omar.page.keyboard.press("Control+End")
    omar.page.keyboard.type(" It rained.")
    expect(omar.page.locator(".editor-where")).to_have_text(SAVED)
    page = mira.page = page.context.new_page()
    page.goto(address)
    pin = page.get_by_label("PIN on this device")
    waits = page.get_by_role("link", name="Look at the two texts")
    expect(pin.or_(waits)).to_be_visible(timeout=30_000)
    if pin.is_visible():
        pin.fill(PIN)
        pin.press("Enter")
    waits.click(timeout=30_000)
    expect(page.get_by_role("heading", name="File your text as it was filed")).to_be_visible()
    mira.look("filing-waits")
    omar.page.goto(page.url)
    omar.page.get_by_role("button", name="File exactly that text").click()
    expect(omar.page.get_by_text("Filed as its author saw it")).to_be_visible()
    expect(omar.page.locator(".review-text")).not_to_contain_text("It rained.")


ROWS = """() => new Promise(done => {
  const asked = indexedDB.open("editorial", 1);
  asked.onsuccess = () => {
    const within = asked.result.transaction(["owners", "rows"]);
    const counts = ["owners", "rows"].map(name => within.objectStore(name).count());
    within.oncomplete = () => done(counts.map(one => one.result));
  };
})"""


def test_a_device_reported_lost_erases_what_it_keeps_and_so_does_a_forgotten_one(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    begin(mira, WORDS)
    page = mira.page
    choose_pin(page)
    page.get_by_label("Headline").fill("Bridge to be rebuilt")
    expect(page.locator(".editor-where")).to_have_text(SAVED)
    owners, rows = page.evaluate(ROWS)
    assert owners == 1
    assert rows
    elsewhere = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    elsewhere.page.goto("/profile")
    elsewhere.look("devices")
    elsewhere.page.get_by_role("button", name="Report it lost").click()
    expect(elsewhere.page.locator(".tag", has_text="lost")).to_be_visible()
    expect(page.get_by_text("This device was reported lost.")).to_be_visible(timeout=30_000)
    assert page.evaluate(ROWS) == [0, 0]
    expect(page.get_by_text("Nothing is kept on this device.")).to_be_visible()
    mira.look("device-lost")
    elsewhere.page.reload()
    expect(elsewhere.page.get_by_text("lost, erased")).to_be_visible()
    # One that hears nothing of the desk for longer than the setting says forgets by itself.
    page = elsewhere.page
    page.goto("/dispatches/new")
    choose_pin(page)
    assert page.evaluate(ROWS)[0] == 1
    server.kill()
    page.clock.set_system_time(datetime.now(UTC) + timedelta(days=13))
    page.goto("/write")
    expect(page.get_by_label("PIN on this device").or_(page.locator(".editor-text"))).to_be_visible(
        timeout=15_000
    )
    page.clock.set_system_time(datetime.now(UTC) + timedelta(days=15))
    page.goto("/write")
    expect(page.get_by_text("Nothing is kept on this device.")).to_be_visible(timeout=15_000)
    assert page.evaluate(ROWS) == [0, 0]
