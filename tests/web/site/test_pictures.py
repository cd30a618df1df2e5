"""Pictures on the site: several widths and formats, made once, for readers of live stories only."""

import io
import re
import uuid
from html import unescape

import pytest
from PIL import Image
from sqlalchemy import update

from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.site.pictures import FORMS, WIDTHS, widths
from editorial.site.rendition import rendition
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, Live, Role
from tests.newsroom import Newsroom

SIZE = (1500, 1000)


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def mira(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


def photo(form: str = "JPEG", mode: str = "RGB") -> bytes:
    written = io.BytesIO()
    Image.linear_gradient("L").resize(SIZE).convert(mode).save(written, form)
    return written.getvalue()


def kept(room: Newsroom, by: Person) -> str:
    content = photo()
    with saving() as session:
        digest = vault_beside(session).put(content)
        session.add(
            Picture(
                digest=digest,
                media_type="image/jpeg",
                width=SIZE[0],
                height=SIZE[1],
                size=len(content),
                added_at=room.time,
                added_by=by.id,
            )
        )
    return digest


def publish(room: Newsroom, mira: Person, digest: str, text: str, **fields: str) -> uuid.UUID:
    key = room.publish(mira, text.format(f"/pictures/{digest}"), **fields)
    with saving() as session:
        session.add(DispatchPicture(dispatch_id=key, digest=digest))
    return key


def page(room: Newsroom) -> str:
    address = room.read().query(Publication).one().address
    return str(room.client().get(f"/news/politics/{address}").get_data(as_text=True))


def addresses(html: str) -> set[str]:
    return set(re.findall(r"/pictures/[0-9a-f]{64}/\d+\.\w+", html))


def test_a_picture_is_made_in_every_width_and_format_that_its_page_names(
    room: Newsroom, mira: Person
) -> None:
    publish(room, mira, kept(room, mira), '![A pier]({} "Low water. | Iva Rem")\n\nIt rained.')
    html = page(room)
    named = addresses(html)
    assert len(named) == len(widths(SIZE[0])) * len(FORMS)
    for address in named:
        answer = room.client().get(address)
        width, form = address.rpartition("/")[2].split(".")
        assert (answer.status_code, answer.mimetype) == (200, FORMS[form])
        with Image.open(io.BytesIO(answer.get_data())) as made:
            assert made.size == (int(width), round(int(width) * 2 / 3))
        assert (
            room.client()
            .get(address, headers={"If-None-Match": answer.headers["ETag"]})
            .status_code
            == 304
        )


def test_the_first_picture_stands_above_the_text_with_its_place_kept(
    room: Newsroom, mira: Person
) -> None:
    publish(room, mira, kept(room, mira), '![A <pier>]({} "Low water. | Iva Rem")\n\nIt rained.')
    html = page(room)
    figure = re.search(r'<figure class="article-picture">.*?</figure>', html, re.DOTALL)
    assert figure
    assert 'width="1500" height="1000"' in figure[0]
    assert 'alt="A &lt;pier&gt;"' in figure[0]
    assert 'fetchpriority="high"' in figure[0]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", figure[0])).split())
    assert words == "Low water. Iva Rem"
    assert html.count("<figure") == 1


def test_a_picture_within_the_text_stays_there_and_waits(room: Newsroom, mira: Person) -> None:
    publish(room, mira, kept(room, mira), "It rained.\n\n![A pier]({})\n\nIt stopped.")
    html = page(room)
    assert "article-picture" not in html
    story = html[html.index("It rained.") : html.index("It stopped.")]
    assert "<picture>" in story
    assert 'loading="lazy"' in story


def test_a_teaser_shows_the_first_picture(room: Newsroom, mira: Person) -> None:
    digest = kept(room, mira)
    publish(room, mira, digest, "It rained.\n\n![A pier]({})")
    for address in ("/", "/news/politics", "/by/mira-sol"):
        assert f"/pictures/{digest}/640.avif 640w" in room.client().get(address).get_data(
            as_text=True
        )


def test_a_picture_is_made_once(
    room: Newsroom, mira: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = kept(room, mira)
    publish(room, mira, digest, "![A pier]({})\n\nIt rained.")
    first = room.client().get(f"/pictures/{digest}/320.avif").get_data()
    monkeypatch.setattr("editorial.site.views.pictures.rendition", lambda *_args: b"made anew")
    assert room.client().get(f"/pictures/{digest}/320.avif").get_data() == first


def test_nobody_sees_the_picture_of_what_is_not_live(room: Newsroom, mira: Person) -> None:
    digest = kept(room, mira)
    with saving() as session:
        key = room.dispatch(mira, f"![A pier](/pictures/{digest})\n\nIt rained.")
        session.add(DispatchPicture(dispatch_id=key, digest=digest))
    address = f"/pictures/{digest}/320.jpg"
    assert room.client(mira).get(address).status_code == 404
    publish(room, mira, digest, "![A pier]({})\n\nIt rained.", headline="Live")
    assert room.client().get(address).status_code == 200
    with saving() as session:
        session.execute(update(Dispatch).values(live=Live.WITHDRAWAL))
    assert room.client().get(address).status_code == 404


def test_the_picture_of_an_earlier_version_stays_until_the_story_is_withdrawn(
    room: Newsroom, mira: Person
) -> None:
    digest = kept(room, mira)
    key = publish(room, mira, digest, "It rained.\n\n![A bridge]({})")
    people = room.person("Ana Peng", Role.EDITOR), room.person("Nia Berg", Role.PUBLISHER)
    room.act(mira, Action.CORRECT, key, "It was another bridge.")
    room.write(key, mira, "No picture.")
    room.act(mira, Action.FILE, key)
    room.act(people[0], Action.CLAIM, key)
    room.act(people[0], Action.APPROVE, key)
    room.act(people[1], Action.PUBLISH, key)
    address = room.read().query(Publication).filter(Publication.current).one().address
    version = room.client().get(f"/news/politics/{address}/versions/1").get_data(as_text=True)
    assert f"/pictures/{digest}" in version
    assert room.client().get(f"/pictures/{digest}").status_code == 200
    assert room.client().get(f"/pictures/{digest}/320.jpg").status_code == 200
    room.act(people[1], Action.KILL, key, "It was invented.")
    assert room.client().get(f"/pictures/{digest}").status_code == 404
    assert room.client().get(f"/pictures/{digest}/320.jpg").status_code == 404


@pytest.mark.parametrize("name", ["321.jpg", "1920.jpg", "320.png", "0.jpg", "99999.avif", "320"])
def test_only_the_widths_that_pages_name_are_made(room: Newsroom, mira: Person, name: str) -> None:
    digest = kept(room, mira)
    publish(room, mira, digest, "![A pier]({})\n\nIt rained.")
    assert room.client().get(f"/pictures/{digest}/{name}").status_code == 404


def test_no_picture_is_enlarged() -> None:
    assert widths(300) == (300,)
    assert widths(640) == (320, 640)
    assert widths(5000) == WIDTHS
    with Image.open(io.BytesIO(rendition(photo(), 4000, "webp"))) as made:
        assert made.size == SIZE


def test_what_can_be_seen_through_lies_on_paper_where_a_format_has_no_such_thing() -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(clear, "PNG")
    with Image.open(io.BytesIO(rendition(clear.getvalue(), 40, "jpg"))) as made:
        assert made.convert("L").getextrema()[0] > 240  # type: ignore[operator]  # one band, so a number


def test_a_publication_keeps_the_first_picture_of_its_text(room: Newsroom, mira: Person) -> None:
    digest = kept(room, mira)
    publish(room, mira, digest, '![A pier]({} "Low | Iva")\n\nIt rained.')
    assert room.read().query(Publication).one().picture == {
        "digest": digest,
        "width": 1500,
        "height": 1000,
        "alt": "A pier",
        "caption": "Low",
        "credit": "Iva",
    }
