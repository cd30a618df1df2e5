"""Attaching to the record, reading it, correcting how it is read, detaching."""

import io
import uuid
from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import commands, queries
from editorial.sources.decode import ENCODINGS
from editorial.sources.forms import AttachForm, DetachForm, ReadAsForm
from editorial.vault.files import MissingFile
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here

bp = Blueprint("sources", __name__, url_prefix="/dispatches/<uuid:dispatch_id>")
Answer = Response | str | tuple[str, int]


@bp.route("/sources/new", methods=["GET", "POST"])
@needs(signed_in)
def attach(dispatch_id: uuid.UUID) -> Answer:
    """Paste words or choose files, one or several."""
    form = AttachForm()
    if not form.is_submitted():
        return _attach_page(dispatch_id, form)
    if not form.validate():
        return _attach_page(dispatch_id, form), 409
    attached, refusals = _attach_each(dispatch_id, form)
    if not attached:
        form.form_errors.extend(refusals)
        return _attach_page(dispatch_id, form), 409
    for reason in refusals:
        flash(reason, "bad")
    for one in attached:
        flash(_told(one), "ok" if one.certain else "warn")
    if len(attached) > 1:
        return redirect(url_for("review.show", dispatch_id=dispatch_id), 303)
    return redirect(_address(dispatch_id, attached[0].source_id), 303)


@bp.get("/sources/<uuid:source_id>")
@needs(signed_in)
def show(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> str:
    """Its text, with who speaks and what the story quotes; ``?at=`` an offset, for its page."""
    return _source_page(dispatch_id, source_id)


@bp.get("/sources/<uuid:source_id>/original")
@needs(signed_in)
def original(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Response:
    """The bytes as received: always to be saved, never shown by the browser."""
    try:
        name, content = queries.original(reading(), person_here(), dispatch_id, source_id)
    except MissingFile:
        abort(404)
    return send_file(
        io.BytesIO(content),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=name,
    )


@bp.post("/sources/<uuid:source_id>/detach")
@needs(signed_in)
def detach(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Answer:
    """Take it from the record."""
    form = DetachForm()
    if not form.validate():
        return _source_page(dispatch_id, source_id, detach=form), 409
    try:
        with saving() as session:
            commands.detach(session, _asked(dispatch_id, form), source_id, form.reason.data or "")
    except NotThere:
        raise
    except Refused as refused:
        form.reason.errors = [*form.reason.errors, *refused.reasons]
        return _source_page(dispatch_id, source_id, detach=form), 409
    flash("Detached. The log keeps who did it and why.", "ok")
    return redirect(url_for("review.show", dispatch_id=dispatch_id), 303)


@bp.post("/sources/<uuid:source_id>/encoding")
@needs(signed_in)
def read_as(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Answer:
    """Correct how its bytes are read."""
    form = ReadAsForm()
    if not form.validate():
        return _source_page(dispatch_id, source_id), 409
    try:
        with saving() as session:
            source_id = commands.read_as(
                session, _asked(dispatch_id, form), source_id, form.encoding.data
            )
    except NotThere:
        raise
    except Refused as refused:
        flash(" ".join(refused.reasons), "bad")
        return redirect(_address(dispatch_id, source_id), 303)
    flash(f"It is read as {ENCODINGS[form.encoding.data]} now.", "ok")
    return redirect(_address(dispatch_id, source_id), 303)


def _attach_each(
    dispatch_id: uuid.UUID, form: AttachForm
) -> tuple[list[commands.Attached], list[str]]:
    """Each item in a transaction of its own: one bad file does not hold up the others."""
    attached: list[commands.Attached] = []
    refusals: list[str] = []
    for number, attach_one in enumerate(_items(form)):
        asked = _asked(dispatch_id, form, number)
        try:
            with saving() as session:
                attached.append(attach_one(session, asked))
        except NotThere:
            raise
        except Refused as refused:
            refusals.extend(refused.reasons)
    return attached, refusals


def _items(form: AttachForm) -> list[Callable[..., commands.Attached]]:
    words, uploads = (form.text.data or "").strip(), form.uploads
    alone = len(uploads) + bool(words) == 1
    about = commands.About(
        kind=form.source_kind,
        # One title can't name several; each then takes its file's name.
        title=(form.title.data or "").strip() if alone else "",
        event=(form.event.data or "").strip(),
        dated=form.date.data,
        origin=(form.origin.data or "").strip(),
        terms=form.source_terms,
    )
    items: list[Callable[..., commands.Attached]] = []
    if words:
        items.append(lambda session, asked: commands.attach_text(session, asked, words, about))
    for file in uploads:
        content, name = file.read(commands.LARGEST_FILE + 1), file.filename
        items.append(
            lambda session, asked, content=content, name=name: commands.attach_file(
                session, asked, content, name, about, form.encoding.data or None
            )
        )
    return items


def _asked(dispatch_id: uuid.UUID, form: ActForm, number: int = 0) -> commands.Asked:
    """Each item of one form has an id of its own, made from the form's."""
    operation = form.operation_id
    if operation is not None and number:
        operation = uuid.uuid5(operation, str(number))
    return commands.Asked(person_here().id, dispatch_id, now(), operation)


def _told(attached: commands.Attached) -> str:
    if attached.certain:
        return f"“{attached.title}” is on the record."
    name = ENCODINGS[attached.encoding]
    return (
        f"“{attached.title}” is on the record, read as {name}. That is a guess: "
        "look whether its letters are right."
    )


def _address(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> str:
    return url_for(".show", dispatch_id=dispatch_id, source_id=source_id)


def _attach_page(dispatch_id: uuid.UUID, form: AttachForm) -> str:
    page = queries.attach_page(reading(), person_here(), dispatch_id, now())
    return render_template("sources/attach.html", page=page, form=form)


def _source_page(
    dispatch_id: uuid.UUID, source_id: uuid.UUID, detach: DetachForm | None = None
) -> str:
    at = request.args.get("at", 0, type=int)
    preview = request.args.get("encoding")
    page = queries.source_page(
        reading(), person_here(), dispatch_id, source_id, now(), at=at, preview=preview
    )
    return render_template(
        "sources/show.html",
        page=page,
        detach=detach or DetachForm(formdata=None),
        read_as=ReadAsForm(formdata=None, encoding=page.previewed or page.source.encoding),
    )
