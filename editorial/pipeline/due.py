"""When a checkpoint of the log is due: at once after what readers rely on, else soon."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from editorial.outbox.put import put
from editorial.workflow.words import Action

CHECKPOINT = "checkpoint"
AT_ONCE = frozenset(
    {Action.APPROVE.value, Action.PUBLISH.value, Action.KILL.value, Action.TAKE_DOWN.value}
)
WITHIN = timedelta(minutes=10)


def ask_for_checkpoint(session: Session, action: str, sequence: int, now: datetime) -> None:
    """Have the entry ``sequence`` signed: one job for each approval, publication and
    withdrawal, and one at the end of every ten minutes in which anything was added."""
    if action in AT_ONCE:
        put(session, CHECKPOINT, {}, now, dedupe_key=f"{CHECKPOINT}:{sequence}")
        return
    seconds = WITHIN.total_seconds()
    window = int(now.timestamp() // seconds) + 1
    end = datetime.fromtimestamp(window * seconds, now.tzinfo)
    put(session, CHECKPOINT, {}, now, run_at=end, dedupe_key=f"{CHECKPOINT}:until:{window}")
