"""The desk in a phone's share sheet: what the phone is told, and what takes the place of a service
worker that isn't there.

What is shared never comes here: the worker keeps it on the device, and it reaches the desk as a
source once its owner said of which dispatch.
"""

import json
from typing import Any

from flask import jsonify, redirect, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from editorial.drafting.destinations import destinations
from editorial.drafting.placing_views import bp
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.promised import PROMISED, TYPES
from editorial.web.access import anyone, needs, signed_in
from editorial.web.signed_in import person_here

__all__ = ["bp"]

PAPER = "#fbfaf7"
ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("maskable-512", 512, "maskable"))


@bp.get("/desk.webmanifest")
@needs(anyone)
def desk_manifest() -> Response:
    """The desk as an app on a phone, which takes what other apps share. It holds nothing of
    anybody."""
    told = {
        "id": "/desk",
        "name": setting(reading(), "agency.name"),
        "short_name": setting(reading(), "agency.name"),
        "lang": "en",
        "start_url": url_for("review.start"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {
                "src": url_for("static", filename=f"icons/{name}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in ICONS
        ],
        "share_target": _share_target(),
    }
    answer = Response(json.dumps(told, ensure_ascii=False), mimetype="application/manifest+json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _share_target() -> dict[str, Any]:
    return {
        "action": url_for(".share"),
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {
            "title": "title",
            "text": "text",
            "url": "url",
            "files": [{"name": "files", "accept": [*TYPES, *PROMISED]}],
        },
    }


@bp.post("/share")
@needs(anyone)
def share() -> Response:
    """No worker was there to take it. It is not read: it may be anybody's, and is for no dispatch
    yet; with the page that follows a worker comes."""
    return redirect(url_for(".shell", share="missed"), 303)


@bp.get("/share/dispatches")
@needs(signed_in)
def share_dispatches() -> Response:
    """Where what was shared can go: the dispatches that this person may write."""
    rows = [
        {
            "title": dispatch.headline or dispatch.slugline or "A dispatch without a headline",
            "state": dispatch.state.value,
            "url": url_for(".edit", dispatch_id=dispatch.id),
        }
        for dispatch in destinations(reading(), person_here())
    ]
    answer = jsonify({"dispatches": rows})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.record_once
def _let_phones_share(state: BlueprintSetupState) -> None:
    """A phone's share sheet has seen no page of ours; nothing is read, so nothing can be forged."""
    state.app.extensions["csrf"].exempt(share)
