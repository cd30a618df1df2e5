"""The board: its columns, the same as a dense list, and whether anything has changed."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import abort, make_response, render_template, request, session, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.board.blueprint import bp
from editorial.board.columns import SHOWN, Asking, Column, columns, dense
from editorial.board.desks import DeskName, desks_here, people_of
from editorial.board.forms import (
    WISHES,
    DropForm,
    FilterForm,
    KeepForm,
    ManyForm,
    UndoForm,
)
from editorial.board.kept import kept_views
from editorial.board.overrides import unread_overrides
from editorial.board.pulse import etag
from editorial.board.wanted import MINE, NOBODY
from editorial.models.saving import reading
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here
from editorial.workflow.wording import STATE_WORDS
from editorial.workflow.words import State

EVERY = (*SHOWN, State.SPIKED)
SPIKED_LATELY = "board_spiked"


@dataclass(frozen=True, slots=True)
class Board:
    """What both ways of showing it need. ``desk``: the one it is of; None for several."""

    desk: DeskName | None
    desks: tuple[DeskName, ...]
    form: FilterForm
    asking: Asking
    etag: str

    @property
    def slug(self) -> str | None:
        """The desk's, for addresses."""
        return None if self.desk is None else self.desk.slug

    @property
    def given(self) -> dict[str, Any]:
        """The filter that is in force, for addresses."""
        wanted = self.asking.wanted
        found: dict[str, Any] = {n: getattr(wanted, n) for n in WISHES if getattr(wanted, n)}
        if self.form.desk.data and self.desk is None:
            found["desk"] = self.form.desk.data
        return found

    @property
    def back(self) -> str:
        """The address of this board as it is shown."""
        return request.full_path.replace("/changes", "", 1).rstrip("?")


@bp.get("/board")
@bp.get("/board/<slug>")
@needs(on_a_desk)
def show(slug: str | None = None) -> str:
    """A desk's board; without a desk, all of one's own together."""
    board = _board(slug)
    ways = {"desk": board.desk, "desks": board.desks, "form": board.form, "board": board}
    keep = {
        "views": kept_views(reading(), person_here().id),
        "keep_form": KeepForm(formdata=None, back=board.back),
        "drop_form": DropForm(formdata=None, back=board.back),
        "query": urlencode(board.given, doseq=True),
        "many_form": ManyForm(formdata=None, back=board.back),
        "undo_form": UndoForm(formdata=None, back=board.back),
        "spiked": len(session.get(SPIKED_LATELY, ())),
    }
    if request.args.get("as") == "list":
        return render_template("board/list.html", **ways, **keep, **_list(board))
    found = _columns(board)
    # By itself: woven through every layer of the layout, a hundred cards cost twice as much.
    columns_html = Markup(_html(board, found))  # noqa: S704  (rendered, so escaped)
    nothing = not any(column.cards for column in found)
    return render_template("board/show.html", **ways, **keep, nothing=nothing, columns=columns_html)


@bp.get("/board/changes")
@bp.get("/board/<slug>/changes")
@needs(on_a_desk)
def changes(slug: str | None = None) -> Response:
    """The columns anew, or 304: then no dispatch was looked at."""
    tag = etag(reading(), person_here(), slug, now())
    if tag is None:
        abort(404)
    if request.headers.get("If-None-Match") == tag:
        answer = make_response("", 304)
    else:
        board = _board(slug)
        answer = make_response(_html(board, _columns(board)))
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _columns(board: Board) -> tuple[Column, ...]:
    return columns(reading(), board.asking)


def _html(board: Board, found: tuple[Column, ...]) -> str:
    return render_template(
        "board/parts/columns.html",
        board=board,
        columns=found,
        overrides=unread_overrides(reading(), board.asking.desks, board.asking.now),
        all_of={column.state: _all_of(board, column) for column in found if column.more},
        several=len(board.asking.desks) > 1,
    )


def _list(board: Board) -> dict[str, Any]:
    name, page = request.args.get("state", ""), request.args.get("page", 1, type=int)
    state = State(name) if name in set(State) else None
    page = page if 1 <= page <= 10_000 else 1
    rows, more = dense(reading(), board.asking, state, page)

    def to(**other: Any) -> str:
        where: dict[str, Any] = {
            "slug": board.slug,
            "as": "list",
            "state": name or None,
            **board.given,
        }
        return url_for("board.show", **{**where, **other})

    return {
        "rows": rows,
        "state": state,
        "states": [
            (one, STATE_WORDS[one].name, to(state=one.value)) for one in (*SHOWN, State.SPIKED)
        ],
        "under_way": to(state=None),
        "newer_url": to(page=page - 1) if page > 1 else None,
        "older_url": to(page=page + 1) if more else None,
    }


def _all_of(board: Board, column: Column) -> str:
    where: dict[str, Any] = {"slug": board.slug, "as": "list", "state": column.state}
    return url_for("board.show", **{**where, **board.given})


def _board(slug: str | None) -> Board:
    person, db, at = person_here(), reading(), now()
    # Before anything is read: a change that comes meanwhile is then shown once more, not never.
    tag = etag(db, person, slug, at)
    desks = desks_here(db, person)
    desk = next((one for one in desks if one.slug == slug), None)
    if tag is None or (slug is not None and desk is None):
        abort(404)
    form = FilterForm(formdata=request.args)
    people = {str(key): name for key, name in people_of(db, [one.id for one in desks])}
    form.author.choices = {"": "Anyone", MINE: "Me", **people}
    form.holder.choices = {"": "Anyone", MINE: "Me", NOBODY: "Nobody", **people}
    form.desk.choices = {one.slug: one.name for one in desks}
    wanted = form.wishes()
    chosen = [one for one in desks if one.slug in (form.desk.data or ())] or desks
    shown = [desk] if desk is not None else chosen
    return Board(desk, desks, form, Asking(person, tuple(one.id for one in shown), wanted, at), tag)
