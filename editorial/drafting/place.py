"""Where a draft belongs before it was ever filed: its author's own affair, no act of the desk."""

from sqlalchemy.orm import Session

from editorial.drafting.draft import Placing
from editorial.drafting.queries import writing_desks
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline.refusal import Refused


def put_in_place(session: Session, dispatch: Dispatch, person: Person, placing: Placing) -> None:
    """Desk and embargo as chosen; ``dispatch`` is locked. Raises Refused."""
    desks = {desk.id: desk for desk in writing_desks(session, person)}
    if placing.desk_id != dispatch.desk_id:
        if placing.desk_id not in desks:
            raise Refused("Choose a desk on which you are a correspondent or an editor.")
        dispatch.desk_id, dispatch.desk = placing.desk_id, desks[placing.desk_id]
    dispatch.embargo_at, dispatch.embargo_zone = placing.embargo_at, placing.embargo_zone
    session.flush()
