"""A page that is open when its person is deactivated: what they typed reaches an editor."""

import subprocess
import sys

from playwright.sync_api import Browser, expect
from sqlalchemy import create_engine, text

from tests.browser.person import PersonAtBrowser
from tests.browser.test_shared import begin
from tests.server import ROOT, Server

DEACTIVATE = """
from datetime import UTC, datetime
from sqlalchemy import select
from editorial.admin.commands.leaving import deactivate
from editorial.admin.queries.leaving import heirs_of, open_work
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.terminal.newsroom import newsroom
with newsroom(), saving() as session:
    ada, mira = (
        session.scalars(select(Person).where(Person.email == f"{name}@meridian.example")).one()
        for name in ("ada", "mira")
    )
    heirs = {
        share.desk_id: heirs_of(session, share.desk_id, mira.id)[0].id
        for share in open_work(session, mira.id)
    }
    deactivate(session, ada, mira.id, heirs, datetime.now(UTC))
"""


def test_words_typed_as_someone_is_deactivated_reach_an_editor(
    chromium: Browser, server: Server
) -> None:
    mira = PersonAtBrowser(chromium, server.address, "mira").sign_in()
    address = begin(mira, "It rained.")
    mira.page.context.set_offline(True)
    mira.page.keyboard.type(" The quay broke.")
    subprocess.run([sys.executable, "-c", DEACTIVATE], env=server.environment, cwd=ROOT, check=True)
    mira.page.context.set_offline(False)
    told = mira.page.locator(".note", has_text="Your account was closed")
    expect(told).to_be_visible(timeout=30_000)
    assert mira.page.locator("form.write").get_attribute("inert") is not None
    with create_engine(server.environment["DATABASE_URL"]).connect() as connection:
        [kept] = connection.execute(text("SELECT content FROM kept_text")).scalars()
        stands = connection.execute(text("SELECT content FROM working_copy")).scalar_one()
    assert "It rained. The quay broke." in kept
    assert "quay" not in stands
    omar = PersonAtBrowser(chromium, server.address, "omar").sign_in()
    omar.page.goto(address.removesuffix("/edit"))
    expect(omar.page.get_by_role("heading", name="words wait")).to_be_visible()
    omar.look("words-wait")
