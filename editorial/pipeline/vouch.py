"""What settling and taking a settlement back change."""

import uuid

from editorial.models.approval import VoidReason
from editorial.models.settlement import Settlement
from editorial.pipeline.act import Act, as_it_is_now, expect
from editorial.pipeline.matter import TakingBack, Vouching
from editorial.pipeline.refusal import Refused


def settle(act: Act) -> None:
    """A named person vouches for one quote."""
    vouching = expect(act, Vouching)
    quote = next((q for q in act.situation.evidence.quotes if q.key == vouching.quote_key), None)
    if quote is None:
        raise Refused(
            "The quote or what was found of it has changed since this page was made. "
            "Read it again; what you wrote is kept below."
        )
    if quote.settlement is not None or not quote.open_by_record:
        raise Refused("This quote is not open: there is nothing to settle.")
    settlement = Settlement(
        id=uuid.uuid4(),
        dispatch_id=act.dispatch.id,
        quote_key=quote.key,
        quote=quote.quotation.text,
        speaker=quote.quotation.speaker_resolved or quote.quotation.speaker or "",
        verdict=quote.finding.verdict,
        kind=vouching.kind,
        reason=act.note,
        contact=vouching.contact,
        contacted_at=vouching.contacted_at,
        settled_at=act.now,
        settled_by=act.actor.id,
    )
    act.session.add(settlement)
    act.details |= {
        "quote": quote.key,
        "verdict": quote.finding.verdict,
        "how": vouching.kind.value,
    }
    act.words["contact"] = vouching.contact
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def unsettle(act: Act) -> None:
    """A settlement is taken back."""
    settlement = as_it_is_now(act, Settlement, expect(act, TakingBack).settlement_id)
    if settlement is None or settlement.dispatch_id != act.dispatch.id:
        raise Refused("There is no such settlement.")
    if settlement.withdrawn_at is not None:
        raise Refused("This settlement was taken back already.")
    settlement.withdrawn_at = act.now
    act.details["quote"] = settlement.quote_key
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE
