"""Searching, on both kinds of database."""

import pytest
from sqlalchemy import text, update

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.publication_text import PublicationText
from editorial.models.saving import saving
from editorial.site.search import search
from editorial.workflow.words import Action, Live, Role
from tests.newsroom import Newsroom


@pytest.fixture
def mira(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


def found(room: Newsroom, query: str) -> set[str]:
    return {teaser.headline for teaser in search(room.read(), query, 1).teasers}


def test_words_are_found_in_headline_summary_and_body(newsroom: Newsroom, mira: Person) -> None:
    newsroom.publish(mira, "The **council** met.", headline="Harbours", summary="At dawn.")
    newsroom.publish(mira, "Nobody came.", headline="Şükürlü in Bakı", summary="", language="az")
    newsroom.publish(mira, "Никто не пришёл.", headline="Анна Коваль", summary="", language="ru")
    for query, expected in {
        "harbours": {"Harbours"},
        "HARB": {"Harbours"},
        "council dawn": {"Harbours"},
        "council midnight": set(),
        "sukurlu": {"Şükürlü in Bakı"},
        "ŞÜKÜRLÜ bakı": {"Şükürlü in Bakı"},
        "ковал": {"Анна Коваль"},
        "nobody": {"Şükürlü in Bakı"},
        "": set(),
        "…!": set(),
    }.items():
        assert found(newsroom, query) == expected, query


@pytest.mark.parametrize(
    "query",
    [
        'harbours" OR "x',
        "harbours -met NEAR(",
        "harbours'); DROP TABLE publication_text; --",
        "headline:harbours",
        "harbours & | ! <-> :*",
        "harbours\\",
        "a" * 1000,
        "h " * 500,
    ],
)
def test_nothing_typed_is_an_operator_or_fails(
    newsroom: Newsroom, mira: Person, query: str
) -> None:
    newsroom.publish(mira, "The council met.", headline="Harbours")
    assert found(newsroom, query) <= {"Harbours"}
    assert found(newsroom, "harbours") == {"Harbours"}


def test_the_better_match_comes_first_and_the_rest_on_the_next_page(
    newsroom: Newsroom, mira: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editorial.site.search.A_PAGE", 2)
    for headline, body in (("One", "A ferry."), ("Ferry", "Yes."), ("Two", "A ferry.")):
        newsroom.later(hours=1)
        newsroom.publish(mira, body, headline=headline, summary="")
    pages = [search(newsroom.read(), "ferry", number) for number in (1, 2, 3)]
    shown = [[teaser.headline for teaser in page.teasers] for page in pages]
    assert shown == [["Ferry", "Two"], ["One"], []]
    assert [page.more for page in pages] == [True, False, False]


def test_what_is_withdrawn_is_not_found(newsroom: Newsroom, mira: Person) -> None:
    key = newsroom.publish(mira, "The council met.", headline="Harbours")
    with saving() as session:
        session.execute(update(Dispatch).where(Dispatch.id == key).values(live=Live.WITHDRAWAL))
    assert found(newsroom, "harbours") == set()


def test_what_is_not_published_is_in_no_index(newsroom: Newsroom, mira: Person) -> None:
    key = newsroom.dispatch(mira, "The council met.", headline="Harbours")
    newsroom.act(mira, Action.FILE, key)
    session = newsroom.read()
    assert session.query(PublicationText).count() == 0
    assert session.scalar(text("SELECT count(*) FROM publication_search")) == 0


def test_the_index_follows_what_becomes_of_a_text(newsroom: Newsroom, mira: Person) -> None:
    newsroom.publish(mira, "The council met.", headline="Harbours")
    with saving() as session:
        session.execute(update(PublicationText).values(headline="bridges"))
    assert found(newsroom, "bridges") == {"Harbours"}
    assert found(newsroom, "harbours") == set()
    with saving() as session:
        session.query(PublicationText).delete()
    assert found(newsroom, "bridges") == set()


def test_other_forms_of_a_word_are_found_where_there_is_stemming(
    newsroom: Newsroom, mira: Person
) -> None:
    newsroom.publish(mira, "They were voting.", headline="Ballots")
    newsroom.publish(mira, "Sie gingen in die Wahlen.", headline="Stimmen", language="de")
    assert found(newsroom, "votes") == {"Ballots"}
    assert found(newsroom, "they votes") == {"Ballots"}
    stems = newsroom.read().get_bind().dialect.name == "postgresql"
    assert found(newsroom, "gehen wahl") == set()
    assert found(newsroom, "wahl") == {"Stimmen"}
    assert found(newsroom, "stimme wahlem") == ({"Stimmen"} if stems else set())


def excerpts(room: Newsroom, query: str) -> list[str]:
    return [
        "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)
        for pieces in search(room.read(), query, 1).excerpts
    ]


def test_an_excerpt_marks_the_words_that_were_found(newsroom: Newsroom, mira: Person) -> None:
    newsroom.publish(mira, "Nobody came. They were **voting** in Şükürlü.", headline="Ballots")
    assert excerpts(newsroom, "votes") == ["Nobody came. They were [voting] in Şükürlü."]
    assert excerpts(newsroom, "sukur") == ["Nobody came. They were voting in [Şükürlü]."]
    assert excerpts(newsroom, "ballots") == [""]
    long = "One two three. " * 60 + "The ferry left. " + "Four five six. " * 60
    newsroom.publish(mira, long, headline="Long")
    (told,) = excerpts(newsroom, "ferry")
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert "The [ferry] left." in told


def test_an_excerpt_is_of_what_readers_see_now_and_of_nothing_else(
    newsroom: Newsroom, mira: Person
) -> None:
    key = newsroom.publish(mira, "The council met.", headline="Harbours")
    newsroom.act(mira, Action.CORRECT, key, "It did not meet.")
    newsroom.write(key, mira, "The council slept.", headline="Harbours")
    newsroom.act(mira, Action.FILE, key)
    assert excerpts(newsroom, "council") == ["The [council] met."]
    assert excerpts(newsroom, "slept") == []
