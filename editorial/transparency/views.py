"""What anyone may fetch of the log: checkpoints and certificates, never an entry's words."""

import json
from collections.abc import Callable

from flask import Blueprint, make_response, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from editorial.ledger.freshness import too_late
from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.witnesses import with_cosignatures
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere
from editorial.transparency.certificate import certificate, certified_publication
from editorial.transparency.feed import checkpoint_feed
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now

NOTE = "text/plain; charset=utf-8"
FEED_ENTRIES = 50

bp = Blueprint("transparency", __name__)


@bp.app_context_processor
def words() -> dict[str, Callable[[], str | None]]:
    """For the desk's pages: the alarm when witnesses, or our own signature, are late."""
    return {"log_alarm": lambda: too_late(reading(), now())}


@bp.get("/log/checkpoint")
@needs(anyone)
def newest() -> Response:
    """The newest checkpoint, with what witnesses put under it so far."""
    return _note(newest_checkpoint(reading()))


@bp.get("/log/checkpoints/<int(max=999999999999):size>")
@needs(anyone)
def show(size: int) -> Response:
    """The checkpoint at ``size`` entries."""
    return _note(reading().get(KeptCheckpoint, size))


@bp.get("/log/checkpoints.atom")
@needs(anyone)
def feed() -> Response:
    """The newest checkpoints as Atom."""
    session = reading()
    kept = session.scalars(
        select(KeptCheckpoint).order_by(KeptCheckpoint.size.desc()).limit(FEED_ENTRIES)
    ).all()
    notes = [(one, str(with_cosignatures(session, one))) for one in kept]
    name = setting(session, "agency.name")
    body = checkpoint_feed(name, absolute("site.front"), notes, now())
    return _answer(body, "application/atom+xml; charset=utf-8")


@bp.get("/news/<slug>/<address>/certificate.json")
@needs(anyone)
def download(slug: str, address: str) -> Response:  # noqa: ARG001  (an article may have moved)
    """The certificate of what is live at the address."""
    session = reading()
    made = certificate(session, *certified_publication(session, address))
    body = json.dumps(made, ensure_ascii=False, indent=1).encode()
    response = _answer(body, "application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{address}.certificate.json"'
    return response


def _note(kept: KeptCheckpoint | None) -> Response:
    if kept is None:
        raise NotThere
    return _answer(str(with_cosignatures(reading(), kept)).encode(), NOTE)


def _answer(body: bytes, content_type: str) -> Response:
    """Caches may keep it, but must ask: cosignatures come in later."""
    response = make_response(body)
    response.content_type = content_type
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)
