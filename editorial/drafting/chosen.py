"""Desk and embargo as the author of a filing chose them on a device without a link."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from editorial.drafting.commands import Asked
from editorial.drafting.draft import Placing
from editorial.drafting.placing import place
from editorial.models.dispatch import Dispatch
from editorial.pipeline.refusal import Refused


@dataclass(frozen=True, slots=True)
class Chosen:
    """``placing`` is None where it can't be: ``why``, in a sentence. ``words`` say what was meant;
    ``shown`` is where its page saw the dispatch."""

    placing: Placing | None
    words: str
    shown: str = ""
    why: str = ""


def put_as_chosen(
    session: Session, asked: Asked, dispatch: Dispatch, chosen: Chosen | None
) -> str | None:
    """Why it can't be where its author wanted it, as a sentence; None once it is."""
    if chosen is None:
        return None
    why = chosen.why
    if chosen.placing is not None:
        try:
            place(session, asked, dispatch.id, chosen.placing, chosen.shown)
            return None
        except Refused as refused:
            why = " ".join(refused.reasons)
    return f"Its author chose another desk or embargo ({chosen.words}). {why}"
