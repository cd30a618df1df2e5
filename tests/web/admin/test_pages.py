"""The administrators' pages: whom they open for, and that what was ticked is what is changed."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from editorial.admin.place import Place, places_of
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom, hidden_fields
from tests.web.accounts.doors import PASSWORD, someone

PAGES = (
    "/people",
    "/people/invite",
    "/desks",
    "/desks/open",
    "/gates",
    "/settings",
    "/settings/look",
)


@pytest.fixture
def ada(sqlite_newsroom: Newsroom) -> Person:
    return someone(sqlite_newsroom, "Ada Berg", Role.ADMINISTRATOR)


@pytest.fixture
def desk_of_ada(sqlite_newsroom: Newsroom, ada: Person) -> Browser:
    return sqlite_newsroom.client(ada)


def tick(browser: Browser, person: Person, keys: list[str], shown: str | None = None) -> Any:
    """Send the table of roles as it would stand with exactly ``keys`` ticked."""
    page = browser.get(f"/people/{person.id}").get_data(as_text=True)
    url = f"/people/{person.id}/roles"
    fields: dict[str, Any] = {**hidden_fields(page, url), "places": keys}
    if shown is not None:
        fields["shown"] = shown
    return browser.client.post(url, data=fields)


def places(room: Newsroom, person: Person) -> set[Place]:
    return set(places_of(room.read().get_one(Person, person.id)))


@pytest.mark.parametrize("url", PAGES)
def test_an_administrator_opens_it_and_nobody_else(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser, url: str
) -> None:
    roles = (Role.CORRESPONDENT, Role.CHECKER, Role.EDITOR, Role.PUBLISHER)
    everyone_else = sqlite_newsroom.client(someone(sqlite_newsroom, "Mira Sol", *roles))
    assert desk_of_ada.get(url).status_code == 200
    assert everyone_else.get(url).status_code == 404
    assert sqlite_newsroom.client().get(url).status_code == 302


def test_an_administrator_alone_reads_no_draft(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    draft = sqlite_newsroom.dispatch(mira)
    assert desk_of_ada.get(f"/dispatches/{draft}").status_code == 404


def test_ticked_and_unticked_roles_are_granted_and_revoked(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    mira = room.person("Mira Sol", Role.EDITOR)
    wanted = {Place(room.desk(), Role.CHECKER), Place(room.desk(), Role.PUBLISHER)}
    answer = tick(desk_of_ada, mira, [place.key for place in wanted])
    assert answer.status_code == 303
    assert places(room, mira) == wanted


def test_a_page_made_earlier_takes_nothing_that_a_colleague_gave(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    mira = room.person("Mira Sol", Role.EDITOR)
    editor, checker = Place(room.desk(), Role.EDITOR), Place(room.desk(), Role.CHECKER)
    publisher = Place(room.desk(), Role.PUBLISHER)
    tick(desk_of_ada, mira, [editor.key, checker.key])
    tick(desk_of_ada, mira, [editor.key, publisher.key], shown=editor.key)
    assert places(room, mira) == {editor, checker, publisher}


def test_a_role_that_the_page_did_not_offer_is_not_granted(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    mira = room.person("Mira Sol")
    with saving() as session:
        session.get_one(Desk, room.desk()).closed_at = room.time
    tick(desk_of_ada, mira, [Place(room.desk(), Role.EDITOR).key, ":editor", "nonsense"])
    assert places(room, mira) == set()


def test_the_refusal_to_lose_the_last_administrator_keeps_what_was_ticked(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser, ada: Person
) -> None:
    key = Place(sqlite_newsroom.desk(), Role.EDITOR).key
    answer = tick(desk_of_ada, ada, [key])
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "last administrator" in page
    assert re.search(rf'value="{key}"\s+checked', page)
    assert "your own roles" in page


def test_an_invited_person_comes_in_by_the_mail(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    key = Place(room.desk(), Role.CHECKER).key
    fields = {"name": "Noor Haddad", "email": "Noor@example.org", "places": key}
    answer = desk_of_ada.post("/people/invite", **fields)
    noor = room.read().scalars(select(Person).where(Person.email == "noor@example.org")).one()
    assert answer.location == f"/people/{noor.id}"
    page = desk_of_ada.get(answer.location).get_data(as_text=True)
    assert "is on its way" in page


def test_where_no_mail_goes_out_the_link_is_shown(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    sqlite_newsroom.app.config["MAIL_URL"] = ""
    answer = desk_of_ada.post("/people/invite", name="Noor Haddad", email="noor@example.org")
    link = re.search(r"http://localhost(/invitations/\S+?)<", answer.get_data(as_text=True))
    assert link is not None
    assert sqlite_newsroom.client().get(link.group(1)).status_code == 200


@pytest.mark.parametrize("email", ["", "noor", "noor@", "noor@example.org\r\nBcc: x@example.org"])
def test_what_is_no_address_is_refused_beside_its_field(desk_of_ada: Browser, email: str) -> None:
    answer = desk_of_ada.post("/people/invite", name="Noor Haddad", email=email)
    assert answer.status_code == 422
    assert "Noor Haddad" in answer.get_data(as_text=True)


def test_someone_leaves_with_a_colleague_for_each_desk(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    mira = someone(room, "Mira Sol", Role.CORRESPONDENT)
    ivo = room.person("Ivo Lark", Role.EDITOR)
    draft = room.dispatch(mira)
    url = f"/people/{mira.id}/leaving"
    assert "1 open dispatch" in desk_of_ada.get(url).get_data(as_text=True)
    refused = desk_of_ada.post(url)
    assert refused.status_code == 422
    assert room.read().get_one(Person, mira.id).active
    assert desk_of_ada.post(url, **{f"heir-{room.desk()}": str(ivo.id)}).status_code == 303
    assert room.get(draft).created_by == ivo.id
    answer = room.client().post("/sign-in", email=mira.email, password=PASSWORD)
    assert answer.status_code == 422


def test_requiring_a_second_factor_holds_from_the_next_page_on(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    hers = room.client(mira)
    url = f"/people/{mira.id}/second-factor"
    desk_of_ada.post(url, page=f"/people/{mira.id}", required="yes")
    assert hers.get("/profile").location == "/second-factor"
    desk_of_ada.post(url, page=f"/people/{mira.id}", required="no")
    assert hers.get("/profile").status_code == 200


def test_requiring_it_of_everyone_holds_for_the_administrator_too(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    fields = {"name": "Harbour Wire", "tagline": "", "language": "az", "totp_required": "y"}
    assert desk_of_ada.post("/settings", **fields).status_code == 303
    assert desk_of_ada.get("/settings").location == "/second-factor"
    assert setting(reading(), "agency.language") == "az"


@pytest.mark.parametrize("language", ["", "klingon-x", "123"])
def test_a_language_without_words_is_refused(desk_of_ada: Browser, language: str) -> None:
    answer = desk_of_ada.post("/settings", name="Harbour Wire", language=language)
    assert answer.status_code == 422


def test_desks_are_opened_renamed_moved_and_closed_by_their_pages(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    room = sqlite_newsroom
    politics = room.desk()
    desk_of_ada.post("/desks/open", name="World", description="Beyond the border.")
    world = room.read().scalars(select(Desk).where(Desk.name == "World")).one()
    desk_of_ada.post(f"/desks/{world.id}", name="Abroad", description="")
    desk_of_ada.post(f"/desks/{world.id}/up", page="/desks")
    page = desk_of_ada.get("/desks").get_data(as_text=True)
    assert page.index("Abroad") < page.index("Politics")
    desk_of_ada.post(f"/desks/{politics}/close", page=f"/desks/{politics}")
    assert room.read().get_one(Desk, politics).closed_at is not None
    desk_of_ada.post(f"/desks/{politics}/reopen", page=f"/desks/{politics}")
    assert room.read().get_one(Desk, politics).closed_at is None


@pytest.mark.parametrize(
    "url",
    ["/people/{nobody}", "/people/{nobody}/leaving", "/desks/{nobody}"],
)
def test_who_or_what_is_not_there_is_not_found(desk_of_ada: Browser, url: str) -> None:
    gone = url.format(nobody="00000000-0000-0000-0000-000000000000")
    assert desk_of_ada.get(gone).status_code == 404


def test_the_list_has_pages_that_keep_the_search(
    sqlite_newsroom: Newsroom, desk_of_ada: Browser
) -> None:
    with saving() as session:
        session.add_all(
            Person(
                name=f"Reporter {n:03}", email=f"r{n}@example.org", created_at=sqlite_newsroom.time
            )
            for n in range(60)
        )
    page = desk_of_ada.get("/people?q=Reporter").get_data(as_text=True)
    assert "Reporter 049" in page
    assert "Reporter 050" not in page
    onward = re.search(r'rel="next" href="([^"]+)"', page)
    assert onward is not None
    second = desk_of_ada.get(onward.group(1).replace("&amp;", "&")).get_data(as_text=True)
    assert "Reporter 050" in second
    assert "Ada Berg</a>" not in second.split("<table")[1]


@pytest.mark.parametrize("contact", ["", "safe@wire.example", "https://wire.example/safe"])
def test_the_contact_for_security_is_an_address_of_mail_or_web(
    sqlite_newsroom: Newsroom, ada: Person, contact: str
) -> None:
    browser = sqlite_newsroom.client(ada)
    fields = {"name": "Newsroom", "language": "en"}
    saved = browser.post("/settings", **fields, security_contact=contact)
    assert saved.status_code == 303
    for bad in ("call us", "safe@wire.example\nExpires: never", "javascript:alert(1)"):
        assert browser.post("/settings", **fields, security_contact=bad).status_code == 422
