"""``editorial quotes check`` on a story of our own, in words and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from editorial.cli import main

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "quotes.schema.json"
RECORD = """MINISTER AKAN:  We will rebuild the bridge before winter. The money is there.

Q    Will the ferry run until then?

MINISTER AKAN:  It will run every hour, and it will not cost a crown.
"""
HONEST = '"We will rebuild the bridge before winter," minister Leyla Akan said.\n'
STORY = (
    HONEST
    + '"It will run every hour, and it will cost a crown," Akan said.\n'
    + '"The contractor has been paid in full," Akan said.\n'
)


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def check(story: str, *options: str, record: str = RECORD) -> Result:
        (tmp_path / "story.txt").write_text(story)
        (tmp_path / "record.txt").write_text(record)
        files = [str(tmp_path / "story.txt"), "--record", str(tmp_path / "record.txt")]
        return CliRunner().invoke(main, ["quotes", "check", *files, *options], color=True)

    return check


def test_a_story_whose_quotes_hold_passes(run: Any) -> None:
    result = run(HONEST)
    assert result.exit_code == 0
    assert "word for word" in result.output
    assert "1 quotes, 0 open" in result.output


def test_an_open_quote_fails_and_shows_the_differing_words_in_colour(run: Any) -> None:
    result = run(STORY)
    assert result.exit_code == 1
    assert "says something else than the record" in result.output
    assert "not in the record" in result.output
    assert "\x1b[31m\x1b[4mnot" in result.output.replace(" not", "not")


def test_the_json_fits_its_schema_and_its_offsets_point_at_the_words(run: Any) -> None:
    headline = "“We will rebuild the bridge,” Akan says"
    result = run(STORY, "--headline", headline, "--json")
    found = json.loads(result.output)
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(found)
    assert [one["verdict"] for one in found[1:]] == ["verbatim", "meaning_changed", "not_found"]
    assert found[0]["kind"] == "headline"
    text = f"{headline}\n{STORY}"
    for one in found:
        for part in one["parts"]:
            assert text[part["start"] : part["end"]] in one["text"]
        for passage in one["passages"]:
            assert RECORD[passage["start"] : passage["end"]] == passage["text"]


def test_another_outlets_report_leaves_the_quote_open(run: Any, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text('"The contractor has been paid in full," Akan told us.')
    result = run(STORY.splitlines()[2], "--report", str(tmp_path / "report.txt"), "--json")
    assert result.exit_code == 1
    assert json.loads(result.output)[0]["secondary_source"] is True


def test_a_file_that_is_no_text_is_refused_by_name(run: Any, tmp_path: Path) -> None:
    (tmp_path / "tape.mp3").write_bytes(bytes(range(256)) * 40)
    result = run(HONEST, "--record", str(tmp_path / "tape.mp3"))
    assert result.exit_code == 1
    assert "tape.mp3" in result.output
