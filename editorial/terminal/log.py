"""``editorial log``: proving the log."""

import json
import sys

import click

from editorial.ledger.verify import verify
from editorial.models.saving import reading
from editorial.terminal.newsroom import newsroom


@click.group()
def log() -> None:
    """The approval log."""


@log.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def verify_log(*, as_json: bool) -> None:
    """Hash every entry again and hold it against the tables; name the first fault."""
    with newsroom():
        show = not as_json and sys.stderr.isatty()

        def progress(done: int, total: int) -> None:
            if show:
                click.echo(f"\r{done:,} of {total:,} entries", nl=done == total, err=True)

        outcome = verify(reading(), progress)
    if as_json:
        fault = outcome.fault
        click.echo(
            json.dumps(
                {
                    "holds": fault is None,
                    "entries": outcome.entries,
                    "revisions": outcome.revisions,
                    "root": outcome.root,
                    "fault": None
                    if fault is None
                    else {"entry": fault.sequence, "sentence": fault.sentence},
                }
            )
        )
    elif outcome.fault is None:
        click.echo(
            f"The log holds: {outcome.entries:,} entries, {outcome.revisions:,} revisions, "
            f"root {outcome.root}."
        )
    else:
        click.echo(f"The log does not hold. {outcome.fault}", err=True)
    if outcome.fault is not None:
        sys.exit(1)
