"""Looking a quote up in the archive, and attaching what is found."""

import uuid

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import commands
from editorial.sources.archive import archive_page
from editorial.sources.file_views import bp
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here

__all__ = ["bp"]


class FoundForm(ActForm):
    """Attaching a source that was found."""

    source = StringField()

    @property
    def source_id(self) -> uuid.UUID | None:
        """The source chosen; a mangled one is none."""
        try:
            return uuid.UUID(self.source.data or "")
        except ValueError:
            return None


@bp.get("/quotes/<key>/archive")
@needs(signed_in)
def archive(dispatch_id: uuid.UUID, key: str) -> str:
    """What everything that this person may see has of the quote."""
    return _page(dispatch_id, key)


@bp.post("/quotes/<key>/archive")
@needs(signed_in)
def attach_found(dispatch_id: uuid.UUID, key: str) -> Response | tuple[str, int]:
    """Put a source that was found on this dispatch's record."""
    form = FoundForm()
    if not form.validate():
        return _page(dispatch_id, key, "The page was open for too long. Try again."), 409
    if form.source_id is None:
        abort(404)
    asked = commands.Asked(person_here().id, dispatch_id, now(), form.operation_id)
    try:
        with saving() as session:
            title = commands.attach_found(session, asked, form.source_id)
    except NotThere:
        raise
    except Refused as refused:
        return _page(dispatch_id, key, *refused.reasons), 409
    flash(f"“{title}” is on the record.", "ok")
    return redirect(url_for("review.show", dispatch_id=dispatch_id, _anchor="quotes"), 303)


def _page(dispatch_id: uuid.UUID, key: str, *refused: str) -> str:
    def address(other: uuid.UUID, source_id: uuid.UUID, offset: int) -> str:
        return url_for(
            ".show", dispatch_id=other, source_id=source_id, at=offset or None, _anchor=f"c{offset}"
        )

    page = archive_page(reading(), person_here(), dispatch_id, key, now(), address)
    forms = {offer.source_id: FoundForm(formdata=None) for offer in page.offers}
    return render_template("sources/archive.html", page=page, forms=forms, refused=refused)
