"""People and their roles: granted, revoked, never without an administrator."""

import json
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.admin.commands import people
from editorial.admin.commands.leaving import deactivate
from editorial.admin.commands.places import change_places
from editorial.admin.place import ADMINISTRATOR, Place, places_of
from editorial.admin.queries.people import Standing, Wanted, people_page
from editorial.ledger.verify import verify
from editorial.ledger.wording import sentence
from editorial.models.job import Job
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import is_administrator
from editorial.workflow.words import Role
from tests.db.accounts.together import together
from tests.newsroom import Newsroom
from tests.web.accounts.doors import someone, with_second_factor


def said(room: Newsroom) -> list[str]:
    """The log's sentences."""
    bodies = room.read().scalars(select(LogEntry.body).order_by(LogEntry.sequence))
    return [sentence(json.loads(body), None) for body in bodies]


def mails_due(room: Newsroom) -> list[dict[str, Any]]:
    """What the jobs that mail invitations are about."""
    jobs = select(Job.details).where(Job.name == "mail_invitation")
    return list(room.read().scalars(jobs))


def change(
    room: Newsroom,
    actor: Person,
    person: Person,
    given: set[Place] = frozenset(),  # type: ignore[assignment]
    taken: set[Place] = frozenset(),  # type: ignore[assignment]
    operation: uuid.UUID | None = None,
) -> None:
    with saving() as session:
        admin = session.get_one(Person, actor.id)
        change_places(session, admin, person.id, given, taken, room.time, operation)


def newcomer(room: Newsroom, email: str = "noor@example.org") -> people.Newcomer:
    places = frozenset({Place(room.desk(), Role.CHECKER)})
    return people.Newcomer("Noor Haddad", email, places, totp_required=True)


def invite(
    room: Newsroom,
    actor: Person,
    *,
    by_mail: bool = True,
    operation: uuid.UUID | None = None,
    email: str = "noor@example.org",
) -> people.Invited:
    with saving() as session:
        admin = session.get_one(Person, actor.id)
        return people.invite(
            session, admin, newcomer(room, email), room.time, by_mail=by_mail, operation=operation
        )


@pytest.fixture
def ada(newsroom: Newsroom) -> Person:
    return someone(newsroom, "Ada Berg", Role.ADMINISTRATOR)


def test_each_grant_and_each_revocation_stands_in_the_log(newsroom: Newsroom, ada: Person) -> None:
    mira = newsroom.person("Mira Sol", Role.EDITOR)
    desk = newsroom.desk()
    change(
        newsroom, ada, mira, {Place(desk, Role.CHECKER), ADMINISTRATOR}, {Place(desk, Role.EDITOR)}
    )
    person = newsroom.read().get_one(Person, mira.id)
    assert places_of(person) == {Place(desk, Role.CHECKER), ADMINISTRATOR}
    assert said(newsroom) == [
        "Ada Berg (administrator) took from Mira Sol the role of editor on Politics.",
        "Ada Berg (administrator) granted Mira Sol the role of administrator on the house.",
        "Ada Berg (administrator) granted Mira Sol the role of checker on Politics.",
    ]
    assert verify(newsroom.read()).fault is None


def test_an_entry_says_who_and_where_by_what_stays(newsroom: Newsroom, ada: Person) -> None:
    """Two people may have one name, and names change."""
    mira, desk = newsroom.person("Mira Sol"), newsroom.desk()
    change(newsroom, ada, mira, {Place(desk, Role.EDITOR), ADMINISTRATOR})
    bodies = newsroom.read().scalars(select(LogEntry.body).order_by(LogEntry.sequence))
    details = [json.loads(body)["details"] for body in bodies]
    assert [one["person_id"] for one in details] == [str(mira.id)] * 2
    assert [one["desk_id"] for one in details] == [None, str(desk)]


def test_what_is_so_already_is_not_logged(newsroom: Newsroom, ada: Person) -> None:
    mira = newsroom.person("Mira Sol", Role.EDITOR)
    desk = newsroom.desk()
    change(newsroom, ada, mira, {Place(desk, Role.EDITOR)}, {Place(desk, Role.PUBLISHER)})
    assert said(newsroom) == []


def test_a_form_sent_twice_changes_roles_once(newsroom: Newsroom, ada: Person) -> None:
    mira = newsroom.person("Mira Sol")
    place, operation = Place(newsroom.desk(), Role.EDITOR), uuid.uuid4()
    change(newsroom, ada, mira, {place}, operation=operation)
    change(newsroom, ada, mira, taken={place})
    change(newsroom, ada, mira, {place}, operation=operation)
    assert places_of(newsroom.read().get_one(Person, mira.id)) == set()


@pytest.mark.parametrize(
    "place", [Place(uuid.uuid4(), Role.EDITOR), Place(None, Role.EDITOR)], ids=["desk", "house"]
)
def test_a_place_that_is_none_is_refused(newsroom: Newsroom, ada: Person, place: Place) -> None:
    with pytest.raises(Refused):
        change(newsroom, ada, newsroom.person("Mira Sol"), {place})


def test_an_administrator_may_take_a_role_and_the_log_tells(
    newsroom: Newsroom, ada: Person
) -> None:
    change(newsroom, ada, ada, {Place(newsroom.desk(), Role.PUBLISHER)})
    assert said(newsroom) == [
        "Ada Berg (administrator) granted Ada Berg the role of publisher on Politics."
    ]


def test_the_last_administrator_stays_one(newsroom: Newsroom, ada: Person) -> None:
    newsroom.person("Invited Admin", Role.ADMINISTRATOR)
    someone(newsroom, "Gone Admin", Role.ADMINISTRATOR, deactivated_at=newsroom.time)
    with pytest.raises(Refused, match="last administrator"):
        change(newsroom, ada, ada, taken={ADMINISTRATOR})
    assert is_administrator(newsroom.read().get_one(Person, ada.id))


def test_two_administrators_can_not_depose_each_other_at_once(
    newsroom: Newsroom, ada: Person
) -> None:
    bo = someone(newsroom, "Bo Dahl", Role.ADMINISTRATOR)
    outcomes = together(
        newsroom,
        [
            lambda: change(newsroom, ada, bo, taken={ADMINISTRATOR}),
            lambda: change(newsroom, bo, ada, taken={ADMINISTRATOR}),
        ],
    )
    assert len([outcome for outcome in outcomes if isinstance(outcome, Refused)]) == 1
    people_left = newsroom.read().scalars(select(Person)).all()
    assert len([person for person in people_left if is_administrator(person)]) == 1


def test_two_administrators_can_not_deactivate_each_other_at_once(
    newsroom: Newsroom, ada: Person
) -> None:
    bo = someone(newsroom, "Bo Dahl", Role.ADMINISTRATOR)

    def send_away(actor: Person, person: Person) -> None:
        with saving() as session:
            admin = session.get_one(Person, actor.id)
            deactivate(session, admin, person.id, {}, newsroom.time)

    together(newsroom, [lambda: send_away(ada, bo), lambda: send_away(bo, ada)])
    here = newsroom.read().scalars(select(Person).where(Person.deactivated_at.is_(None))).all()
    assert len(here) == 1


def test_an_invitation_makes_a_person_with_roles_and_a_mail(
    newsroom: Newsroom, ada: Person
) -> None:
    outcome = invite(newsroom, ada)
    session = newsroom.read()
    noor = session.get_one(Person, outcome.person_id)
    assert outcome.token is None
    assert noor.password_hash is None
    assert noor.totp_required
    assert places_of(noor) == {Place(newsroom.desk(), Role.CHECKER)}
    assert mails_due(newsroom) == [{"person": str(noor.id)}]
    assert said(newsroom)[0] == "Ada Berg (administrator) invited Noor Haddad."


def test_where_no_mail_goes_out_the_link_is_handed_over(newsroom: Newsroom, ada: Person) -> None:
    outcome = invite(newsroom, ada, by_mail=False)
    assert outcome.token
    assert mails_due(newsroom) == []


def test_a_double_click_invites_once(newsroom: Newsroom, ada: Person) -> None:
    operation = uuid.uuid4()
    first = invite(newsroom, ada, operation=operation)
    second = invite(newsroom, ada, operation=operation)
    assert first.person_id == second.person_id
    assert mails_due(newsroom) == [{"person": str(first.person_id)}]


def test_an_address_is_invited_once(newsroom: Newsroom, ada: Person) -> None:
    invite(newsroom, ada)
    with pytest.raises(Refused, match="Noor Haddad is here"):
        invite(newsroom, ada)


def test_an_address_invited_twice_at_once_makes_one_person(newsroom: Newsroom, ada: Person) -> None:
    newsroom.desk()
    outcomes = together(newsroom, [lambda: invite(newsroom, ada)] * 4)
    assert len([outcome for outcome in outcomes if isinstance(outcome, Refused)]) == 3


def test_a_lost_second_factor_is_reset(newsroom: Newsroom, ada: Person) -> None:
    mira = with_second_factor(newsroom)
    browser = newsroom.client(mira)
    with saving() as session:
        people.reset_second_factor(session, session.get_one(Person, ada.id), mira.id, newsroom.time)
    assert newsroom.read().get_one(Person, mira.id).totp_confirmed_at is None
    assert browser.get("/profile").status_code == 302


def test_a_changed_address_stays_out_of_the_log_s_bytes(newsroom: Newsroom, ada: Person) -> None:
    mira = someone(newsroom)
    with saving() as session:
        admin = session.get_one(Person, ada.id)
        people.change_email(session, admin, mira.id, "mira@example.net", newsroom.time)
    body = newsroom.read().scalars(select(LogEntry.body)).one()
    assert b"example.net" not in body
    assert b"mira.sol" not in body
    with saving() as session:
        admin = session.get_one(Person, ada.id)
        with pytest.raises(Refused):
            people.change_email(session, admin, mira.id, ada.email, newsroom.time)


def test_nobody_changes_someone_who_is_not_there(newsroom: Newsroom, ada: Person) -> None:
    with saving() as session:
        admin, nobody = session.get_one(Person, ada.id), uuid.uuid4()
        with pytest.raises(NotThere):
            people.require_second_factor(session, admin, nobody, newsroom.time, required=True)


def test_the_list_is_narrowed_by_name_desk_role_and_standing(
    newsroom: Newsroom, ada: Person
) -> None:
    someone(newsroom, "Mira Sol", Role.EDITOR)
    newsroom.person("Ivo 100% Lark", Role.CHECKER, desk="World")
    someone(newsroom, "Old Hand", Role.EDITOR, deactivated_at=newsroom.time)

    def names(**wanted: object) -> list[str]:
        page = people_page(newsroom.read(), Wanted(**wanted), 1)  # type: ignore[arg-type]
        return [row.name for row in page.rows]

    assert names() == ["Ada Berg", "Ivo 100% Lark", "Mira Sol"]
    assert names(text="MIRA.S") == ["Mira Sol"]
    assert names(text="100%") == ["Ivo 100% Lark"]
    assert names(text="0%0") == []
    assert names(desk_id=newsroom.desk("World")) == ["Ivo 100% Lark"]
    assert names(role=Role.EDITOR) == ["Mira Sol"]
    assert names(role=Role.EDITOR, desk_id=newsroom.desk("World")) == []
    assert names(standing=Standing.INVITED) == ["Ivo 100% Lark"]
    assert names(standing=Standing.LEFT) == ["Old Hand"]
