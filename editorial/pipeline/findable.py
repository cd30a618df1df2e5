"""Keeping a dispatch's words where its desk searches."""

import uuid

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.fold import fold
from editorial.document.plain import plain
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_text import DispatchText
from editorial.pipeline.shelve import STEMMING


def make_findable(session: Session, dispatch: Dispatch, content: Content) -> None:
    """Under the words that are written now."""
    number = number_of(dispatch.id)
    row = session.get(DispatchText, number)
    if row is None:
        row = DispatchText(number=number, dispatch_id=dispatch.id)
        session.add(row)
    row.configuration = STEMMING.get(content.language.split("-")[0].lower(), "simple")
    row.slugline = fold(dispatch.slugline.replace("-", " "))
    row.headline = fold(content.headline)
    row.body = fold(f"{content.summary}\n{plain(content.body).text}")
    session.flush()


def rename_findable(session: Session, dispatch: Dispatch) -> None:
    """Under its slugline as it is now."""
    row = session.get(DispatchText, number_of(dispatch.id))
    if row is not None:
        row.slugline = fold(dispatch.slugline.replace("-", " "))


def number_of(dispatch_id: uuid.UUID) -> int:
    """62 bits of a random id: the index wants a number, and a backup no sequence."""
    return dispatch_id.int >> 66
