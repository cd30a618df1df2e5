"""A review by clicking, as each person; and one by keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.person import PersonAtBrowser
from tests.server import Server

STORY = "The harbour opens at noon.\n\nThe ferry leaves at seven."
SELECT = """words => {
  for (const block of document.querySelectorAll(".review-text p")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return true;
    }
  }
  return false;
}"""


def person(chromium: Browser, server: Server, name: str) -> PersonAtBrowser:
    return PersonAtBrowser(chromium, server.address, name).sign_in()


@pytest.fixture
def filed(chromium: Browser, server: Server) -> str:
    """A story of the Politics desk, written and filed by Mira; its address."""
    mira = person(chromium, server, "mira")
    page = mira.page
    page.goto("/start")
    page.get_by_role("link", name="Begin a dispatch").first.click()
    page.get_by_label("Slugline").fill("harbour-hours")
    page.get_by_label("Headline").fill("The harbour opens again")
    page.get_by_label("Dateline, place").fill("PORT VESNA")
    page.get_by_label("Dateline, date").fill("2026-11-20")
    mira.write(STORY)
    page.get_by_role("button", name="File", exact=False).last.click()
    page.wait_for_url(re.compile(r"/dispatches/[0-9a-f-]{36}$"))
    expect(page.locator(".head .state").first).to_have_text("filed")
    return page.url


def select(page: Page, words: str) -> None:
    assert page.evaluate(SELECT, words)


def send(form: Locator, button: str) -> None:
    form.get_by_role("button", name=button, exact=True).click()
    form.page.wait_for_load_state()


def test_a_review_from_comment_to_approval(chromium: Browser, server: Server, filed: str) -> None:
    ana = person(chromium, server, "ana")
    page = ana.page
    page.goto(filed)
    ana.decide("claim")
    select(page, "at noon")
    page.locator(".remark-bar").get_by_role("button", name="Comment").click()
    comment = page.locator("[data-remark=comment] form")
    expect(comment.get_by_label("Which words of it")).to_have_value("at noon")
    comment.get_by_label("Comment").fill("Whose clock, @Mira Solan?")
    send(comment, "Comment")
    expect(page.locator("#about-comment-1")).to_have_text("at noon")

    ilse = person(chromium, server, "ilse")
    ilse.page.goto(filed)
    select(ilse.page, "at seven")
    ilse.page.locator(".remark-bar").get_by_role("button", name="Suggest").click()
    suggest = ilse.page.locator("[data-remark=suggestion] form")
    suggest.get_by_label("New words").fill("at eight")
    send(suggest, "Suggest")
    expect(ilse.page.locator("#suggestion-1 ins")).to_have_text("at eight")

    page.goto(filed)
    page.get_by_role("button", name="I have read it").click()
    page.get_by_role("button", name=re.compile("^Accept")).first.click()
    expect(page.locator(".review-text")).to_contain_text("The ferry leaves at eight.")
    expect(page.locator("#changed")).to_be_visible()
    ana.look("review-remarks")
    page.locator("summary", has_text="Return to the author").click()
    back = ana.form("return")
    back.get_by_label("Reason").fill("Nearly.")
    back.get_by_label("Points to see to").fill("Name the clock\nName the ferry")
    back.get_by_role("button").last.click()
    expect(page.locator(".head .state").first).to_have_text("returned")

    mira = person(chromium, server, "mira")
    mira.page.goto(filed)
    mira.page.get_by_role("button", name=re.compile("Tick off.*Name the clock")).click()
    expect(mira.page.locator(".point-ticked")).to_have_count(1)
    mira.look("review-points")
    mira.page.get_by_role("link", name="Write and file").click()
    expect(mira.page.get_by_label("Name the clock")).to_be_checked()
    mira.page.get_by_label("Name the ferry").check()
    mira.look("write-points")
    mira.page.get_by_role("button", name="Save draft").click()
    expect(mira.page.locator(".point-ticked")).to_have_count(2)


def test_a_review_by_keyboard_alone(chromium: Browser, server: Server, filed: str) -> None:
    omar = person(chromium, server, "omar")
    page = omar.page
    page.goto(filed)

    def press_on(name: str) -> None:
        """Tab to the control of that name, and press Enter."""
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") == name:
                page.keyboard.press("Enter")
                return
        pytest.fail(f"the keyboard does not reach “{name}”")

    press_on("Claim for review")
    expect(page.locator(".head .state").first).to_have_text("in review")
    press_on("Comment…")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type("Well told.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#comment-1")).to_contain_text("Well told.")
    press_on("Approve this text")
    expect(page.locator(".head .state").first).to_have_text("approved")
    assert not omar.complaints, omar.complaints


def test_an_outsider_reads_one_text_by_its_link_until_it_is_revoked(
    chromium: Browser, server: Server, filed: str
) -> None:
    ana = person(chromium, server, "ana")
    page = ana.page
    page.goto(filed)
    page.locator("summary", has_text="Make a preview link").click()
    page.get_by_label("For whom").fill("Lind & Partners, lawyers")
    page.get_by_label("How long").select_option("4 hours")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lind & Partners, lawyers")
    ana.look("preview-made")
    link = page.locator("main .digest").inner_text().strip()
    path = "/preview/" + link.rsplit("/", 1)[1]

    lawyer = PersonAtBrowser(chromium, server.address)
    lawyer.page.goto(path)
    expect(lawyer.page.get_by_role("heading", level=1)).to_have_text("The harbour opens again")
    expect(lawyer.page.locator(".preview-mark")).to_contain_text("Not for publication")
    expect(lawyer.page.locator(".preview-watermark p").first).to_have_attribute(
        "data-mark", re.compile("Lind & Partners")
    )
    lawyer.look("preview")
    lawyer.page.emulate_media(color_scheme="dark")
    lawyer.look("preview-dark")

    page.goto(filed)
    expect(page.locator(".review-previews")).to_contain_text("1 view")
    ana.look("review-previews")
    page.get_by_role("button", name="Revoke the link for").click()
    expect(page.locator(".review-previews")).to_contain_text("revoked")
    lawyer.page.goto(path)
    expect(lawyer.page.get_by_role("heading", level=1)).to_have_text("This link shows nothing")
    lawyer.complaints.clear()  # of the page that is rightly not found
    lawyer.page.emulate_media(color_scheme="light")
    lawyer.look("preview-ended")
