"""What readers are told of stories that changed, and of those that were withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from editorial.catalogue.words import Words, direction, words_in
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.notice import Notice
from editorial.models.publication import Publication
from editorial.pipeline.refusal import NotThere
from editorial.site.pages import Article, Section
from editorial.site.quote_figures import quote_figures
from editorial.workflow.words import Live, NoticeKind

A_PAGE = 20
LATELY_WITHDRAWN = 10
WITHDRAWALS = (NoticeKind.KILL, NoticeKind.TAKEDOWN)
# An update adds to a story; it mends nothing, and is told beside the story alone.
ON_THE_PAGE = (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION, NoticeKind.KILL)


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice. ``headline`` is empty where the story is withdrawn, and so is the wording of what
    was told of it before. ``ordinal`` is that of the version that came with it."""

    kind: NoticeKind
    number: int
    serial: int
    wording: str
    at: datetime
    url: str
    headline: str
    language: str
    ordinal: int

    @property
    def withdraws(self) -> bool:
        """Whether the story is gone."""
        return self.kind in WITHDRAWALS

    @property
    def changes_url(self) -> str:
        """Where readers see both texts; empty where there is but one."""
        return "" if self.withdraws else f"{self.url}/versions/{self.ordinal}"


@dataclass(frozen=True, slots=True)
class NoticePage:
    """One page of the notices, newest first; pages are numbered from the oldest."""

    notices: tuple[NoticeLine, ...]
    newer_url: str | None
    older_url: str | None


def of_story(session: Session, publication: Publication) -> tuple[NoticeLine, ...]:
    """The notices of one story, oldest first."""
    rows = session.execute(
        _told().where(Notice.dispatch_id == publication.dispatch_id).order_by(Notice.serial)
    ).all()
    return tuple(_line(*row) for row in rows)


def withdrawal(session: Session, address: str, slug: str) -> NoticeLine:
    """Why there is no story at ``address`` of the section any more, which need not be the last one
    that it stood in. Raises NotThere when there never was one, or it is back."""
    stood = (
        select(Publication.dispatch_id)
        .join(Desk, Desk.id == Publication.desk_id)
        .where(Publication.address == address, Desk.slug == slug)
    )
    row = session.execute(
        _told()
        .where(
            Notice.dispatch_id.in_(stood),
            Notice.kind.in_(WITHDRAWALS),
            Dispatch.live == Live.WITHDRAWAL,
        )
        .order_by(Notice.serial.desc())
        .limit(1)
    ).first()
    if row is None:
        raise NotThere
    return _line(*row)


def withdrawn(
    session: Session, language: str, *conditions: ColumnElement[bool]
) -> Sequence[tuple[str, Article]]:
    """Stories withdrawn last, as a feed tells them: the key of each, its address, the reason.
    ``language`` is the site's, for those in one that it has no words in."""
    rows = session.execute(
        _told()
        .add_columns(Publication)
        .where(Notice.kind.in_(WITHDRAWALS), Dispatch.live == Live.WITHDRAWAL, *conditions)
        .order_by(Notice.serial.desc())
        .limit(LATELY_WITHDRAWN)
    ).all()
    return [
        (
            f"urn:uuid:{publication.dispatch_id}",
            _in_place(_line(*line), publication, line[1], language),
        )
        for *line, publication in rows
    ]


def corrections(session: Session, page: int | None) -> NoticePage:
    """What was put right: corrections, clarifications, kills. ``page`` counts full pages from the
    oldest; None is the one with the newest. Raises NotThere beyond the last."""
    told = _told().where(Notice.kind.in_(ON_THE_PAGE))
    count = session.scalar(
        select(func.count()).select_from(Notice).where(Notice.kind.in_(ON_THE_PAGE))
    )
    full = max((count or 0) // A_PAGE - 1, 0)
    if page is None:
        rows = session.execute(
            told.order_by(Notice.serial.desc()).limit((count or 0) - full * A_PAGE)
        ).all()
        older = f"/corrections/page/{full}" if full else None
        return NoticePage(tuple(_line(*row) for row in rows), None, older)
    if not 1 <= page <= full:
        raise NotThere
    rows = session.execute(
        told.order_by(Notice.serial).offset((page - 1) * A_PAGE).limit(A_PAGE)
    ).all()
    newer = f"/corrections/page/{page + 1}" if page < full else "/corrections"
    older = f"/corrections/page/{page - 1}" if page > 1 else None
    return NoticePage(tuple(_line(*row) for row in rows[::-1]), newer, older)


def as_entries(lines: Sequence[NoticeLine], language: str) -> list[tuple[str, Article]]:
    """Notices as a feed of their own tells them, each in the words of its story's language, else
    of ``language``."""
    entries = []
    for line in lines:
        say = words_in(line.language, language)
        title = f"{say('notice_' + line.kind)} {line.number}"
        if line.withdraws:
            title = say("withdrawn")
        elif line.headline:
            title = f"{title}: {line.headline}"
        entries.append((f"urn:editorial:notice:{line.serial}", _entry(line, title, say)))
    return entries


def _told() -> Select[Any]:
    return (
        select(Notice, Desk, Publication.address, Publication.headline, Publication.language)
        .add_columns(Publication.ordinal, Dispatch.live)
        .select_from(Notice)
        .join(Publication, Publication.id == Notice.publication_id)
        .join(Dispatch, Dispatch.id == Notice.dispatch_id)
        .join(Desk, Desk.id == Publication.desk_id)
    )


def _line(
    notice: Notice,
    desk: Desk,
    address: str,
    headline: str,
    language: str,
    ordinal: int,
    live: Live,
) -> NoticeLine:
    return NoticeLine(
        kind=notice.kind,
        number=notice.number,
        serial=notice.serial,
        wording=notice.wording if live is Live.REVISION or notice.kind in WITHDRAWALS else "",
        at=notice.published_at,
        url=f"{Section(desk.name, desk.slug).url}/{address}",
        headline=headline if live is Live.REVISION else "",
        language=language,
        ordinal=ordinal,
    )


def _in_place(line: NoticeLine, publication: Publication, desk: Desk, language: str) -> Article:
    """What stands in a feed where the story stood; whoever follows it is told to drop the text."""
    say = words_in(line.language, language)
    entry = _entry(line, say("withdrawn"), say)
    return replace(
        entry,
        published_at=publication.first_published_at,
        section_name=desk.name,
        section_url=f"/news/{desk.slug}",
        body_html=f"<p>{say('withdrawn_words')}. {escape(line.wording)}</p>",
    )


def _entry(line: NoticeLine, title: str, say: Words) -> Article:
    return Article(
        headline=title,
        summary=line.wording,
        dateline_place="",
        dateline_date=None,
        byline="",
        published_at=line.at,
        updated_at=line.at,
        section_name=say("corrections"),
        section_url="/corrections",
        language=line.language,
        direction=direction(line.language),
        body_html=f"<p>{escape(line.wording)}</p>",
        authors=(),
        topics=(),
        path=line.url,
        story_html="",
        lead=None,
        reading_minutes=0,
        picture="",
        digest="",
        quotes=quote_figures({}),
    )
