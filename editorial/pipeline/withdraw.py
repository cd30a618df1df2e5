"""Taking a story from readers: the address stays, with a notice in its place."""

from sqlalchemy import delete, select, update

from editorial.models.publication import Publication
from editorial.models.publication_text import PublicationText
from editorial.models.reader_review import ReaderReview
from editorial.pipeline.act import Act
from editorial.pipeline.notices import publish_notice
from editorial.pipeline.public import touch
from editorial.workflow.words import Live, NoticeKind, ReviewStanding


def withdraw(act: Act, kind: NoticeKind) -> None:
    """Nothing of the text is live from here on, and no search finds it."""
    publication = act.session.scalars(
        select(Publication).where(
            Publication.dispatch_id == act.dispatch.id, Publication.current.is_(True)
        )
    ).one()
    touch(act.session, act.now, act.dispatch.id)
    publication.current = False
    act.session.execute(
        delete(PublicationText).where(PublicationText.publication_id == publication.id)
    )
    # Nobody can decide on them where there is no story; while they wait they keep others out.
    act.session.execute(
        update(ReaderReview)
        .where(
            ReaderReview.dispatch_id == act.dispatch.id,
            ReaderReview.standing == ReviewStanding.WAITING,
        )
        .values(standing=ReviewStanding.REJECTED, decided_at=act.now, decided_by=act.actor.id)
    )
    act.dispatch.live = Live.WITHDRAWAL
    act.dispatch.last_reason = act.note
    act.details["address"] = publication.address
    act.details["notice"] = publish_notice(
        act.session,
        publication,
        kind,
        act.note,
        before_id=publication.revision_id,
        after_id=None,
        now=act.now,
    )
