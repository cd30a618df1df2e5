"""Who vouched for the text that readers see, as they are told."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from editorial.models.approval import Approval
from editorial.models.publication import Publication
from editorial.site.pages import Voucher


def vouchers(session: Session, publication: Publication, *, names: bool) -> tuple[Voucher, ...]:
    """In which role the text was approved, each approval once; with ``names`` by whom too."""
    approvals = session.scalars(
        select(Approval)
        .where(
            Approval.revision_id == publication.revision_id,
            Approval.dispatch_id == publication.dispatch_id,
            Approval.approved_at <= publication.published_at,
            # One that was voided since held when the text went live.
            or_(Approval.voided_at.is_(None), Approval.voided_at > publication.published_at),
        )
        .order_by(Approval.approved_at, Approval.id)
    )
    found = [Voucher(one.person.name if names else "", one.role.value) for one in approvals]
    return tuple(dict.fromkeys(found))
