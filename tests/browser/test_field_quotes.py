"""Quotes in the headline and the summary: their card mends the field, and the field undoes it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.person import PersonAtBrowser
from tests.browser.test_editor import SAY_ALOUD, mira
from tests.server import Server

__all__ = ["mira"]

TURNED = "“If we are late, I will not stand here and tell you why”"
MENDED = TURNED.replace(" not", "")


def mend_by_keyboard(page: Page, where: str) -> None:
    """From the sign below the text to the card's first act."""
    sign = page.get_by_role("button", name=f"{where}: {SAY_ALOUD}", exact=True)
    expect(sign).to_be_visible()
    sign.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name=re.compile(SAY_ALOUD))
    expect(card.get_by_role("button", name="Use the record’s words")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_be_hidden()


@pytest.mark.parametrize(
    ("label", "where", "around"),
    [
        ("Headline", "In the headline", "Akan: {}"),
        ("Summary", "In the summary", " The bridge 🌉 waits.  \n{}, Akan said.\n"),
    ],
)
def test_a_quote_of_a_field_is_given_the_record_s_words_and_can_be_undone(
    mira: PersonAtBrowser,
    label: str,
    where: str,
    around: str,
) -> None:
    page = mira.page
    field = page.get_by_label(label)
    typed, mended = around.format(TURNED), around.format(MENDED)
    field.fill(typed)
    mend_by_keyboard(page, where)
    expect(field).to_have_value(mended)
    expect(field).to_be_focused()
    right = page.get_by_role("button", name=re.compile(f"{where}: .*word for word"))
    expect(right).to_be_visible()
    expect(page.locator(".editor-said")).to_contain_text("Undo takes that back")
    if label == "Headline":
        mira.look("editor-headline-mended")
    page.keyboard.press("Control+z")
    expect(field).to_have_value(typed)
    expect(page.get_by_role("button", name=f"{where}: {SAY_ALOUD}", exact=True)).to_be_visible()


def test_what_changed_meanwhile_is_not_typed_over(
    mira: PersonAtBrowser,
) -> None:
    page = mira.page
    field = page.get_by_label("Headline")
    field.fill(f"Akan: {TURNED}")
    sign = page.get_by_role("button", name=f"In the headline: {SAY_ALOUD}", exact=True)
    sign.click()
    # Set as a colleague's words are: without an event, and while the card is open.
    changed = f"Minister Akan: {TURNED}"
    field.evaluate("(field, words) => { field.value = words }", changed)
    page.keyboard.press("Enter")
    expect(page.locator(".editor-said")).to_contain_text("have changed meanwhile")
    expect(field).to_have_value(changed)


def test_a_quote_that_a_colleague_types_in_the_headline_is_checked_anew(
    chromium: Browser, server: Server, mira: PersonAtBrowser
) -> None:
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    omar.page.goto(mira.page.url)
    omar.page.get_by_label("Headline").fill(f"Akan: {TURNED}")
    sign = mira.page.get_by_role("button", name=f"In the headline: {SAY_ALOUD}", exact=True)
    expect(sign).to_be_visible(timeout=20_000)
