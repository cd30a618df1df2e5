"""The picture beside a link: of the story's own words, in letters that can be read."""

import io

import pytest
from PIL import Image, ImageChops

from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.site.card import SIZE, Card, draw_card
from editorial.workflow.words import Role
from tests.newsroom import Newsroom

WORDS = {
    "en": "“We will rebuild the bridge,” minister says",
    "az": "Daxili dənizdə bərə tətili başa çatdı",
    "uk": "Тарн чекає на другу хвилю: «їдьте зараз»",
    "tr": "İç denizde feribot grevi sona erdi",
    "ar": "إجلاء 2300 شخص من وادي تارن",
}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("L")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many dark pixels the box holds."""
    return sum(image.crop(box).histogram()[:128])


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_card_is_whole_and_the_same_each_time(language: str) -> None:
    card = Card("Meridian Wire", "Region", WORDS[language], "All checked.", language)
    first = draw_card(card)
    assert first == draw_card(card)
    image = opened(first)
    assert image.size == SIZE
    assert ink(image, (0, 190, SIZE[0], 515)) > 2000


def test_every_letter_has_a_shape_of_its_own() -> None:
    blank = opened(draw_card(Card("", "", "", "", "en")))
    box = opened(draw_card(Card("", "", "\U000f0000", "", "en")))
    for letter in "əğışĞİҐїєЖÄßñ":
        drawn = opened(draw_card(Card("", "", letter, "", "en")))
        assert ImageChops.difference(drawn, blank).getbbox(), letter
        assert ImageChops.difference(drawn, box).getbbox(), letter


def test_letters_that_run_from_the_right_begin_there() -> None:
    half = SIZE[0] // 2
    arabic = opened(draw_card(Card("A", "B", "تارن", "C", "ar")))
    english = opened(draw_card(Card("A", "B", "Tarn", "C", "en")))
    assert ink(arabic, (half, 190, SIZE[0], 515)) > 0 == ink(arabic, (0, 190, half, 515))
    assert ink(english, (0, 190, half, 515)) > 0 == ink(english, (half, 190, SIZE[0], 515))


def test_letters_that_join_are_joined() -> None:
    together = opened(draw_card(Card("", "", "بب", "", "ar")))
    apart = opened(draw_card(Card("", "", "ب ب", "", "ar")))
    assert ImageChops.difference(together, apart).getbbox()


def test_a_headline_of_any_length_stays_above_the_rule() -> None:
    long = opened(draw_card(Card("A", "B", "Weather and waiting " * 30, "C", "en")))
    assert ink(long, (0, 522, SIZE[0], 536)) < 4 * SIZE[0]
    assert ink(long, (0, 500, 60, 630)) == 0


def test_an_article_names_its_card_and_the_card_is_there(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira: Person = room.person("Mira Sol", Role.CORRESPONDENT)
    room.publish(mira, headline="Rain")
    room.desk("Economy")
    path = f"/news/politics/{room.read().query(Publication).one().address}"
    page = room.client().get(path).get_data(as_text=True)
    assert f'content="http://localhost{path}/card.png"' in page
    answer = room.client().get(f"{path}/card.png")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert opened(answer.get_data()).size == SIZE
    assert room.client().get(f"{path}/card.png").get_data() == answer.get_data()
    elsewhere = path.replace("politics", "economy")
    assert room.client().get(f"{elsewhere}/card.png").status_code == 404
    assert room.client().get("/news/politics/nothing/card.png").status_code == 404
