"""``editorial witness``: witnessing another newsroom's log. The file it runs needs none of us."""

import click

from editorial.witness.witness import main


@click.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.pass_context
def witness(context: click.Context) -> None:
    """Witness another newsroom's log: name, key, trust, distrust, serve (--help says more)."""
    main(list(context.args))
