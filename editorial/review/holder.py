"""Who has a dispatch in hand."""

from editorial.models.dispatch import Dispatch
from editorial.workflow.words import State


def holder(dispatch: Dispatch) -> str | None:
    """The editor who claimed it, while it is in review; a claim says nothing afterwards."""
    if dispatch.state is not State.IN_REVIEW or dispatch.claimant is None:
        return None
    return dispatch.claimant.name
