"""Changing the house's settings."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.setting import Setting, setting
from editorial.pipeline import operation as operations
from editorial.pipeline.public import touch
from editorial.pipeline.record import record

# Settings that stand on pages of the site: on all of them, so that every page is made anew.
ON_THE_SITE = ("agency.", "site.", "security.")


def change_settings(
    session: Session,
    actor: Person,
    values: Mapping[str, Any],
    now: datetime,
    operation: uuid.UUID | None = None,
) -> tuple[str, ...]:
    """Set what differs, each with its entry in the log; the keys that did."""
    if operations.begin(session, operation, actor.id, "change_settings", now) is not None:
        return ()
    changed = []
    for key, value in sorted(values.items()):
        before = setting(session, key)
        if value == before:
            continue
        session.merge(Setting(key=key, value=value))
        details = {"key": key, "before": before, "after": value}
        record(session, actor, "change_setting", now, details=details, operation=operation)
        changed.append(key)
    if any(key.startswith(ON_THE_SITE) for key in changed):
        touch(session, now)
    operations.complete(session, operation, {})
    return tuple(changed)
