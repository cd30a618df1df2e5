"""``editorial log verify``: proving the log."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from editorial.ledger.audit import Audited, audit
from editorial.ledger.note import VerifierKey
from editorial.ledger.receipt import Receipt
from editorial.models.saving import reading
from editorial.site.press import folder_here
from editorial.site.proof import check_files
from editorial.terminal.key import Key
from editorial.terminal.log_evidence import answers, last_signed, own_pin
from editorial.terminal.newsroom import newsroom

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("verify")
@click.option("--checkpoint", "files", type=FILE, multiple=True, help="One that was kept.")
@click.option(
    "--witness",
    "witnesses",
    type=(str, Key()),
    multiple=True,
    metavar="URL VKEY",
    help="Ask what it knows now.",
)
@click.option("--quorum", type=click.IntRange(1), help="So many of the witnesses are enough.")
@click.option("--key", "pins", type=Key(), multiple=True, help="Instead of the key file's.")
@click.option("--entries-only", is_flag=True, help="Leave texts, tables and files aside.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def verify_log(
    *,
    files: tuple[Path, ...],
    witnesses: tuple[tuple[str, VerifierKey], ...],
    quorum: int | None,
    pins: tuple[VerifierKey, ...],
    entries_only: bool,
    as_json: bool,
) -> None:
    """Hash every entry again, hold it against the tables, the published files and every checkpoint
    that was kept, here, in files or by witnesses; name the first fault."""
    show = not as_json and sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if show:
            click.echo(f"\r{done:,} of {total:,} entries", nl=done == total, err=True)

    with newsroom():
        known = pins or own_pin(reading())
        # Before the log is looked at: what was seen of it can't be more than it has then.
        receipts = [Receipt(str(file), file.read_text()) for file in files]
        receipts += last_signed(reading()) + answers(reading(), witnesses, known, quorum)
        session, now = _snapshot(), datetime.now(UTC)
        outcome = audit(session, known, receipts, now, progress, entries_only=entries_only)
        pages = 0
        if outcome.fault is None and not entries_only and (folder := folder_here()) is not None:
            session.rollback()
            checked = check_files(session, folder)
            outcome, pages = replace(outcome, fault=checked.fault), checked.pages
    words = json.dumps(_as_json(outcome, pages)) if as_json else _as_words(outcome, pages)
    click.echo(words, err=outcome.fault is not None and not as_json)
    if outcome.fault is not None:
        sys.exit(1)


def _snapshot() -> Session:
    """A session that sees one moment of the log, however long the reading takes."""
    session = reading()
    session.rollback()
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    return session


def _as_json(outcome: Audited, pages: int) -> dict[str, Any]:
    verified, fault = outcome.verified, outcome.fault
    return {
        "holds": fault is None,
        "entries": verified.entries,
        "revisions": verified.revisions,
        "pages": pages,
        "root": verified.root,
        "checkpoints": outcome.checkpoints,
        "receipts": [{"from": one.name, "entries": one.size} for one in outcome.compared],
        "fault": None if fault is None else {"entry": fault.sequence, "sentence": fault.sentence},
    }


def _as_words(outcome: Audited, pages: int) -> str:
    verified = outcome.verified
    if outcome.fault is not None:
        return f"The log does not hold. {outcome.fault}"
    holds = (
        f"The log holds: {verified.entries:,} entries, {verified.revisions:,} revisions, "
        f"{pages:,} published pages, {outcome.checkpoints:,} checkpoints of its own, "
        f"root {verified.root}."
    )
    vouch = [f"{one.name} vouches for {one.size:,} entries." for one in outcome.compared]
    return "\n".join([holds, *vouch])
