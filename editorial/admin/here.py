"""What the administrators' views need of a request."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app, flash, redirect, render_template, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.admin.commands.people import Invited
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.web.signed_in import person_here

Answer = Response | str | tuple[str, int]


@contextmanager
def acting() -> Iterator[tuple[Session, Person]]:
    """One transaction, and the administrator who asks as a row of it."""
    person_id = person_here().id
    with saving() as session:
        yield session, session.get_one(Person, person_id)


def mail_goes_out() -> bool:
    """Whether an invitation can be mailed from here."""
    return bool(current_app.config["MAIL_URL"] and current_app.config["PUBLIC_URL"])


def invited(outcome: Invited, name: str) -> Answer:
    """Onward to the person; where no mail goes out, first the link to hand over."""
    if outcome.token is not None:
        link = url_for("accounts.accept", token=outcome.token, _external=True)
        return render_template("admin/link.html", link=link, name=name, person_id=outcome.person_id)
    flash(f"An invitation to {name} is on its way. It is good for 72 hours.", "ok")
    return redirect(url_for("admin.person", person_id=outcome.person_id), 303)
