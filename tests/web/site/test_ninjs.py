"""An article as ninjs, against IPTC's rules for what it holds."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from editorial.models.person import Person
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

SCHEMA = json.loads(Path(__file__).with_name("ninjs.schema.json").read_text("utf-8"))
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
FORMATS = FormatChecker(formats=())


@FORMATS.checks("date-time")
def is_date_time(value: object) -> bool:
    return isinstance(value, str) and bool(DATE_TIME.fullmatch(value))


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and bool(urlsplit(value).scheme)


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    return sqlite_newsroom.client()


def address(reader: Browser) -> str:
    (found,) = set(re.findall(r'href="(/news/politics/[^"]+-[0-9a-f]{8})"', shown(reader, "/")))
    return str(found)


def shown(reader: Browser, url: str) -> str:
    answer = reader.get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def item(reader: Browser) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(shown(reader, f"{address(reader)}.ninjs.json"))
    return told


def wrong(told: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FORMATS)
    return [error.message for error in validator.iter_errors(told)]


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Rain & <sun>"},
        {"headline": "Rain", "summary": "", "byline": "Анна Коваль", "language": "az"},
        {"headline": "Rain", "dateline_place": "BAKI", "byline": "Mira Sol and Омар Дин"},
    ],
)
def test_an_article_keeps_to_iptc_s_rules(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser, fields: dict[str, str]
) -> None:
    sqlite_newsroom.publish(mira, "It *rained*.\n\nAgain.", **fields)
    told = item(reader)
    assert wrong(told) == []
    assert told["headlines"][0]["value"] == fields["headline"]
    assert told["bodies"][0]["value"] == "<p>It <em>rained</em>.</p><p>Again.</p>"
    assert told["bodies"][1]["value"] == "It rained.\nAgain."
    assert (told["bodies"][1]["wordCount"], told["bodies"][1]["charCount"]) == (3, 17)
    assert told["renditions"][0]["href"] == f"http://localhost{address(reader)}"


def test_the_rules_refuse_what_breaks_them(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira)
    told = item(reader)
    for broken in (
        {**told, "headline": "Rain"},
        {**told, "firstCreated": "yesterday"},
        {**told, "uri": "no scheme"},
        {name: value for name, value in told.items() if name != "uri"},
        {**told, "bodies": [{"role": "main"}]},
    ):
        assert wrong(broken)


def test_an_article_names_its_ninjs_and_the_address_holds_under_its_section_only(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira)
    sqlite_newsroom.desk("Economy")
    story = address(reader)
    assert f'href="{story}.ninjs.json"' in shown(reader, story)
    answer = reader.get(f"{story}.ninjs.json")
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    elsewhere = story.replace("politics", "economy")
    assert reader.get(f"{elsewhere}.ninjs.json").status_code == 404
    assert reader.get("/news/politics/nothing.ninjs.json").status_code == 404
