"""The quotes of one dispatch as this person meets them, line by line."""

import json
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.pipeline.confidence import conceal, hidden_from
from editorial.pipeline.evidence import Evidence
from editorial.pipeline.gather import Situation
from editorial.pipeline.places import places_of
from editorial.review.quote_line import Desk, PassageAddress, QuoteLine, quote_lines
from editorial.vault.beside import vault_beside
from editorial.workflow.wording import ROLE_WORDS
from editorial.workflow.words import Action, Role


def lines_of(
    session: Session, person: Person, situation: Situation, address: PassageAddress
) -> tuple[QuoteLine, ...]:
    """In the order of the text; nothing of a source that the person may not see."""
    evidence = situation.evidence
    desk = Desk(
        situation.facts,
        {str(source.id): source for source in evidence.sources},
        situation.overrides,
        _settlers(session, situation.dispatch.id, evidence),
        address,
        lambda source, offset: places_of(source, vault_beside(session)).words(offset),
    )
    return quote_lines(
        conceal(evidence.quotes, hidden_from(session, person, evidence.sources)), desk
    )


def _settlers(session: Session, dispatch_id: uuid.UUID, evidence: Evidence) -> dict[uuid.UUID, str]:
    """By which role each settlement was made, as the log copied it at the time."""
    settlements = [q.settlement for q in evidence.quotes if q.settlement is not None]
    if not settlements:
        return {}
    bodies = session.scalars(
        select(LogEntry.body).where(
            LogEntry.dispatch_id == dispatch_id, LogEntry.action == Action.SETTLE.value
        )
    )
    roles = {}
    for said in map(json.loads, bodies):
        roles[said["details"]["quote"], said["actor"]["id"]] = said["actor"]["role"]
    return {
        one.id: ROLE_WORDS[Role(role)]
        for one in settlements
        if (role := roles.get((one.quote_key, str(one.settled_by))))
    }
