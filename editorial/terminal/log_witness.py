"""``editorial log witness``: who is asked to cosign, and what their number is good for."""

from collections.abc import Callable
from datetime import UTC, datetime

import click
from sqlalchemy.orm import Session

from editorial.ledger.cosignature import stands_against
from editorial.ledger.note import VerifierKey
from editorial.ledger.witnesses import quorum, witnesses
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.terminal.key import Key
from editorial.terminal.newsroom import newsroom
from editorial.transparency import commands


@click.group()
def witness() -> None:
    """The witnesses that are asked to cosign."""


@witness.command("list")
def list_witnesses() -> None:
    """Who is asked, and what their number is good for."""
    with newsroom():
        known, wanted = witnesses(reading()), quorum(reading())
    for one in known:
        click.echo(f"{one.url}  {one.key}")
    click.echo(_what_it_is_good_for(wanted, len(known)))


@witness.command("add")
@click.argument("url")
@click.argument("vkey", type=Key())
def add_witness(url: str, vkey: VerifierKey) -> None:
    """Ask the witness at URL, whose vkey its keepers told you, from now on."""
    _change(lambda session: commands.add_witness(session, url, vkey, datetime.now(UTC)))


@witness.command("drop")
@click.argument("name")
def drop_witness(name: str) -> None:
    """Ask the witness of this name no more."""
    _change(lambda session: commands.drop_witness(session, name, datetime.now(UTC)))


@witness.command("quorum")
@click.argument("wanted", type=int)
def set_quorum(wanted: int) -> None:
    """How many witnesses must cosign a checkpoint."""
    _change(lambda session: commands.set_quorum(session, wanted, datetime.now(UTC)))


def _change(act: Callable[[Session], None]) -> None:
    with newsroom():
        try:
            with saving() as session:
                act(session)
        except Refused as refused:
            raise click.ClickException(" ".join(refused.reasons)) from refused
        click.echo(_what_it_is_good_for(quorum(reading()), len(witnesses(reading()))))


def _what_it_is_good_for(wanted: int, known: int) -> str:
    if not wanted:
        return f"{known} witnesses, no quorum: nothing stands against the keepers of the log."
    dishonest = stands_against(wanted, known)
    said = f"{wanted} of {known} witnesses must cosign; {known - wanted} may be out of reach. "
    if dishonest < 0:
        return said + (
            "Two quorums without a witness in common are possible, so two people could be shown "
            "two logs even if every witness is honest. Ask for more than half."
        )
    return said + (
        f"Nobody can be shown another log than others as long as no more than {dishonest} of "
        f"them are dishonest (2·{wanted} − {known} > {dishonest})."
    )
