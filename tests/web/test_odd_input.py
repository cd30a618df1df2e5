"""What nobody types by hand: it is refused or cleaned, and never a failure of ours."""

import pytest
from sqlalchemy import select

from editorial.models.source import Source
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


@pytest.mark.parametrize(
    "url", ["/pictures/%00", "/news/%00", "/news/politics/a%00b", "/invitations/%00", "/%00"]
)
def test_an_address_with_a_nul_names_nothing(newsroom: Newsroom, url: str) -> None:
    assert newsroom.client().get(url).status_code == 404


@pytest.mark.parametrize(
    "query", ["words=%00", "words=a%00b+c", "state=%00", "page=%00", "sort=%00"]
)
def test_a_list_asked_for_with_a_nul_is_a_list(newsroom: Newsroom, query: str) -> None:
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    assert newsroom.client(editor).get(f"/dispatches?{query}").status_code == 200


def test_a_reason_with_a_nul_is_kept_without_it(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)
    url = f"/dispatches/{dispatch}"
    fields = {"action": "spike", "note": "Not\x00 ours."}
    answer = newsroom.client(editor).post(f"{url}/decision", page=url, **fields)
    assert answer.status_code == 303
    assert newsroom.get(dispatch).last_reason == "Not  ours."


def test_a_title_over_two_lines_still_names_the_file(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    url = f"/dispatches/{newsroom.dispatch(author)}/sources"
    browser = newsroom.client(author)
    fields = {"text": "He spoke.", "kind": "note", "terms": "on_the_record", "encoding": ""}
    odd = {"title": "Call\r\nSet-Cookie: a=b", "event": "\x00", "origin": "by\x00 hand"}
    answer = browser.post(f"{url}/new", **fields, **odd)
    assert answer.status_code == 303
    source = newsroom.read().scalars(select(Source)).one()
    assert (source.title, source.event, source.origin) == ("Call  Set-Cookie: a=b", "", "by  hand")
    saved = browser.get(f"{url}/{source.id}/original")
    assert saved.status_code == 200
    assert "Set-Cookie" not in saved.headers


@pytest.mark.parametrize("hour", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_an_hour_beyond_all_clocks_is_refused(newsroom: Newsroom, hour: str, zone: str) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    url = f"/dispatches/{dispatch}/edit"
    fields = {"desk": str(newsroom.desk()), "embargo_at": hour, "embargo_zone": zone}
    more = {"headline": "Rain", "body": "It rained.", "urgency": "5", "language": "en"}
    assert newsroom.client(author).post(url, **fields, **more).status_code == 409
    assert newsroom.get(dispatch).embargo_at is None


@pytest.mark.parametrize("when", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_call_beyond_all_clocks_is_refused(newsroom: Newsroom, when: str) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    checker = newsroom.person("Ilse Brandt", Role.CHECKER, timezone="Asia/Tokyo")
    dispatch = newsroom.dispatch(author, '"It will be paid on Monday," Akan said.')
    url = f"/dispatches/{dispatch}"
    fields = {"kind": "call_back", "contact": "Akan", "contacted_at": when, "note": "yes"}
    answer = newsroom.client(checker).post(f"{url}/quotes/settle", page=url, **fields)
    assert answer.status_code == 409
