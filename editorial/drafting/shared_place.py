"""What a page tells its editor of the shared copy: its address, and what it holds."""

import uuid
from base64 import b64encode
from typing import Any

from flask import url_for

from editorial.drafting.here import Here
from editorial.drafting.sync import Answer


def shared_place(dispatch_id: uuid.UUID, answer: Answer | None) -> dict[str, Any]:
    """For a template; ``answer`` None: the dispatch begins with what is typed there."""
    return {
        "sync": url_for("drafting.sync", dispatch_id=dispatch_id),
        "edit": url_for("drafting.edit", dispatch_id=dispatch_id),
        "check": url_for("drafting.check", dispatch_id=dispatch_id),
        "versions": url_for("drafting.name_version", dispatch_id=dispatch_id),
        "placing": url_for("drafting.save_placing", dispatch_id=dispatch_id),
        "told": None if answer is None else told(answer, [], None),
    }


def told(answer: Answer, here: list[Here], me: uuid.UUID | None) -> dict[str, Any]:
    """An answer as JSON, with who else is here."""
    said: dict[str, Any] = {
        "version": answer.version,
        "state": answer.state.value,
        "placed": answer.placed,
        "here": [
            {
                "tab": str(one.tab),
                "name": one.name,
                "mine": one.person_id == me,
                "place": one.place,
                "reads": one.reads,
            }
            for one in here
        ],
    }
    if answer.lacking is not None:
        said |= {
            "taken": answer.taken,
            "vector": b64encode(answer.vector).decode(),
            "lacking": b64encode(answer.lacking).decode(),
            "wanting": list(answer.wanting),
            "sources": answer.sources,
            "wrong": answer.wrong,
        }
    return said
