"""When something goes wrong: the page people get, and what the log keeps of it."""

import logging
import re
import uuid
from collections.abc import Callable

import pytest
from flask import Flask, abort
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from editorial.models.database import db
from editorial.models.dispatch import Dispatch
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.web.access import anyone, needs
from editorial.web.fault import trace
from editorial.workflow.words import Role
from tests.newsroom import Newsroom

SECRET = "The minister will resign on Monday"


def serve(app: Flask, view: Callable[[], str], url: str = "/trouble") -> None:
    """Give the app one more page; failures are answered as they are in production."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule(url, url, needs(anyone)(view))


def take_the_database_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError(f"the database was asked: {SECRET}")

    monkeypatch.setattr(db.engine, "connect", refuse)
    monkeypatch.setattr(db.session, "execute", refuse)
    monkeypatch.setattr(db.session, "get", refuse)
    monkeypatch.setattr(db.session, "scalars", refuse)


@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("url", ["/", "/feed.atom", "/no-such-page", "/trouble"])
def test_the_page_of_a_failure_asks_no_database(
    sqlite_newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    *,
    signed_in: bool,
    url: str,
) -> None:
    def trouble() -> str:
        raise RuntimeError(SECRET)

    serve(sqlite_newsroom.app, trouble)
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    browser = sqlite_newsroom.client(mira if signed_in else None)
    sqlite_newsroom.read().close()
    take_the_database_away(monkeypatch)
    answer = browser.get(url)
    told = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "Something broke on our side" in told
    assert SECRET not in told
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Request finalizing failed" not in caplog.text
    assert SECRET not in caplog.text


def test_a_table_that_is_gone_is_told_as_a_failure_of_ours(newsroom: Newsroom) -> None:
    newsroom.desk()
    with saving() as session:
        cascade = " CASCADE" if db.engine.dialect.name == "postgresql" else ""
        session.execute(text(f"DROP TABLE setting{cascade}"))
    answer = newsroom.client().get("/")
    assert answer.status_code == 500
    assert "what was saved before is kept" in answer.get_data(as_text=True)


def test_a_request_of_the_wrong_kind_is_told_what_is_allowed(sqlite_newsroom: Newsroom) -> None:
    sqlite_newsroom.app.config["WTF_CSRF_ENABLED"] = False
    answer = sqlite_newsroom.client().client.post("/news/politics")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "This was not done" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("code", "at_the_desk", "to_readers"),
    [
        (400, "This request can’t be read", "Bu edilmədi"),
        (403, "You can’t do this here", "Bu edilmədi"),
        (404, "Nothing stands at this address", "Bu ünvanda heç nə yoxdur"),
        (413, "This is too large", "Bu edilmədi"),
        (418, "This request can’t be read", "Bu edilmədi"),
        (429, "Too many tries", "Həddən artıq cəhd"),
        (500, "Something broke on our side", "Something broke on our side"),
        (503, "Something broke on our side", "Something broke on our side"),
    ],
)
def test_every_refusal_has_its_page_for_the_desk_and_for_readers(
    sqlite_newsroom: Newsroom, code: int, at_the_desk: str, to_readers: str
) -> None:
    def trouble() -> str:
        abort(code)

    serve(sqlite_newsroom.app, trouble)
    sqlite_newsroom.change_setting("agency.language", "az")
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    for person, words in ((mira, at_the_desk), (None, to_readers)):
        answer = sqlite_newsroom.client(person).get("/trouble")
        assert answer.status_code == code
        assert words in answer.get_data(as_text=True)
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    head = sqlite_newsroom.client().client.head("/trouble")
    assert (head.status_code, head.get_data()) == (code, b"")


def test_a_failure_speaks_the_language_the_browser_asks_for(sqlite_newsroom: Newsroom) -> None:
    def trouble() -> str:
        abort(500)

    serve(sqlite_newsroom.app, trouble)
    arabic = {"Accept-Language": "fa, ar-EG;q=0.8, en;q=0.5"}
    told = sqlite_newsroom.client().get("/trouble", headers=arabic).get_data(as_text=True)
    assert re.search(r'<html lang="ar"\s+dir="rtl">', told)
    assert "حدث عطل لدينا" in told


def test_a_refusal_gives_its_reasons(sqlite_newsroom: Newsroom) -> None:
    def trouble() -> str:
        raise Refused("Two quotes are open.", "You wrote it <yourself>.")

    serve(sqlite_newsroom.app, trouble)
    answer = sqlite_newsroom.client().get("/trouble")
    assert answer.status_code == 409
    told = answer.get_data(as_text=True)
    assert "Two quotes are open." in told
    assert "You wrote it &lt;yourself&gt;." in told


def test_people_at_the_desk_keep_their_room_around_an_error(sqlite_newsroom: Newsroom) -> None:
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    told = sqlite_newsroom.client(mira).get("/no-such-page").get_data(as_text=True)
    assert "Go to your start page" in told
    assert 'class="masthead"' not in told


def test_a_failing_statement_leaves_no_text_in_the_log(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)

    def trouble() -> str:
        with saving() as session:
            session.add(
                Dispatch(
                    id=uuid.uuid4(),
                    desk_id=newsroom.desk(),
                    slugline=None,
                    headline=SECRET,
                    ednote=SECRET,
                    moved_at=newsroom.time,
                    created_at=newsroom.time,
                    created_by=mira.id,
                )
            )
        return "saved"

    serve(newsroom.app, trouble)
    with caplog.at_level(logging.DEBUG):
        assert newsroom.client().get("/trouble").status_code == 500
    assert "IntegrityError in a request" in caplog.text
    assert "in trouble" in caplog.text
    assert SECRET not in caplog.text


def test_no_error_of_the_database_carries_parameters(newsroom: Newsroom) -> None:
    with pytest.raises(DBAPIError) as caught:
        newsroom.read().execute(text("SELECT :words FROM nowhere"), {"words": SECRET})
    assert SECRET not in str(caught.value)
    newsroom.read()


def test_a_failure_while_a_failure_is_told_keeps_the_text_out_too(
    sqlite_newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    def trouble() -> str:
        return "fine"

    @sqlite_newsroom.app.after_request
    def stumble(_response: object) -> None:
        raise ValueError(SECRET)

    serve(sqlite_newsroom.app, trouble)
    assert sqlite_newsroom.client().get("/trouble").status_code == 500
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_the_worker_s_log_keeps_the_text_out_too(
    sqlite_newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("editorial.worker").exception("the worker stumbled")
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_a_trace_names_the_cause_and_what_speaks_of_code() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            "".no_such_thing  # type: ignore[attr-defined]  # noqa: B018
            raise AssertionError from error
    except AttributeError as error:
        told = trace(error)
    assert told.index("KeyError") < told.index("AttributeError: 'str' object has no attribute")
    assert "test_a_trace_names_the_cause" in told
    assert SECRET not in told
