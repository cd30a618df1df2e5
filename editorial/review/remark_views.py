"""Comments, suggestions and points on the dispatch page."""

import uuid

from editorial.models.saving import saving
from editorial.models.suggestion import Change
from editorial.pipeline.refusal import Refused
from editorial.review import commands, commenting, points, suggesting
from editorial.review.forms import PlacedForm
from editorial.review.here import Answer, asked, done, page_of, refused
from editorial.review.remark_forms import CommentForm, ReplyForm, SeveralForm, SuggestForm
from editorial.review.suggesting import Decided
from editorial.review.views import bp
from editorial.web.access import needs, signed_in

__all__ = ["bp"]


@bp.post("/dispatches/<uuid:dispatch_id>/read")
@needs(signed_in)
def read(dispatch_id: uuid.UUID) -> Answer:
    """Remember what this person has read, so that the page can say what changed since."""
    form = PlacedForm("read")
    try:
        with saving() as session:
            commands.read(session, asked(dispatch_id, form))
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, "Remembered. From now on the page begins with what changed since.")


@bp.post("/dispatches/<uuid:dispatch_id>/comments")
@needs(signed_in)
def comment(dispatch_id: uuid.UUID) -> Answer:
    """Say something about some words, a paragraph or the whole."""
    form = CommentForm("comment")
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    try:
        with saving() as session:
            commenting.say(session, asked(dispatch_id, form), form.where)
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, "Your comment stands on the page.", "comments")


@bp.post("/dispatches/<uuid:dispatch_id>/comments/<uuid:comment_id>/reply")
@needs(signed_in)
def reply(dispatch_id: uuid.UUID, comment_id: uuid.UUID) -> Answer:
    """Answer a comment."""
    form = ReplyForm(str(comment_id))
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    try:
        with saving() as session:
            commenting.answer(session, asked(dispatch_id, form), comment_id)
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, "Your reply stands on the page.", "comments")


@bp.post("/dispatches/<uuid:dispatch_id>/comments/<uuid:comment_id>/resolve", defaults={"ok": True})
@bp.post("/dispatches/<uuid:dispatch_id>/comments/<uuid:comment_id>/reopen", defaults={"ok": False})
@needs(signed_in)
def resolve(dispatch_id: uuid.UUID, comment_id: uuid.UUID, *, ok: bool) -> Answer:
    """Close what was said, or open it again."""
    form = PlacedForm("resolve")
    with saving() as session:
        commenting.resolve(session, asked(dispatch_id, form), comment_id, done=ok)
    return done(dispatch_id, "Resolved." if ok else "It is open again.", "comments")


@bp.post("/dispatches/<uuid:dispatch_id>/suggestions")
@needs(signed_in)
def suggest(dispatch_id: uuid.UUID) -> Answer:
    """Propose other words."""
    form = SuggestForm("suggest")
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    change = Change(form.change.data)
    try:
        with saving() as session:
            suggesting.suggest(
                session, asked(dispatch_id, form), form.where, change, form.new.data or ""
            )
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    told = "Your suggestion lies beside the text until who writes accepts or declines it."
    return done(dispatch_id, told, "suggestions")


@bp.post("/dispatches/<uuid:dispatch_id>/suggestions/accept", defaults={"yes": True})
@bp.post("/dispatches/<uuid:dispatch_id>/suggestions/decline", defaults={"yes": False})
@needs(signed_in)
def decide_on(dispatch_id: uuid.UUID, *, yes: bool) -> Answer:
    """Accept or decline the suggestions named: one, or all that the page showed."""
    form = SeveralForm("accept" if yes else "decline")
    try:
        with saving() as session:
            decision = suggesting.accept if yes else suggesting.decline
            decided = decision(session, asked(dispatch_id, form), form.ids)
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, _told(decided, yes=yes), "suggestions")


@bp.post("/dispatches/<uuid:dispatch_id>/points/<uuid:point_id>/tick", defaults={"ok": True})
@bp.post("/dispatches/<uuid:dispatch_id>/points/<uuid:point_id>/untick", defaults={"ok": False})
@needs(signed_in)
def tick(dispatch_id: uuid.UUID, point_id: uuid.UUID, *, ok: bool) -> Answer:
    """Tick a point of the return off, or open it again."""
    form = PlacedForm("tick")
    try:
        with saving() as session:
            points.tick(session, asked(dispatch_id, form), point_id, done=ok)
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, "Ticked off." if ok else "The point is open again.", "points")


def _told(decided: Decided, *, yes: bool) -> str:
    many = "1 suggestion is" if decided.done == 1 else f"{decided.done} suggestions are"
    if not yes:
        return f"{many} declined; the text is as it was."
    told = [f"{many} in the text now. You and who suggested are among its authors."]
    if decided.frozen:
        told.append("It was frozen as a new revision.")
    if decided.stale:
        told.append(f"{decided.stale} could not be accepted: the words have changed.")
    return " ".join(told)
