"""Pages of what happened."""

import uuid

from flask import Blueprint, render_template, request
from markupsafe import Markup

from editorial.document.html import html
from editorial.history import queries
from editorial.history.forms import LogForm
from editorial.history.log import actors, dispatch_lines, log_page
from editorial.models.saving import reading
from editorial.pipeline.named import find_named, named_lines, named_text
from editorial.pipeline.write import why_not_write
from editorial.web.access import needs, on_a_desk_or_administrator, signed_in
from editorial.web.changes import changes
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here
from editorial.web.times import zone_here

bp = Blueprint("history", __name__)


@bp.get("/log")
@needs(on_a_desk_or_administrator)
def log() -> str:
    """The log, newest first, filtered."""
    session, person = reading(), person_here()
    form = LogForm(request.args)
    form.person.choices = {"": "Anyone", **{str(k): n for k, n in actors(session, person)}}
    before = request.args.get("before", "")
    number = int(before) if before.isdecimal() and len(before) < 16 else None
    form.validate()
    asked = {field.name: request.args.get(field.name, "") for field in form}
    return render_template(
        "history/log.html",
        form=form,
        page=log_page(session, person, form.wanted(zone_here(), number)),
        asked={name: value for name, value in asked.items() if value},
        before=number,
    )


@bp.get("/dispatches/<uuid:dispatch_id>/history")
@needs(signed_in)
def dispatch(dispatch_id: uuid.UUID) -> str:
    """What happened to one dispatch, and its revisions."""
    session = reading()
    found = queries.visible_dispatch(session, person_here(), dispatch_id)
    return render_template(
        "history/dispatch.html",
        dispatch=found,
        lines=dispatch_lines(session, person_here(), found),
        revisions=queries.revision_lines(session, found),
        working=queries.working_line(session, found),
        versions=named_lines(session, found.id),
    )


@bp.get("/dispatches/<uuid:dispatch_id>/revisions/<int(max=999999):number>")
@needs(signed_in)
def revision(dispatch_id: uuid.UUID, number: int) -> str:
    """One frozen text, exactly."""
    session = reading()
    found = queries.visible_dispatch(session, person_here(), dispatch_id)
    line, frozen = queries.find_revision(session, found, number)
    content = queries.content_of(frozen)
    return render_template(
        "history/revision.html",
        dispatch=found,
        revision=line,
        content=content,
        body_html=Markup(html(content.body)) if content else None,  # noqa: S704  (escaped there)
    )


@bp.get("/dispatches/<uuid:dispatch_id>/versions/<uuid:save_id>")
@needs(signed_in)
def version(dispatch_id: uuid.UUID, save_id: uuid.UUID) -> str:
    """One text that was saved under a name."""
    session = reading()
    found = queries.visible_dispatch(session, person_here(), dispatch_id)
    saved = find_named(session, found.id, save_id)
    content = named_text(saved)
    return render_template(
        "history/version.html",
        dispatch=found,
        version=next(line for line in named_lines(session, found.id) if line.id == saved.id),
        content=content,
        body_html=Markup(html(content.body)),  # noqa: S704  (escaped there)
        why_not=why_not_write(found, person_here()),
        form=ActForm(formdata=None),
    )


@bp.get("/dispatches/<uuid:dispatch_id>/differences")
@needs(signed_in)
def differences(dispatch_id: uuid.UUID) -> str:
    """The difference between any two texts of a dispatch, as prose."""
    session = reading()
    found = queries.visible_dispatch(session, person_here(), dispatch_id)
    texts = [
        queries.find_text(session, found, request.args.get(side, usual))
        for side, usual in (("from", "1"), ("to", queries.WORKING))
    ]
    before, after = (text.content for text in texts)
    return render_template(
        "history/differences.html",
        dispatch=found,
        texts=texts,
        numbers=queries.revision_numbers(session, found),
        versions=named_lines(session, found.id),
        changes=None if before is None or after is None else changes(before, after),
        language=found.language if after is None else after.language,
    )
