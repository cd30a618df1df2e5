"""What the tables say, held against the account of the entries."""

import hashlib
import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.account import NEW_TEXT, Account
from editorial.ledger.fault import Fault
from editorial.ledger.publications import check_publications
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.models.revision import Revision, is_intact
from editorial.workflow.words import Live

CERTIFIED = {"file", "approve", "publish"}


def check_revisions(session: Session, account: Account) -> tuple[int, Fault | None]:
    """Every stored text has its digest, and the log names it. How many there are."""
    seen = 0
    left = dict(account.frozen)
    for dispatch_id, number, content, digest in session.execute(
        select(Revision.dispatch_id, Revision.number, Revision.content, Revision.digest)
    ).yield_per(200):
        seen += 1
        name = f"Revision {number} of dispatch {dispatch_id}"
        if not is_intact(content, digest):
            return seen, Fault(None, f"{name}: its text was changed after it was frozen.")
        logged = left.pop((str(dispatch_id), number), None)
        if logged is None:
            return seen, Fault(None, f"{name} stands in no entry of the log.")
        if logged != digest:
            return seen, Fault(None, f"{name}: its digest is not the one in the log.")
    for dispatch, number in left:
        return seen, Fault(None, f"Revision {number} of dispatch {dispatch} is missing.")
    return seen, None


def check_dispatches(session: Session, account: Account) -> Fault | None:
    """Every dispatch is where its entries left it, and readers see what they published."""
    shown = select(Publication.dispatch_id).where(Publication.current)
    left = set(account.states)
    for dispatch_id, state, live, digest, is_shown in session.execute(
        select(
            Dispatch.id, Dispatch.state, Dispatch.live, Revision.digest, Dispatch.id.in_(shown)
        ).outerjoin(Revision, Revision.id == Dispatch.live_revision_id)
    ):
        name, said = f"Dispatch {dispatch_id}", account.states.get(str(dispatch_id), "draft")
        left.discard(str(dispatch_id))
        if said != state:
            return Fault(None, f"{name} is {state.value}, but the log left it {said}.")
        if (live is Live.WITHDRAWAL) != (str(dispatch_id) in account.withdrawn):
            return Fault(None, f"{name} is withdrawn on one side only: the log and its row differ.")
        published = account.live.get(str(dispatch_id))
        if published is None:
            if live is Live.REVISION:
                return Fault(None, f"{name} is live, but no entry published it.")
            continue
        if live is not Live.REVISION:
            return Fault(None, f"{name} was published, but its row shows readers nothing of it.")
        if not is_shown or digest != published:
            return Fault(None, f"{name} does not show the text that an entry published.")
    for dispatch in left:
        return Fault(None, f"Dispatch {dispatch}, of which the log tells, is missing.")
    return check_publications(session, account) or _check_notices(session, account)


def check_certified(session: Session, account: Account) -> Fault | None:
    """What an entry says in certifying a publication is what the entries it names say."""
    for sequence, details in account.certified:
        try:
            fault = _check_certified(session, sequence, details)
        except (KeyError, TypeError, ValueError, AttributeError):
            fault = Fault(sequence, "what it certifies can't be read.")
        if fault is not None:
            return fault
    return None


def _check_certified(session: Session, sequence: int, details: dict[str, Any]) -> Fault | None:
    if set(details["entries"]) != CERTIFIED:
        return Fault(sequence, "it certifies no filing, approval and publication of a text.")
    for act, named in details["entries"].items():
        row = session.execute(
            select(LogEntry.leaf, LogEntry.body).where(LogEntry.sequence == int(named["entry"]))
        ).one_or_none()
        if row is None or named["entry"] >= sequence or row.leaf.hex() != named["leaf"]:
            return Fault(sequence, f"it certifies a text by an entry “{act}” that is not so.")
        if not _agrees(json.loads(row.body), act, details, named):
            return Fault(sequence, f"it certifies what the entry “{act}” does not say.")
    return None


def _agrees(said: dict[str, Any], act: str, details: dict[str, Any], named: dict[str, Any]) -> bool:
    return (
        said["dispatch"] == details["dispatch"]
        and said["revision"] == details["revision"]
        and said["actor"]["role"] == named["role"]
        and (
            said["action"] in NEW_TEXT
            if act == "file"
            else (said["action"], said["evidence"]) == (act, details["evidence"])
        )
    )


def _check_notices(session: Session, account: Account) -> Fault | None:
    left = dict(account.notices)
    for dispatch_id, kind, number, wording in session.execute(
        select(Notice.dispatch_id, Notice.kind, Notice.number, Notice.wording)
    ):
        called = f"{kind.value.capitalize()} {number} of dispatch {dispatch_id}"
        logged = left.pop((str(dispatch_id), kind.value, number), None)
        if logged is None:
            return Fault(None, f"{called} stands in no entry of the log.")
        if hashlib.sha256(wording.encode()).hexdigest() != logged:
            return Fault(None, f"{called} says something else than was published.")
    for dispatch, name, number in left:
        return Fault(None, f"{name.capitalize()} {number} of dispatch {dispatch} is missing.")
    return None
