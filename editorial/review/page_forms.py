"""The forms of one dispatch page: one an act, the refused one as it was sent."""

import uuid
from dataclasses import dataclass

from editorial.review.forms import DecisionForm, GateForm, PlacedForm, SettleForm, TakeBackForm
from editorial.review.page import DispatchPage
from editorial.review.panel import LABELS
from editorial.review.preview_form import PreviewForm
from editorial.review.quote_line import QuoteLine
from editorial.review.remark_forms import CommentForm, ReplyForm, SeveralForm, SuggestForm
from editorial.web.local_time import zones
from editorial.web.signed_in import person_here
from editorial.workflow.words import Action


@dataclass(frozen=True, slots=True)
class PageForms:
    """``decisions`` by action, ``gates`` by gate and action, ``settle`` and ``take_back`` by the
    quote's number. ``homeless``: what was sent belongs to nothing that the page still offers."""

    decisions: dict[str, DecisionForm]
    gates: dict[tuple[str, str], GateForm]
    settle: dict[int, SettleForm]
    take_back: dict[int, TakeBackForm]
    comment: CommentForm
    suggest: SuggestForm
    preview: PreviewForm
    replies: dict[int, ReplyForm]
    accept_all: SeveralForm
    plain: PlacedForm
    homeless: bool


def page_forms(page: DispatchPage, tried: PlacedForm | None) -> PageForms:
    """Fresh forms for all that is offered, with ``tried`` in its place."""
    offered = (*page.panel.acts, page.panel.second_reading)
    decisions = {
        act.action: _decision(page, act.action, tried)
        for act in offered
        if act is not None and act.allowed
    }
    gates = {
        (line.gate, act.action): _gate(page, line.gate, act.action, tried)
        for line in page.gates
        for act in line.acts
        if act.allowed
    }
    settle = {
        quote.number: settle_form(str(quote.number), page.version, quote, tried)
        for quote in page.quotes
        if quote.ways
    }
    take_back = {
        quote.number: take_back_form(
            f"back-{quote.number}", page.version, str(quote.settled.id), tried
        )
        for quote in page.quotes
        if quote.settled is not None and quote.take_back
    }
    comment, suggest = _comment(page, tried), _suggest(page, tried)
    preview = tried if isinstance(tried, PreviewForm) else PreviewForm("preview", formdata=None)
    replies = {thread.number: _reply(thread.id, tried) for thread in page.remarks.open}
    housed = [
        *decisions.values(),
        *gates.values(),
        *settle.values(),
        *take_back.values(),
        *replies.values(),
        comment,
        *((suggest,) if page.remarks.may_suggest else ()),
        *((preview,) if page.previews is not None and not page.previews.refusal else ()),
    ]
    which = " ".join(str(line.id) for line in page.remarks.suggestions if line.may_accept)
    return PageForms(
        decisions,
        gates,
        settle,
        take_back,
        comment,
        suggest,
        preview,
        replies,
        SeveralForm("all", formdata=None, data={"which": which}),
        PlacedForm("plain", formdata=None),
        tried is not None and all(f is not tried for f in housed),
    )


def _decision(page: DispatchPage, action: str, tried: PlacedForm | None) -> DecisionForm:
    if isinstance(tried, DecisionForm) and tried.action.data == action:
        # What the person has now read is this version; pressing again is meant for it.
        tried.version.data = str(page.version)
        tried.note.label.text = LABELS.get(Action(action), "Reason")
        return tried
    mine = person_here().timezone
    form = DecisionForm(
        action,
        formdata=None,
        data={
            "action": action,
            "version": page.version,
            "zone": mine if mine in zones() else "UTC",
            "note": page.next.wording if page.next and action == Action.REWORD else "",
        },
    )
    form.note.label.text = LABELS.get(Action(action), "Reason")
    return form


def _gate(page: DispatchPage, gate: str, action: str, tried: PlacedForm | None) -> GateForm:
    if isinstance(tried, GateForm) and (tried.gate.data, tried.action.data) == (gate, action):
        tried.version.data = str(page.version)
        return tried
    return GateForm(
        f"{action}-{gate}",
        formdata=None,
        data={"gate": gate, "action": action, "version": page.version},
    )


def _comment(page: DispatchPage, tried: PlacedForm | None) -> CommentForm:
    form = tried if isinstance(tried, CommentForm) else CommentForm("comment", formdata=None)
    form.version.data = str(page.version)
    form.block.choices = {"": "The whole dispatch", **dict(page.remarks.blocks)}
    return form


def _suggest(page: DispatchPage, tried: PlacedForm | None) -> SuggestForm:
    form = tried if isinstance(tried, SuggestForm) else SuggestForm("suggest", formdata=None)
    form.version.data = str(page.version)
    form.block.choices = {"": "Wherever the words stand", **dict(page.remarks.blocks)}
    return form


def _reply(comment_id: uuid.UUID, tried: PlacedForm | None) -> ReplyForm:
    place = str(comment_id)
    if isinstance(tried, ReplyForm) and tried.note.id.endswith(place):
        return tried
    return ReplyForm(place, formdata=None)


def settle_form(place: str, version: int, quote: QuoteLine, tried: PlacedForm | None) -> SettleForm:
    """The form that settles ``quote``; the one that was refused, where it is about this quote."""
    if isinstance(tried, SettleForm) and tried.quote.data == quote.key:
        form = tried
    else:
        form = SettleForm(place, formdata=None, data={"quote": quote.key})
    form.version.data = str(version)
    form.kind.choices = dict(quote.ways)
    return form


def take_back_form(
    place: str, version: int, settlement: str, tried: PlacedForm | None
) -> TakeBackForm:
    """The same for taking that settlement back."""
    if isinstance(tried, TakeBackForm) and tried.settlement.data == settlement:
        form = tried
    else:
        form = TakeBackForm(place, formdata=None, data={"settlement": settlement})
    form.version.data = str(version)
    return form
