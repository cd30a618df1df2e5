"""A record names places in its own sources only."""

import pytest

from editorial.quotes import Record, Source
from editorial.quotes.index import Index
from editorial.quotes.segment import build, merge

PORT = Source.from_text("port", "MAYOR BRANDT:  The port is shut until Thursday.", language="en")
CREW = Source.from_text(
    "crew", "CAPTAIN ODA:  The port is shut and the crew unpaid.", language="en"
)
SHARED = Index([b"".join(merge([build(each.id, each.text) for each in (PORT, CREW)]))])


def test_places_are_found_in_every_source() -> None:
    places = Record([PORT, CREW]).places("the port is shut")
    assert {place.source for place in places} == {"port", "crew"}


def test_a_shared_index_tells_only_of_the_sources_of_the_record() -> None:
    places = Record([PORT], SHARED).places("the port is shut")
    assert [place.source for place in places] == ["port"]


def test_an_empty_record_has_no_places() -> None:
    assert Record([]).places("the port is shut") == []


def test_two_sources_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        Record([PORT, PORT])
