"""Every route, by every role and signed out, against a written expectation.

A route that is not in the table fails: whoever adds a page says here who may enter it.
"""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.models.dispatch import Dispatch
from editorial.models.source import Source
from editorial.web.access import need_of
from editorial.workflow.words import Action, Role
from tests.databases import SqliteTemplate
from tests.newsroom import CSRF, Newsroom

# One letter a visitor, in the order of the table's columns. S is an editor of another desk.
VISITORS = "RCKEPAS"
ROLES = {
    "C": Role.CORRESPONDENT,
    "K": Role.CHECKER,
    "E": Role.EDITOR,
    "P": Role.PUBLISHER,
    "A": Role.ADMINISTRATOR,
    "S": Role.EDITOR,
}

# What meets each visitor: + is let in, > is sent to sign in, . finds nothing there (404).
EXPECTED = """
accounts.accept GET .......
accounts.accept POST .......
accounts.change_password GET >++++++
accounts.change_password POST >++++++
accounts.drop_second_factor POST >++++++
accounts.end_one POST >++++++
accounts.end_others POST >++++++
accounts.found GET +++++++
accounts.found POST +++++++
accounts.lose_device POST >......
accounts.profile GET >++++++
accounts.profile POST >++++++
accounts.prove GET +++++++
accounts.prove POST +++++++
accounts.renew_recovery_codes POST >++++++
accounts.reset_password GET +++++++
accounts.reset_password POST +++++++
accounts.second_factor GET >++++++
accounts.second_factor POST >++++++
accounts.set_password GET .......
accounts.set_password POST .......
accounts.sign_in GET +++++++
accounts.sign_in POST +++++++
accounts.sign_out POST >++++++
admin.add_mirror GET >....+.
admin.add_mirror POST >....+.
admin.change_email POST >....+.
admin.change_places POST >....+.
admin.close_desk POST >....+.
admin.compare_mirror POST >......
admin.deactivate GET >....+.
admin.deactivate POST >....+.
admin.desk GET >....+.
admin.desk POST >....+.
admin.desk_gates GET >....+.
admin.desk_gates POST >....+.
admin.desks GET >....+.
admin.drop_mirror POST >......
admin.gates GET >....+.
admin.invite GET >....+.
admin.invite POST >....+.
admin.invite_again POST >....+.
admin.lose_device POST >......
admin.look GET >....+.
admin.look POST >....+.
admin.mirror GET >......
admin.mirror POST >......
admin.mirrors GET >....+.
admin.move_desk POST >....+.
admin.open_desk GET >....+.
admin.open_desk POST >....+.
admin.pause_mirror POST >......
admin.people GET >....+.
admin.person GET >....+.
admin.reactivate POST >....+.
admin.reopen_desk POST >....+.
admin.require_second_factor POST >....+.
admin.reset_second_factor POST >....+.
admin.resume_mirror POST >......
admin.settings GET >....+.
admin.settings POST >....+.
admin.try_look POST >....+.
admin.try_sheet GET >....+.
board.card GET >++++..
board.changes GET >++++.+
board.deadline POST >++++..
board.drop POST >......
board.hand POST >++++..
board.here POST >++++..
board.keep POST >++++.+
board.place POST >++++..
board.show GET >++++.+
board.spike POST >++++.+
board.time GET >++++.+
board.unspike POST >++++.+
budget.accept POST >......
budget.assign POST >++++..
budget.begin POST >......
budget.calendar GET >++++.+
budget.cancel POST >......
budget.change POST >......
budget.decline POST >......
budget.end POST >++++.+
budget.make POST >++++.+
budget.new GET >++++..
budget.one GET >......
budget.read GET .......
budget.restore POST >......
budget.show GET >++++.+
drafting.bring_version_back POST >.+.+..
drafting.check POST >++++..
drafting.desk_manifest GET +++++++
drafting.device GET +++++++
drafting.device_erased POST +++++++
drafting.edit GET >++++..
drafting.edit POST >++++..
drafting.file_from_device POST >++++++
drafting.file_waiting POST >......
drafting.merge GET >......
drafting.merge POST >......
drafting.name_version POST >++++..
drafting.new GET >++++.+
drafting.new POST >++++.+
drafting.picture GET .......
drafting.save_placing POST >++++..
drafting.service_worker GET +++++++
drafting.set_aside POST >......
drafting.share POST +++++++
drafting.share_dispatches GET >++++++
drafting.shell GET +++++++
drafting.sync POST >++++..
healthz GET +++++++
history.differences GET >++++..
history.dispatch GET >++++..
history.log GET >++++++
history.revision GET >++++..
history.version GET >......
publishing.queue GET >...+..
readers.decide POST >..++.+
readers.queue GET >..++.+
review.comment POST >++++..
review.decide POST >++++..
review.decide_on POST >++++..
review.dispatches GET >++++++
review.gate POST >++++..
review.preview POST >++++..
review.preview_picture GET .......
review.read POST >++++..
review.reply POST >++++..
review.resolve POST >......
review.revoke POST >......
review.settle POST >++++..
review.settle_beside GET >++++..
review.settle_beside POST >++++..
review.show GET >++++..
review.show_preview GET .......
review.start GET >++++++
review.suggest POST >++++..
review.tick POST >......
review.unsettle POST >......
site.about GET +++++++
site.article GET .......
site.card GET .......
site.corrections GET +++++++
site.corrections_feed GET +++++++
site.corrections_page GET .......
site.correspondent GET .......
site.correspondent_feed GET .......
site.correspondent_page GET .......
site.favicon GET +++++++
site.feed GET +++++++
site.front GET +++++++
site.history GET .......
site.item GET .......
site.manifest GET +++++++
site.news_sitemap GET +++++++
site.rendered GET .......
site.reviewed GET .......
site.reviews GET .......
site.robots GET +++++++
site.search GET +++++++
site.search_index GET +++++++
site.search_part GET .......
site.section GET +++++++
site.section_feed GET +++++++
site.section_page GET .......
site.security GET .......
site.send_review POST .......
site.sitemap_pages GET +++++++
site.sitemap_part GET .......
site.sitemaps GET +++++++
site.style GET +++++++
site.topic GET .......
site.topic_page GET .......
site.version GET .......
site.wordmark GET .......
sources.archive GET >......
sources.attach GET >++++..
sources.attach POST >++++..
sources.attach_found POST >......
sources.begin_upload POST >++++..
sources.detach POST >++++..
sources.end_upload DELETE >......
sources.grow_upload PATCH >......
sources.original GET >++++..
sources.picture GET >......
sources.quote POST >++++..
sources.read_as POST >++++..
sources.record GET >++++..
sources.recording GET >......
sources.show GET >++++..
sources.show_to POST >++++..
sources.transcribe POST >++++..
telling.choices GET >++++++
telling.choices POST >++++++
telling.deliveries GET >++++++
telling.drop_hook POST >....+.
telling.follow GET >......
telling.hook GET >....+.
telling.hook POST >....+.
telling.inbox GET >++++++
telling.mark POST >......
telling.mark_all POST >++++++
telling.send_again POST >......
telling.show_receipt GET >++++..
telling.stop_mail GET .......
telling.stop_mail POST .......
telling.try_hook POST >......
transparency.download GET .......
transparency.feed GET +++++++
transparency.newest GET .......
transparency.show GET .......
"""


class Doors:
    """A newsroom with one dispatch of the Politics desk, and a browser for each visitor."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.dispatch = room.dispatch(author, "It rained.")
        room.attach(self.dispatch, author, "MINISTER AKAN:  It rained.")
        self.entry = room.act(author, Action.FILE, self.dispatch).sequence
        self.person = author.id
        self.desk = room.desk()
        self.source = room.read().scalars(select(Source.id)).one()
        self.people = {
            letter: room.person(
                f"Visitor {letter}", role, desk="Sport" if letter == "S" else "Politics"
            )
            for letter, role in ROLES.items()
        }

    def path(self, rule: str) -> str:
        """An address of the rule: what exists where it can, else a made-up id."""
        known = {
            "<uuid:dispatch_id>": self.dispatch,
            "<uuid:source_id>": self.source,
            "<uuid:person_id>": self.person,
            "<uuid:desk_id>": self.desk,
            "<slug>": "politics",
            "<int(max=999999999999):sequence>": self.entry,
            "<int(max=999999):number>": 1,
        }
        made_up = {
            "<token>": "made-up",
            "<digest>": "0" * 64,
            "<key>": "0" * 64,
            "<int(max=999999999999):size>": 1,
            "<address>": "nothing-here",
            "<int(max=9999):number>": 1,
            "<uuid:assignment_id>": uuid.UUID(int=1),
            "<uuid:device_id>": uuid.UUID(int=1),
            "<uuid:view_id>": uuid.UUID(int=1),
            "<uuid:delivery_id>": uuid.UUID(int=1),
            "<uuid:kept_id>": uuid.UUID(int=1),
            "<uuid:save_id>": uuid.UUID(int=1),
            "<uuid:message_id>": uuid.UUID(int=1),
            "<uuid:review_id>": uuid.UUID(int=1),
            "<uuid:upload_id>": uuid.UUID(int=1),
            "<uuid:comment_id>": uuid.UUID(int=1),
            "<uuid:mirror_id>": uuid.UUID(int=1),
            "<uuid:preview_id>": uuid.UUID(int=1),
            "<uuid:point_id>": uuid.UUID(int=1),
            "<uuid:sign_in_id>": uuid.UUID(int=1),
            "<int(min=1, max=999999):number>": 1,
            "<any(atom, rss, json):form>": "atom",
            "<int(max=9999):width>": 320,
            "<any(avif, webp, jpg):form>": "avif",
            "<any(png, webp, jpg):form>": "png",
        }
        for part, value in {**known, **made_up}.items():
            rule = rule.replace(part, str(value))
        assert "<" not in rule, f"say in this test what to put for {rule}"
        return rule

    def meets(self, visitor: str, method: str, rule: str) -> str:
        """How the visitor is met."""
        browser = self.room.client(self.people.get(visitor)).client
        answer = browser.open(self.path(rule), method=method)
        if answer.status_code == 302 and "/sign-in" in answer.headers["Location"]:
            return ">"
        assert answer.status_code < 500, f"{method} {rule} fails for {visitor}"
        return "." if answer.status_code == 404 else "+"


def table() -> dict[tuple[str, str], str]:
    rows = [line.split() for line in EXPECTED.strip().splitlines()]
    return {(endpoint, method): met for endpoint, method, met in rows}


@pytest.fixture
def doors(sqlite_template: SqliteTemplate, tmp_path: Path) -> Doors:
    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path, WTF_CSRF_ENABLED=False)
    with room.app.app_context():
        return Doors(room)


def routes(room: Newsroom) -> dict[tuple[str, str], str]:
    return {
        (rule.endpoint, method): rule.rule
        for rule in room.app.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in ("HEAD", "OPTIONS") and rule.endpoint != "static"
    }


def test_every_route_stands_in_the_table_and_every_row_is_a_route(doors: Doors) -> None:
    assert set(table()) == set(routes(doors.room))


def test_each_visitor_meets_what_is_written(doors: Doors) -> None:
    wrong = []
    with doors.room.app.app_context():
        for (endpoint, method), rule in sorted(routes(doors.room).items()):
            met = "".join(doors.meets(visitor, method, rule) for visitor in VISITORS)
            if met != table().get((endpoint, method)):
                wrong.append(f"{endpoint} {method} {met}")
    assert not wrong, "\n".join(wrong)


def test_chief_and_legal_meet_what_a_checker_meets(doors: Doors) -> None:
    """What they may do there is for the rules; what they may see is the desk's."""
    checker = VISITORS.index("K")
    wrong = []
    with doors.room.app.app_context():
        doors.people["H"] = doors.room.person("A Chief", Role.CHIEF)
        doors.people["L"] = doors.room.person("Legal", Role.LEGAL)
        for (endpoint, method), rule in sorted(routes(doors.room).items()):
            met = {doors.meets(visitor, method, rule) for visitor in "HL"}
            if met != {table()[endpoint, method][checker]}:
                wrong.append(f"{endpoint} {method} {met}")
    assert not wrong, "\n".join(wrong)


def test_every_view_declares_its_need(doors: Doors) -> None:
    with doors.room.app.app_context():
        for endpoint, _method in routes(doors.room):
            assert need_of(endpoint) is not None, endpoint


def test_a_view_without_a_need_is_refused(doors: Doors) -> None:
    doors.room.app.add_url_rule("/undeclared", "undeclared", lambda: "let in")
    with doors.room.app.app_context():
        for visitor in VISITORS:
            assert doors.meets(visitor, "GET", "/undeclared") == "."


def test_a_missing_dispatch_and_a_forbidden_one_look_the_same(doors: Doors) -> None:
    with doors.room.app.app_context():
        stranger = doors.room.client(doors.people["S"]).client
        forbidden = stranger.get(f"/dispatches/{doors.dispatch}")
        missing = stranger.get(f"/dispatches/{uuid.UUID(int=2)}")
        assert (forbidden.status_code, missing.status_code) == (404, 404)
        # A token carries the second it was made in.
        without = [CSRF.sub("", one.get_data(as_text=True)) for one in (forbidden, missing)]
        assert without[0] == without[1]
        assert doors.room.read().get(Dispatch, doors.dispatch) is not None
