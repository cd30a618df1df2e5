"""A vkey as an argument of a command."""

import click

from editorial.ledger.note import BadNote, VerifierKey, parse_verifier


class Key(click.ParamType[VerifierKey]):
    """Name, hash and public key in one word."""

    name = "vkey"

    def convert(
        self,
        value: str | VerifierKey,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> VerifierKey:
        """Read it."""
        if isinstance(value, VerifierKey):
            return value
        try:
            return parse_verifier(value)
        except BadNote as error:
            self.fail(str(error), param, ctx)
