"""What a guard may look at: everything the rules need, gathered beforehand and frozen."""

from dataclasses import dataclass

from editorial.workflow.words import Gate, Live, Role, State


@dataclass(frozen=True, slots=True)
class Facts:
    """One dispatch as one actor meets it at one moment.

    ``roles`` are the actor's on the dispatch's desk. ``missing`` is what filing needs and is not
    there, ``too_long`` a sentence for each field that can't be filed for its length. ``wrote_it``:
    the actor wrote or changed the text since it was last approved. ``open_quotes`` counts quotes
    that are neither settled nor overridden; ``overridable_quotes`` those an override could still
    pass. ``approval_stands``: an approval names the digests of the revision and the evidence as
    recomputed now.
    ``another_holds_it``: someone else has claimed it; ``colleague_reviews``: whom it is handed to
    is another editor of the desk. ``quote_can_be_settled``, ``quote_is_not_found``: of the quote a
    settlement is about; ``way_fits``: it says something that can be said of the finding;
    ``call_is_named``: with whom and when, where someone was called. ``next_begun``: a published
    story's next version is being made; ``differs_from_live``: its text is not the one readers see.
    ``wrote_what_is_live``: the actor wrote or changed the text that readers see. ``killed``: it was
    withdrawn for good.

    ``gate`` is the one that the act is about. ``required_gates`` are those of this text on this
    desk, ``shut_gates`` the ones of them that nobody passed or overrode for exactly this text and
    this evidence (of the quotes, ``open_quotes`` tells). ``vouched_already``: the actor approved
    this text and evidence or passed them as the second editor; ``passed_it``, ``asked_for_it``: of
    ``gate``; ``gate_may_be_asked``: the desk lets an editor ask for it.
    """

    state: State
    live: Live = Live.NOTHING
    roles: frozenset[Role] = frozenset()
    note: str = ""
    wrote_it: bool = False
    holds_claim: bool = False
    another_holds_it: bool = True
    colleague_reviews: bool = True
    missing: tuple[str, ...] = ()
    too_long: tuple[str, ...] = ()
    text_changed: bool = True
    revision_intact: bool = True
    open_quotes: int = 0
    approval_stands: bool = False
    embargo_passed: bool = True
    hour_is_ahead: bool = True
    unread_override: bool = False
    overrode_it: bool = False
    quote_can_be_settled: bool = True
    quote_is_not_found: bool = True
    way_fits: bool = True
    call_is_named: bool = True
    gate: Gate = Gate.QUOTES
    required_gates: frozenset[Gate] = frozenset({Gate.QUOTES})
    shut_gates: frozenset[Gate] = frozenset()
    vouched_already: bool = False
    passed_it: bool = False
    gate_may_be_asked: bool = False
    gate_is_asked: bool = False
    asked_for_it: bool = False
    spiked_from: State | None = None
    next_begun: bool = False
    differs_from_live: bool = True
    wrote_what_is_live: bool = False
    killed: bool = False
    system: bool = False
