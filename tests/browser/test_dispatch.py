"""One dispatch from filing to the website, by clicking, as each person."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.person import PersonAtBrowser
from tests.server import Server

RECORD = """MINISTER AKAN:  Good morning. We will rebuild the bridge before winter, and we will rebuild it in steel. The money is there.

Q    Will you resign if you are late?

MINISTER AKAN:  I don't think that is the question people ask. If we are late, I will stand here and tell you why.
"""  # noqa: E501  (a turn is one line)
STORY = """Works minister Leyla Akan said on Monday that the bridge would be replaced.

"We will rebuild the bridge before winter, and we will rebuild it in steel," Akan said.

"If we are late, I will not stand here and tell you why," she said.

"The contractor has been paid in full," Akan said on the phone.
"""


def write(mira: PersonAtBrowser) -> None:
    page = mira.page
    page.get_by_role("link", name=re.compile("new dispatch|begin|write", re.I)).first.click()
    page.get_by_label("Slugline").fill("bridge-rebuild")
    page.get_by_label("Headline").fill("“We will rebuild the bridge,” minister says")
    page.get_by_label("Summary").fill("Steel, barges and a promise.")
    page.get_by_label("Dateline, place").fill("PORT VESNA")
    page.get_by_label("Dateline, date").fill("2026-11-20")
    mira.write(STORY)
    mira.look("write")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We will rebuild")


def attach(mira: PersonAtBrowser) -> None:
    page = mira.page
    page.get_by_role("link", name=re.compile("attach", re.I)).first.click()
    page.get_by_label("The words").fill(RECORD)
    page.get_by_label("Title").fill("Press conference of the works minister")
    mira.look("attach")
    page.get_by_role("button", name=re.compile("attach", re.I)).first.click()
    expect(page.get_by_text("Press conference of the works minister").first).to_be_visible()
    mira.look("source")


def settle(ilse: PersonAtBrowser) -> None:
    while (items := ilse.page.locator(".quote-item", has_text="Settle this quote")).count():
        item = items.first
        item.get_by_text("Settle this quote").click()
        item.get_by_label(re.compile("heard", re.I)).check()
        item.get_by_label("Reason").fill("Heard on the ministry's recording, which I have here.")
        item.get_by_role("button", name="Settle it").click()
        ilse.page.wait_for_load_state()


def test_a_dispatch_goes_from_the_correspondent_to_the_readers(
    chromium: Browser, server: Server
) -> None:
    mira, ana, ilse, omar, ruth, ada = (
        PersonAtBrowser(chromium, server.address, name).sign_in()
        for name in ("mira", "ana", "ilse", "omar", "ruth", "ada")
    )
    mira.look("start-empty")
    write(mira)
    dispatch = mira.page.url.split("?")[0]
    attach(mira)
    mira.page.goto(dispatch)
    assert len(mira.page.locator(".mark").all()) == 4
    mira.page.locator("button.sign").nth(2).click()
    expect(mira.page.locator("[popover]:popover-open")).to_contain_text("I will stand")
    mira.look("dispatch-draft")
    mira.page.goto(dispatch)
    mira.page.get_by_role("link", name=re.compile("edit|write", re.I)).first.click()
    mira.page.get_by_role("button", name="Save and file").click()
    mira.page.wait_for_url(f"{dispatch}*")
    assert "filed" in mira.state()

    ana.page.goto("/start")
    ana.look("start-editor")
    ana.page.goto(dispatch)
    ana.decide("claim")
    assert "in review" in ana.state()
    expect(ana.page.get_by_text("2 quotes are still open").first).to_be_visible()
    ana.decide("return", "The second quote says the opposite of the record.")
    assert "returned" in ana.state()
    ana.look("dispatch-returned")

    mira.page.goto("/start")
    expect(mira.page.get_by_text("says the opposite of the record").first).to_be_visible()
    mira.look("start-returned")
    omar.page.goto(f"{dispatch}/edit")
    omar.write(STORY.replace("I will not stand", "I will stand"))
    expect(omar.page.locator(".editor .sign")).to_have_count(3)
    omar.look("edit-editor")
    omar.page.get_by_role("button", name="Save and file").click()
    omar.page.wait_for_url(f"{dispatch}*")
    omar.decide("claim")
    ilse.page.goto(dispatch)
    settle(ilse)
    ilse.look("dispatch-settled")

    omar.page.reload()
    expect(omar.page.get_by_text("someone else has to vouch for it").first).to_be_visible()
    ana.page.goto(dispatch)
    ana.look("dispatch-to-approve")
    ana.decide("approve")
    assert "approved" in ana.state()
    ruth.page.goto(dispatch)
    ruth.decide("publish")
    assert "done" in ruth.state()
    ruth.look("dispatch-done")
    for path, name in (
        (f"{dispatch}/history", "history"),
        ("/log", "log"),
        ("/publishing", "queue"),
    ):
        ruth.page.goto(path)
        ruth.look(name)
    ruth.page.goto(f"{dispatch}/differences?from=1&to=2")
    expect(ruth.page.locator("del").first).to_contain_text("not")
    ruth.look("differences")
    for path, name in (("/people", "people"), ("/desks", "desks"), ("/settings", "settings")):
        ada.page.goto(path)
        ada.look(name)

    reader = PersonAtBrowser(chromium, server.address)
    reader.page.goto("/")
    reader.look("site-front")
    reader.page.get_by_role("link", name=re.compile("We will rebuild the bridge")).first.click()
    expect(reader.page.get_by_text("checked before publication")).to_be_visible()
    reader.look("site-article")
    reader.page.goto("/news/politics")
    reader.look("site-section")
    assert reader.page.goto("/news/politics/nothing-here").status == 404  # type: ignore[union-attr]
