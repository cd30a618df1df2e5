"""Steps that are taken back after a reload, and versions under a name that are brought back."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.browser.test_shared import SAVED, begin, text
from tests.server import Server

WAIT = 20_000
# Chosen and cut at once: between two keys the page may draw somebody's cursor and choose anew.
CUT = """words => {
  const editor = document.querySelector(".editor-text");
  const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.data.startsWith(words)) continue;
    getSelection().setBaseAndExtent(node, 0, node, words.length);
    document.execCommand("delete");
    return;
  }
}"""


def test_what_was_cut_before_a_reload_is_taken_back_after_it(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    begin(mira, "It rained in Vesna.", "The quay was shut.")
    page.get_by_label("Text", exact=True).focus()
    page.evaluate(CUT, "It rained")
    expect(page.locator(".editor-text")).not_to_contain_text("rained")
    assert text(page) == " in Vesna.\nThe quay was shut."
    expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=WAIT)
    for _ in range(2):
        page.reload()
        expect(page.locator(".editor-text")).to_contain_text("in Vesna.", timeout=WAIT)
        expect(page.locator(".editor-text")).not_to_contain_text("rained", timeout=WAIT)
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.press("Control+Home")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_enabled(timeout=WAIT)
    page.keyboard.press("Control+z")
    assert text(page) == "It rained in Vesna.\nThe quay was shut."
    page.keyboard.press("Control+y")
    assert text(page) == " in Vesna.\nThe quay was shut."
    # Only where a step is, never a word of it, lies in the browser for that.
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert '"undo' in kept
    assert "rained" not in kept
    assert not mira.complaints


def test_a_version_is_named_beside_the_text_and_comes_back_as_an_edit(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    page = mira.page
    begin(mira, "It rained in Vesna.")
    page.get_by_label("Desk", exact=True).select_option("Region")
    page.get_by_label("Embargo until").fill("2027-03-01T06:30")
    page.get_by_label("Embargo until").blur()
    placed = page.locator("[data-placing-said]")
    expect(placed).to_have_text("Desk and embargo are saved.", timeout=WAIT)
    page.get_by_label("Name of a version").fill("before the cut")
    page.keyboard.press("Enter")
    saved = page.locator("[data-version-said]")
    expect(saved).to_have_text("Saved as the version “before the cut”.", timeout=WAIT)
    mira.write("The quay was shut.")
    page.context.set_offline(True)
    page.get_by_label("Name of a version").fill("without a link")
    page.get_by_role("button", name="Save a version").click()
    expect(saved).to_contain_text("Not saved as a version", timeout=WAIT)
    expect(saved).to_contain_text("What you typed is still here.")
    page.context.set_offline(False)
    expect(page.locator(".editor-where")).to_have_text(SAVED, timeout=WAIT)
    page.get_by_role("link", name="before the cut").click()
    expect(page.locator("article")).to_contain_text("It rained in Vesna.")
    mira.look("version")
    page.get_by_role("button", name="Bring this version back").click()
    page.wait_for_url(re.compile(r"/edit$"))
    expect(page.locator(".editor-text")).to_contain_text("It rained in Vesna.", timeout=WAIT)
    expect(page.get_by_label("Desk", exact=True).locator("option:checked")).to_have_text("Region")
    expect(page.get_by_label("Embargo until")).to_have_value("2027-03-01T06:30")
    page.get_by_role("link", name="Before “before the cut” came back").click()
    expect(page.locator("article")).to_contain_text("The quay was shut.")
