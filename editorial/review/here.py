"""What the views of the dispatch page need of a request, and the page itself."""

import uuid
from typing import Any

from flask import flash, get_template_attribute, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from editorial.ledger.latest import last_word
from editorial.models.dispatch import Dispatch
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.review.asking import Asked
from editorial.review.forms import PlacedForm
from editorial.review.marked import marked
from editorial.review.page import dispatch_page
from editorial.review.page_forms import page_forms
from editorial.web.clock import now
from editorial.web.signed_in import my_id, person_here

Answer = Response | tuple[str, int]


def asked(dispatch_id: uuid.UUID, form: PlacedForm) -> Asked:
    """Who asks, as the commands want it."""
    return Asked(my_id(), dispatch_id, now(), form.note.data or "", form.operation_id)


def done(dispatch_id: uuid.UUID, told: str, anchor: str | None = None) -> Response:
    """Back to the page, which says what was done."""
    flash(told, "ok")
    kept = kept_filter()
    return redirect(url_for("review.show", dispatch_id=dispatch_id, **kept, _anchor=anchor), 303)


def refused(dispatch_id: uuid.UUID, form: PlacedForm, refusal: Refused) -> Answer:
    """The page with the reasons, and with what was typed."""
    if isinstance(refusal, NotThere):
        raise refusal
    form.refuse(refusal.reasons)
    if not isinstance(refusal, Stale) and (said := _meanwhile(dispatch_id, form)):
        form.refuse((said,))
    return page_of(dispatch_id, form), 409


def _meanwhile(dispatch_id: uuid.UUID, form: PlacedForm) -> str:
    """Who did what since the page was made, for what an old page may still ask but did not get."""
    session = reading()
    dispatch = session.get_one(Dispatch, dispatch_id, populate_existing=True)
    if form.seen_version in (None, dispatch.version):
        return ""
    return Stale.WORDS + last_word(session, dispatch_id, now())


def page_of(dispatch_id: uuid.UUID, tried: PlacedForm | None = None) -> str:
    """The dispatch page; ``tried`` is a form that was refused, shown with what was typed."""

    def passage(source_id: uuid.UUID, offset: int | None) -> str:
        anchor = None if offset is None else f"c{offset}"
        return url_for(
            "sources.show",
            dispatch_id=dispatch_id,
            source_id=source_id,
            at=offset or None,
            _anchor=anchor,
        )

    since = request.args.get("since", "")
    page = dispatch_page(reading(), person_here(), dispatch_id, now(), passage, since)
    sign = get_template_attribute("review/parts/sign.html", "sign_in_story")
    remark = get_template_attribute("review/parts/sign.html", "sign_of_remark")
    return render_template(
        "review/show.html",
        page=page,
        story=marked(page.content, page.quotes, sign, page.sizes, page.remarks, remark),
        forms=page_forms(page, tried),
        tried=tried,
        only_open=bool(kept_filter()),
    )


def kept_filter() -> dict[str, Any]:
    """The filter of the list of quotes, where it is on."""
    return {"quotes": "open"} if request.args.get("quotes") == "open" else {}
