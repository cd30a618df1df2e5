"""``editorial site``: the published files, and the site to be carried anywhere."""

import sys
from pathlib import Path

import click

from editorial.site.export import export as export_site
from editorial.site.press import folder_here
from editorial.site.rebuild import rebuild as rebuild_folder
from editorial.site.tree import NotRendered
from editorial.terminal.newsroom import newsroom


@click.group()
def site() -> None:
    """The public website as files."""


def _progress(done: int, path: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} {path[:60]:<60}", nl=False, err=True)


@site.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def export(folder: Path) -> None:
    """Write the whole public site into DIR; again only what changed. DIR/site is complete at every
    moment, and ready for a file server, a bucket or a stick."""
    with newsroom() as app:
        if not app.config["PUBLIC_URL"]:
            raise click.ClickException("Set PUBLIC_URL: pages and feeds name the site by it.")
        try:
            done = export_site(app, folder, _progress)
        except NotRendered as error:
            raise click.ClickException(str(error)) from error
    click.echo(
        f"{folder / 'site'}: edition {done.edition}, {done.asked:,} pages looked at, "
        f"{len(done.changed):,} files written, {len(done.dropped):,} withdrawn."
    )


@site.command()
def rebuild() -> None:
    """Render every published page anew from the database, to the same bytes."""
    with newsroom() as app:
        folder = folder_here()
        if folder is None:
            raise click.ClickException("Set PUBLIC_URL: pages and feeds name the site by it.")
        count = rebuild_folder(folder, _progress)
        click.echo(f"{app.config['EDITORIAL'].site}: {count:,} pages.")
