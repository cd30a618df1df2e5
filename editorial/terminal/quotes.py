"""``editorial quotes check``: the quotes of a story against its record, without a newsroom."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from editorial.quotes import Finding, Quotation, Record, Source, check, extract, is_open
from editorial.quotes.serial import to_json
from editorial.sources.decode import Unreadable, decode

TEXT_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
SIGNS = {
    "verbatim": ("✓", "green", "in the record, word for word"),
    "light_edit": ("≈", "green", "in the record, lightly edited"),
    "altered": ("Δ", "yellow", "differs from the record"),
    "spliced": ("Δ", "yellow", "joined from separate passages"),
    "meaning_changed": ("!", "red", "says something else than the record"),
    "misattributed": ("⇄", "red", "someone else’s words"),
    "not_found": ("?", "red", "not in the record"),
}


@click.group()
def quotes() -> None:
    """The quotes of a story."""


@quotes.command("check")
@click.argument("story", type=TEXT_FILE)
@click.option("--headline", default="", help="The story's headline, if the file has none.")
@click.option("--record", "records", type=TEXT_FILE, multiple=True, help="A source; repeatable.")
@click.option("--report", "reports", type=TEXT_FILE, multiple=True, help="Another outlet's report.")
@click.option("--language", default="en", show_default=True, help="The story's language (BCP 47).")
@click.option("--json", "as_json", is_flag=True, help="One JSON list, an object for each quote.")
def check_story(
    story: Path,
    headline: str,
    records: tuple[Path, ...],
    reports: tuple[Path, ...],
    language: str,
    *,
    as_json: bool,
) -> None:
    """Check every quote of STORY against the record; exit 1 while one is open."""
    text = _read(story).strip("\n")
    if headline:
        text = f"{headline}\n{text}"
    sources = [Source.from_text(path.name, _read(path), title=path.name) for path in records]
    sources += [
        Source.from_text(path.name, _read(path), kind="report", title=path.name) for path in reports
    ]
    read = _check(text, language, len(headline), Record(sources))
    open_quotes = [one for one in read if is_open(*one)]
    if as_json:
        click.echo(json.dumps([_object(*one) for one in read], ensure_ascii=False, indent=1))
    else:
        texts = {source.id: source.text for source in sources}
        for number, (quotation, finding) in enumerate(read, start=1):
            _show(number, quotation, finding, texts)
        counted = sum(quotation.kind not in ("scare", "title") for quotation, _finding in read)
        click.echo(f"{counted} quotes, {len(open_quotes)} open.")
    if open_quotes:
        sys.exit(1)


def _check(
    text: str, language: str, headline_end: int, record: Record
) -> list[tuple[Quotation, Finding]]:
    quotations = extract(text, language, headline_end)
    body = tuple(quotation for quotation in quotations if quotation.kind != "headline")
    return [(quotation, check(quotation, record, body)) for quotation in quotations]


def _object(quotation: Quotation, finding: Finding) -> dict[str, object]:
    return {**to_json(quotation, finding), "open": is_open(quotation, finding)}


def _read(path: Path) -> str:
    try:
        return decode(path.read_bytes()).text
    except Unreadable as error:
        raise click.ClickException(f"{path}: {error}") from error


def _show(number: int, quotation: Quotation, finding: Finding, texts: dict[str, str]) -> None:
    speaker = quotation.speaker_resolved or quotation.speaker or "nobody named"
    if quotation.kind in ("scare", "title"):
        click.echo(click.style(f"{number}. · {quotation.kind}: “{quotation.text}”\n", dim=True))
        return
    sign, colour, words = SIGNS[finding.verdict]
    heading = click.style(f"{sign} {words}", fg=colour, bold=True)
    waits = click.style("  open", fg="red") if is_open(quotation, finding) else ""
    click.echo(f"{number}. {heading}{waits}  {speaker}, {quotation.kind}")
    differing = [
        (one.quote_start, one.quote_end, one.allowed) for one in finding.differences if one.quote
    ]
    click.echo(f"   story:  {_marked(quotation.text, 0, differing)}")
    for passage in finding.passages:
        there = [
            (one.record_start - passage.start, one.record_end - passage.start, one.allowed)
            for one in finding.differences
            if one.record and passage.start <= one.record_start < passage.end
        ]
        who = f", {passage.speaker}" if passage.speaker else ""
        assert texts[passage.source][passage.start : passage.end] == passage.text
        click.echo(f"   record: {_marked(passage.text, 0, there)}")
        click.echo(click.style(f"           {passage.source}, {passage.start}{who}", dim=True))
    click.echo(f"   {finding.reason}\n")


def _marked(text: str, start: int, spans: Sequence[tuple[int, int, bool]]) -> str:
    """The text on one line with the differing words underlined, in yellow where style permits."""
    shown, at = "", start
    for begin, end, allowed in sorted(spans):
        if begin < at:
            continue
        shown += text[at:begin]
        shown += click.style(text[begin:end], underline=True, fg="yellow" if allowed else "red")
        at = end
    return (shown + text[at:]).replace("\n", " ")
