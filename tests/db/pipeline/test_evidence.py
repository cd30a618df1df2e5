"""What a decision rests on, against those who would gain by changing it."""

import uuid

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.source import Medium, Source, SourceKind
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.matter import NewSource, OldSource, Vouching
from editorial.pipeline.refusal import Refused
from editorial.vault.beside import instance_beside, vault_beside
from editorial.workflow.words import Action, Role, SettlementKind
from tests.newsroom import Newsroom

RECORD = (
    "MINISTER AKAN:  We will rebuild the bridge before winter. The money is there.\n\n"
    "Q    Will the ferry run until then?\n\nMINISTER AKAN:  It will run every hour."
)
TURNED = '"We will not rebuild the bridge before winter," Akan said.'
INVENTED = '"The contractor has already been paid in full by the ministry," Akan said.'


def situation(room: Newsroom, dispatch: uuid.UUID) -> Situation:
    return gather(room.read(), room.get(dispatch), None, room.time)


def filed(room: Newsroom, author: Person, story: str) -> uuid.UUID:
    dispatch = room.dispatch(author, story)
    room.attach(dispatch, author, RECORD)
    room.act(author, Action.FILE, dispatch)
    return dispatch


def test_an_author_gains_nothing_by_detaching_what_contradicts_them(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    checker = newsroom.person("Ilse Brandt", Role.CHECKER)
    dispatch = filed(newsroom, author, TURNED)
    [before] = situation(newsroom, dispatch).evidence.quotes
    assert before.finding.verdict == "meaning_changed"
    source = newsroom.read().scalars(select(Source)).one()
    newsroom.act(author, Action.DETACH, dispatch, note="old", matter=OldSource(source.id))
    [quote] = situation(newsroom, dispatch).evidence.quotes
    assert quote.finding.verdict == "not_found"
    heard = Vouching(quote.key, SettlementKind.HEARD)
    with pytest.raises(Refused, match="did not write"):
        newsroom.act(author, Action.SETTLE, dispatch, note="I was there", matter=heard)
    newsroom.act(checker, Action.SETTLE, dispatch, note="I was there", matter=heard)


def test_a_detached_source_that_was_silent_too_is_no_bar(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = filed(newsroom, author, INVENTED)
    source = newsroom.read().scalars(select(Source)).one()
    newsroom.act(author, Action.DETACH, dispatch, note="old", matter=OldSource(source.id))
    [quote] = situation(newsroom, dispatch).evidence.quotes
    heard = Vouching(quote.key, SettlementKind.HEARD)
    newsroom.act(author, Action.SETTLE, dispatch, note="I was there", matter=heard)


def test_the_evidence_names_what_was_read_of_a_document(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, '"We will rebuild the bridge before winter," Akan said.')
    with saving() as session:
        vault = vault_beside(session)
        bytes_as_received, words = vault.put(b"%PDF-1.4 ..."), vault.put(RECORD.encode())
        anew = vault.put(RECORD.encode() + b"\n")
    document = NewSource(
        title="Minutes",
        kind=SourceKind.DOCUMENT,
        digest=bytes_as_received,
        size=12,
        encoding="utf-8",
        medium=Medium.PDF,
        text_digest=words,
    )
    newsroom.act(author, Action.ATTACH, dispatch, matter=document)
    before = situation(newsroom, dispatch).evidence
    assert [quote.finding.verdict for quote in before.quotes] == ["verbatim"]
    with saving() as session:
        session.scalars(select(Source)).one().text_digest = anew
    after = situation(newsroom, dispatch).evidence
    assert [quote.finding.verdict for quote in after.quotes] == ["verbatim"]
    assert after.digest != before.digest


def test_an_override_is_part_of_the_evidence(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    publisher = newsroom.person("Tom Roe", Role.PUBLISHER)
    dispatch = filed(newsroom, author, INVENTED)
    before = situation(newsroom, dispatch).evidence.digest
    newsroom.act(publisher, Action.OVERRIDE, dispatch, note="the minister confirmed it live")
    assert situation(newsroom, dispatch).evidence.digest != before


@pytest.mark.parametrize(
    ("vouching", "reason"),
    [
        (Vouching("", SettlementKind.RECORD_ERRS), "can’t be said"),
        (Vouching("", SettlementKind.SECONDARY_ACCEPTED), "can’t be said"),
        (Vouching("", SettlementKind.CALL_BACK, contact="his office"), "with whom"),
    ],
)
def test_a_settlement_fits_what_was_found_whoever_asks(
    newsroom: Newsroom, vouching: Vouching, reason: str
) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    checker = newsroom.person("Ilse Brandt", Role.CHECKER)
    dispatch = filed(newsroom, author, INVENTED)
    [quote] = situation(newsroom, dispatch).evidence.quotes
    matter = Vouching(quote.key, vouching.kind, vouching.contact, vouching.contacted_at)
    with pytest.raises(Refused, match=reason):
        newsroom.act(checker, Action.SETTLE, dispatch, note="so", matter=matter)


def test_a_file_changed_on_disk_is_told_and_stops_the_check(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, INVENTED)
    newsroom.attach(dispatch, author, "AKAN:  Nothing of the kind was said on that day at all.")
    with saving() as session:
        source = session.scalars(select(Source)).one()
        path = instance_beside(session) / "files" / source.digest[:2] / source.digest
        # Another reading of it, so that what is kept of the first does not hide the loss.
        source.encoding = "cp1252"
    path.write_bytes(b"AKAN:  Everything was paid.")
    with pytest.raises(Refused, match="changed outside Editorial"):
        newsroom.act(author, Action.FILE, dispatch)
