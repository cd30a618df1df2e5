"""What an article tells machines of its corrections."""

from dataclasses import replace
from datetime import UTC, datetime

from editorial.site.notices import NoticeLine, as_entries
from editorial.site.structured import news_article
from editorial.workflow.words import NoticeKind

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BASE = "https://wire.example/"
PATH = "/news/politics/rain-1"


def line(kind: NoticeKind, serial: int, wording: str) -> NoticeLine:
    return NoticeLine(
        kind=kind,
        number=1,
        serial=serial,
        wording=wording,
        at=AT,
        url=PATH,
        headline="Rain",
        language="en",
        ordinal=serial + 1,
    )


UPDATE = line(NoticeKind.UPDATE, 1, "")
CORRECTION = line(NoticeKind.CORRECTION, 2, "It rained on Monday, not on Sunday.")


def told(*notices: NoticeLine) -> dict[str, object]:
    ((_key, article),) = as_entries([CORRECTION], "en")
    return news_article(replace(article, path=PATH), "Wire", BASE, f"{BASE}card.png", notices)


def test_a_correction_is_a_comment_with_its_date_and_place() -> None:
    assert told(UPDATE, CORRECTION)["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It rained on Monday, not on Sunday.",
            "datePublished": "2026-11-20T09:00:00Z",
            "url": "https://wire.example/news/politics/rain-1#notice-2",
        }
    ]


def test_a_later_version_is_based_on_the_one_before() -> None:
    later = told(UPDATE, CORRECTION)
    assert later["isBasedOn"] == "https://wire.example/news/politics/rain-1/versions/2"
    assert later["version"] == 3


def test_an_update_mends_nothing_and_a_first_version_is_based_on_nothing() -> None:
    assert "correction" not in told(UPDATE)
    assert not {"correction", "isBasedOn", "version"} & set(told())
