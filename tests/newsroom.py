"""A newsroom for tests: people, desks, dispatches and records, made in one line each."""

import os
import re
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from editorial.app import create_app
from editorial.config import Config
from editorial.document.content import Content
from editorial.document.markdown import from_markdown
from editorial.models.database import db
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.models.sign_in import SignIn
from editorial.models.source import SourceKind, Terms
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.matter import Matter, NewSource
from editorial.pipeline.perform import Outcome, perform
from editorial.vault.beside import vault_beside
from editorial.web.tokens import new_token, token_hash
from editorial.workflow.words import Action, Role
from tests.late_rule import LateRule

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
# The real cost of a password's hash is what makes it slow; tests need none of it.
CHEAP = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
Flask.url_rule_class = LateRule
CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Newsroom:
    """An app on one database, with a clock that tests move by hand."""

    def __init__(
        self, database_url: str, folder: Path, *, files: str = "", **overrides: Any
    ) -> None:
        self.time = START
        config = Config(
            production=False,
            database_url=database_url,
            secret_key="a test's secret that is long enough",
            instance=folder,
            mail_url=f"file://{folder / 'mail'}",
            public_url="http://localhost",
            trusted_proxies=0,
            worker_inside=False,
            files=files,
            compiled_folder=Path(os.environ.get("EDITORIAL_COMPILED", folder / "compiled")),
        )
        # Pages as files have tests of their own; the others change tables by hand.
        settings = {
            "SITE_FILES": False,
            "TESTING": True,
            "CLOCK": lambda: self.time,
            "PASSWORD_COST": CHEAP,
        }
        self.app = create_app(config, **{**settings, **overrides})
        self.app.test_client_class = Client
        self._desks: dict[str, uuid.UUID] = {}
        self._published = 0

    def close(self) -> None:
        """Let the database go."""
        db.session.remove()
        db.engine.dispose()

    def later(self, **delta: float) -> datetime:
        """Move the clock on and return the new time."""
        self.time += timedelta(**delta)
        return self.time

    def change_setting(self, key: str, value: Any) -> None:
        """Put a setting into the database, without a word in the log."""
        with saving() as session:
            session.merge(Setting(key=key, value=value))

    def desk(self, name: str = "Politics") -> uuid.UUID:
        """The desk of that name, opened when it is first named."""
        if name not in self._desks:
            with saving() as session:
                desk = Desk(id=uuid.uuid4(), name=name, slug=name.lower().replace(" ", "-"))
                session.add(desk)
            self._desks[name] = desk.id
        return self._desks[name]

    def person(self, name: str, *roles: Role, desk: str = "Politics", **fields: Any) -> Person:
        """Someone with ``roles`` on the desk; the administrator's role belongs to no desk."""
        desk_id = self.desk(desk)
        with saving() as session:
            person = Person(
                id=uuid.uuid4(),
                name=name,
                email=f"{name.lower().replace(' ', '.')}@example.org",
                created_at=self.time,
                **fields,
            )
            person.grants = [
                Grant(
                    person_id=person.id,
                    desk_id=None if role is Role.ADMINISTRATOR else desk_id,
                    role=role,
                    granted_at=self.time,
                )
                for role in roles
            ]
            session.add(person)
        return person

    def dispatch(
        self, author: Person, text: str = "It rained.", desk: str = "Politics", **fields: Any
    ) -> uuid.UUID:
        """A draft by ``author`` with all that filing requires; ``fields`` go to its content."""
        content = self.content(text, **fields)
        with saving() as session:
            dispatch = Dispatch(
                id=uuid.uuid4(),
                desk_id=self.desk(desk),
                slugline="rain-capital",
                headline=content.headline,
                moved_at=self.time,
                created_at=self.time,
                created_by=author.id,
            )
            session.add(dispatch)
            session.flush()
            session.add(
                WorkingCopy(
                    dispatch_id=dispatch.id,
                    content=content.to_json(),
                    writers=[str(author.id)],
                    saved_at=self.time,
                    saved_by=author.id,
                )
            )
        return dispatch.id

    def content(self, text: str, **fields: Any) -> Content:
        """A content with everything filled in, its body from Markdown."""
        given: dict[str, Any] = {
            "headline": "Rain over the capital",
            "summary": "It has not stopped.",
            "dateline_place": "PORT VESNA",
            "dateline_date": date(2026, 11, 20),
            "byline": "Mira Sol",
            **fields,
        }
        return Content(body=from_markdown(text), **given)

    def write(self, dispatch_id: uuid.UUID, writer: Person, text: str, **fields: Any) -> None:
        """Change the working copy, as ``writer``."""
        with saving() as session:
            copy = session.get_one(WorkingCopy, dispatch_id)
            copy.content = self.content(text, **fields).to_json()
            copy.writers = sorted({*copy.writers, str(writer.id)})

    def attach(
        self,
        dispatch_id: uuid.UUID,
        person: Person,
        text: str,
        *,
        kind: SourceKind = SourceKind.TRANSCRIPT,
        terms: Terms = Terms.ON_THE_RECORD,
        title: str = "Press conference",
    ) -> Outcome:
        """Attach a source with this text."""
        with saving() as session:
            digest = vault_beside(session).put(text.encode())
        source = NewSource(
            title=title, kind=kind, terms=terms, digest=digest, size=len(text), encoding="utf-8"
        )
        return self.act(person, Action.ATTACH, dispatch_id, matter=source)

    def act(
        self,
        person: Person | None,
        action: Action,
        dispatch_id: uuid.UUID,
        note: str = "",
        matter: Matter | None = None,
        **more: Any,
    ) -> Outcome:
        """Perform one act in a transaction of its own."""
        with saving() as session:
            actor = None if person is None else session.get_one(Person, person.id)
            return perform(
                session, actor, action, dispatch_id, now=self.time, note=note, matter=matter, **more
            )

    def publish(
        self, author: Person, text: str = "It rained.", desk: str = "Politics", **fields: Any
    ) -> uuid.UUID:
        """A dispatch taken the whole way to readers, by an editor and a publisher of its own."""
        self._published += 1
        editor = self.person(f"Editor {self._published}", Role.EDITOR, desk=desk)
        publisher = self.person(f"Publisher {self._published}", Role.PUBLISHER, desk=desk)
        key = self.dispatch(author, text, desk=desk, **fields)
        self.act(author, Action.FILE, key)
        self.act(editor, Action.CLAIM, key)
        self.act(editor, Action.APPROVE, key)
        self.act(publisher, Action.PUBLISH, key)
        return key

    def read(self) -> Session:
        """A session that sees what is committed."""
        session: Session = db.session()
        session.rollback()
        session.expire_all()
        return session

    def get(self, dispatch_id: uuid.UUID) -> Dispatch:
        """The dispatch as it is now."""
        return self.read().get_one(Dispatch, dispatch_id)

    def client(self, person: Person | None = None) -> "Browser":
        """A browser, signed in as ``person``."""
        client = self.app.test_client()
        if person is not None:
            token = new_token()
            with saving() as session:
                session.add(
                    SignIn(
                        person_id=person.id,
                        token_hash=token_hash(token),
                        began_at=self.time,
                        seen_at=self.time,
                    )
                )
            with client.session_transaction() as cookie:
                cookie["_user_id"] = token
                cookie["_fresh"] = True
        return Browser(client)


class Client(FlaskClient):
    """Gives each request a context of its own, as a server does: who is signed in is kept there."""

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """Send one request."""
        with self.application.app_context():
            return super().open(*args, **options)


class Browser:
    """A test client that fills a page's form as a person would: hidden fields included."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, url: str, **options: Any) -> Any:
        """Open a page."""
        return self.client.get(url, **options)

    def post(self, url: str, page: str | None = None, **fields: Any) -> Any:
        """Send ``fields`` with the CSRF token (and operation, version) found on ``page``."""
        shown = self.client.get(page or url).get_data(as_text=True)
        return self.client.post(url, data={**hidden_fields(shown, url), **fields})


def hidden_fields(html: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that posts to ``action``, else of the page's first form."""
    forms = re.findall(r"<form\b.*?</form>", html, re.DOTALL)
    path = action.split("?")[0]
    sends_there = re.compile(f'action="{re.escape(path)}["?#]')
    form = next(filter(sends_there.search, forms), forms[0] if forms else html)
    fields = {}
    for tag in re.findall(r"<input\b[^>]*type=\"hidden\"[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name:
            fields[name.group(1)] = value.group(1) if value else ""
    return fields
