import dataclasses
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from editorial.document.canonical import digest
from editorial.document.content import Content
from editorial.document.schema import Doc, Image, to_json
from editorial.document.validate import InvalidDocument
from tests.pure.document.trees import PICTURE, bodies, body

CONTENT = Content(
    headline="“We will stay,” says mayor",
    summary="Two lines\nbelow the title",
    dateline_place="VELIKA",
    dateline_date=date(2024, 2, 29),
    byline="Mira Aksoy",
    language="en",
    body=body("The mayor of Velika spoke on Thursday.", Image("m", PICTURE, "The bridge")),
)


def test_the_json_holds_exactly_what_a_reader_will_see() -> None:
    assert CONTENT.to_json() == {
        "v": 1,
        "headline": "“We will stay,” says mayor",
        "summary": "Two lines\nbelow the title",
        "dateline_place": "VELIKA",
        "dateline_date": "2024-02-29",
        "byline": "Mira Aksoy",
        "language": "en",
        "body": to_json(CONTENT.body),
        "pictures": ["ab" * 32],
    }


def test_the_digest_is_that_of_the_canonical_json() -> None:
    assert CONTENT.digest == digest(CONTENT.to_json())
    assert len(CONTENT.digest) == 64


def test_the_digest_of_a_text_never_changes_between_releases() -> None:
    assert Content().digest == "60c4148652d7deada5ae651b2f14fce63623d754b8d77cc23d29dbda45de9a82"


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "x"},
        {"summary": "x"},
        {"dateline_place": "x"},
        {"dateline_date": None},
        {"byline": "x"},
        {"language": "tr"},
        {"body": body("x")},
    ],
)
def test_every_field_is_part_of_the_digest(change: dict[str, Any]) -> None:
    assert dataclasses.replace(CONTENT, **change).digest != CONTENT.digest


@settings(max_examples=30, deadline=None)
@given(bodies)
def test_content_comes_back_whole_from_its_json(tree: Doc) -> None:
    content = dataclasses.replace(CONTENT, body=tree)
    found = Content.from_json(json.loads(json.dumps(content.to_json())))
    assert found == content
    assert found.digest == content.digest


def test_empty_content_comes_back_too() -> None:
    assert Content.from_json(Content().to_json()) == Content()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"v": 2}, "v"),
        ({"v": True}, "v"),
        ({"headline": None}, "headline"),
        ({"headline": "a\nb"}, "headline"),
        ({"headline": "\ud800"}, "headline"),
        ({"summary": "a\x00"}, "summary"),
        ({"summary": "a\u2028"}, "summary"),
        ({"byline": 5}, "byline"),
        ({"byline": "x" * 2_000_001}, "byline"),
        ({"language": "e\nn"}, "language"),
        ({"dateline_place": "\t"}, "dateline_place"),
        ({"dateline_date": "2023-02-29"}, "dateline_date"),
        ({"dateline_date": "20240229"}, "dateline_date"),
        ({"dateline_date": 5}, "dateline_date"),
        ({"dateline_date": ""}, "dateline_date"),
        ({"body": {}}, ""),
        ({"pictures": []}, "pictures"),
        ({"pictures": None}, "pictures"),
        ({"note": "x"}, ""),
    ],
)
def test_json_that_is_not_content_is_refused(change: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidDocument) as caught:
        Content.from_json(CONTENT.to_json() | change)
    assert caught.value.path == path


def test_a_missing_field_is_refused() -> None:
    value = CONTENT.to_json()
    del value["byline"]
    with pytest.raises(InvalidDocument):
        Content.from_json(value)


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(InvalidDocument):
        Content.from_json(value)
