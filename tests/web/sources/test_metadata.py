"""What a photo says of its place, its device and its maker never reaches a reader."""

import struct
import uuid
from datetime import UTC, datetime

import pytest

from editorial.drafting.pictures import add_picture
from editorial.models.saving import saving
from editorial.pipeline.picture import clean
from editorial.workflow.words import Action, Role
from tests.db.sources.files import picture
from tests.newsroom import Newsroom

TOLD = (b"Meridian Optics", b"Reporter 5", b"41.0342N", b"Mira Sol took this", b"Port Vesna 12")


def segment(marker: int, content: bytes) -> bytes:
    """A JPEG segment (ITU T.81, B.1.1.4)."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def photo() -> bytes:
    """A JPEG with EXIF, XMP, IPTC and a comment, as cameras and picture desks write them."""
    plain = picture("JPEG")
    xmp = (
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><GPSLatitude>41.0342N</GPSLatitude></x:xmpmeta>"
    )
    byline = b"\x1c\x02\x50" + struct.pack(">H", 18) + b"Mira Sol took this"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(byline)) + byline
    more = segment(0xE1, xmp) + segment(0xED, iptc) + segment(0xFE, b"Port Vesna 12, third floor")
    return plain[:2] + more + plain[2:]


def nothing_told(content: bytes) -> None:
    for words in (*TOLD, b"Exif", b"xmpmeta", b"8BIM"):
        assert words not in content, words


def test_the_photo_of_these_tests_tells_everything() -> None:
    content = photo()
    for words in TOLD:
        assert words in content


def test_nothing_of_it_is_left_when_it_is_cleaned() -> None:
    nothing_told(clean(photo()).content)


@pytest.fixture
def published(sqlite_newsroom: Newsroom) -> tuple[Newsroom, str]:
    """A newsroom with a published story that shows the photo, and the photo's address."""
    room = sqlite_newsroom
    author = room.person("Ada Roe", Role.CORRESPONDENT)
    dispatch: uuid.UUID = room.dispatch(author, "Words.")
    with saving() as session:
        at = datetime(2026, 11, 20, 9, tzinfo=UTC)
        digest = add_picture(session, author.id, dispatch, clean(photo()), at)
    room.write(dispatch, author, f"Words.\n\n![The quay](/pictures/{digest})\n\nMore.")
    editor = room.person("Eda Lund", Role.EDITOR)
    publisher = room.person("Pia Ros", Role.PUBLISHER)
    room.act(author, Action.FILE, dispatch)
    room.act(editor, Action.CLAIM, dispatch)
    room.act(editor, Action.APPROVE, dispatch)
    room.act(publisher, Action.PUBLISH, dispatch)
    return room, f"/pictures/{digest}"


def test_what_a_reader_gets_is_clean(published: tuple[Newsroom, str]) -> None:
    room, address = published
    answer = room.client().get(address)
    assert answer.status_code == 200
    nothing_told(answer.data)
