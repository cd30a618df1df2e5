"""Attaching to the record, reading it, correcting how it is read, detaching."""

import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import commands, queries, uploads
from editorial.sources.decode import ENCODINGS
from editorial.sources.forms import AttachForm, DetachForm, ReadAsForm, SeenByForm
from editorial.sources.take import received, take
from editorial.sources.transcribing import making
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here

bp = Blueprint("sources", __name__, url_prefix="/dispatches/<uuid:dispatch_id>")
Answer = Response | str | tuple[str, int]
Item = Callable[[], AbstractContextManager[tuple[Path, str]]]


@bp.route("/sources/new", methods=["GET", "POST"])
@needs(signed_in)
def attach(dispatch_id: uuid.UUID) -> Answer:
    """Paste words or choose files, one or several."""
    form = AttachForm()
    page = queries.attach_page(reading(), person_here(), dispatch_id, now())
    coming = uploads.waiting(reading(), person_here().id, dispatch_id)
    whole = [(str(one.id), _sized(one)) for one in coming if one.whole]
    form.offer(page.colleagues, page.recordings, whole)
    if not form.is_submitted():
        return _attach_page(page, form, coming)
    if not form.validate():
        return _attach_page(page, form, coming), 409
    attached, refusals = _attach_each(dispatch_id, form)
    if not attached:
        form.form_errors.extend(refusals)
        return _attach_page(page, form, coming), 409
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


@bp.post("/sources/<uuid:source_id>/viewers")
@needs(signed_in)
def show_to(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Answer:
    """Say anew who may see it."""
    form = SeenByForm()
    page = queries.attach_page(reading(), person_here(), dispatch_id, now())
    form.offer_people(page.colleagues)
    if not form.validate():
        return _source_page(dispatch_id, source_id), 409
    viewers = form.viewer_ids if form.confidential else None
    try:
        with saving() as session:
            commands.show_to(session, _asked(dispatch_id, form), source_id, viewers)
    except NotThere:
        raise
    except Refused as refused:
        flash(" ".join(refused.reasons), "bad")
        return redirect(_address(dispatch_id, source_id), 303)
    flash("Kept. From now on it is seen by whom you named.", "ok")
    return redirect(_address(dispatch_id, source_id), 303)


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
    """Each item in a transaction of its own: one bad file does not hold up the others. It is read
    before its transaction begins, as that may take a while."""
    attached: list[commands.Attached] = []
    refusals: list[str] = []
    about = _about(form)
    for number, (item, upload_id) in enumerate(_items(dispatch_id, form)):
        asked = _asked(dispatch_id, form, number)
        try:
            with item() as (path, name), commands.naming(name):
                taken = take(path, name, form.encoding.data or None if name else None)
                with saving() as session:
                    attached.append(commands.attach_taken(session, asked, taken, name, about))
                    if upload_id is not None:
                        uploads.drop(session, uploads.find(session, asked, upload_id))
        except NotThere:
            raise
        except Refused as refused:
            refusals.extend(refused.reasons)
    return attached, refusals


def _about(form: AttachForm) -> commands.About:
    files = len(form.uploads) + len(form.arrived_ids)
    alone = files + bool((form.text.data or "").strip()) == 1
    return commands.About(
        kind=form.source_kind,
        # One title can't name several; each then takes its file's name.
        title=(form.title.data or "").strip() if alone else "",
        event=(form.event.data or "").strip(),
        dated=form.date.data,
        origin=(form.origin.data or "").strip(),
        terms=form.source_terms,
        confidential=form.confidential,
        viewers=form.viewer_ids,
        recording=form.recording_id,
    )


def _items(dispatch_id: uuid.UUID, form: AttachForm) -> list[tuple[Item, uuid.UUID | None]]:
    """Each opens as the path of its bytes and its name; pasted words have none. With it the upload
    that it came by, if any."""
    items: list[tuple[Item, uuid.UUID | None]] = []
    words = (form.text.data or "").strip()
    if words:
        items.append((partial(_pasted, words), None))
    items += [(partial(_sent, file), None) for file in form.uploads]
    items += [(partial(_arrived, dispatch_id, key), key) for key in form.arrived_ids]
    return items


@contextmanager
def _arrived(dispatch_id: uuid.UUID, upload_id: uuid.UUID) -> Iterator[tuple[Path, str]]:
    asked = commands.Asked(person_here().id, dispatch_id, now())
    try:
        upload = uploads.find(reading(), asked, upload_id)
    except NotThere as error:
        raise Refused("A file of this form is attached already, or was given up.") from error
    if uploads.arrived(reading(), upload) != upload.size:
        raise Refused(f"“{upload.filename}” has not arrived whole. Choose it again to go on.")
    yield uploads.path_of(reading(), upload), upload.filename


@contextmanager
def _pasted(words: str) -> Iterator[tuple[Path, str]]:
    with received(words.replace("\r\n", "\n").encode(errors="replace")) as path:
        yield path, ""


@contextmanager
def _sent(file: FileStorage) -> Iterator[tuple[Path, str]]:
    with tempfile.NamedTemporaryFile(prefix="editorial-") as spool:
        file.save(spool)
        spool.flush()
        yield Path(spool.name), commands.bare_name(file.filename or "")


def _asked(dispatch_id: uuid.UUID, form: ActForm, number: int = 0) -> commands.Asked:
    """Each item of one form has an id of its own, made from the form's."""
    operation = form.operation_id
    if operation is not None and number:
        operation = uuid.uuid5(operation, str(number))
    return commands.Asked(person_here().id, dispatch_id, now(), operation)


def _told(attached: commands.Attached) -> str:
    if not attached.read:
        return (
            f"“{attached.title}” is kept. No text is claimed of it, so no quote is checked "
            "against it."
        )
    if attached.certain:
        return f"“{attached.title}” is on the record."
    name = ENCODINGS[attached.encoding]
    return (
        f"“{attached.title}” is on the record, read as {name}. That is a guess: "
        "look whether its letters are right."
    )


def _address(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> str:
    return url_for(".show", dispatch_id=dispatch_id, source_id=source_id)


def _attach_page(
    page: queries.AttachPage, form: AttachForm, coming: Sequence[uploads.Waiting]
) -> str:
    on_the_way = [one for one in coming if not one.whole]
    return render_template("sources/attach.html", page=page, form=form, on_the_way=on_the_way)


def _sized(one: uploads.Waiting) -> str:
    return f"{one.filename}, {one.size / 1_000_000:,.1f} MB"


def _source_page(
    dispatch_id: uuid.UUID, source_id: uuid.UUID, detach: DetachForm | None = None
) -> str:
    at = request.args.get("at", 0, type=int)
    preview = request.args.get("encoding")
    page = queries.source_page(
        reading(), person_here(), dispatch_id, source_id, now(), at=at, preview=preview
    )
    seen_by = SeenByForm(
        formdata=None,
        seen_by="named" if page.source.confidential else "desk",
        viewers=[str(one.id) for one in page.viewers],
    )
    seen_by.offer_people(page.colleagues)
    return render_template(
        "sources/show.html",
        page=page,
        making=making(reading(), page.source, now()),
        plain=ActForm(formdata=None),
        seen_by=seen_by,
        detach=detach or DetachForm(formdata=None),
        read_as=ReadAsForm(formdata=None, encoding=page.previewed or page.source.encoding),
    )
