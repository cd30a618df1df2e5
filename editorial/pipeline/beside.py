"""What stands beside a dispatch, asked in one question: most of it is not there, and what is not
there need not be looked for."""

import uuid
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from editorial.models.approval import Approval
from editorial.models.gate_request import GateRequest
from editorial.models.next_version import NextVersion
from editorial.models.override import Override
from editorial.models.settlement import Settlement
from editorial.models.source import Source

_KINDS = (Source, Settlement, Override, Approval, GateRequest, NextVersion)
# Put together once: that costs more than asking it.
_ASKED = select(*(exists().where(kind.dispatch_id == bindparam("dispatch")) for kind in _KINDS))


@dataclass(frozen=True, slots=True)
class Beside:
    """Whether there is any row of each, whatever became of it."""

    sources: bool
    settlements: bool
    overrides: bool
    approvals: bool
    requests: bool
    notice: bool


def beside(session: Session, dispatch_id: uuid.UUID) -> Beside:
    """As it is now, in the caller's transaction."""
    return Beside(*map(bool, session.execute(_ASKED, {"dispatch": dispatch_id}).one()))
