"""Checking one quotation against the record."""

from collections.abc import Sequence
from dataclasses import replace

from editorial.quotes.finding import Finding
from editorial.quotes.headline import from_body
from editorial.quotes.judge import Judge
from editorial.quotes.language import guess_language
from editorial.quotes.match import Match, best_match, find_matches, others_of
from editorial.quotes.passage import parted, passage_of, plain_passage
from editorial.quotes.punctuation import same_signs, with_punctuation
from editorial.quotes.quotation import Quotation
from editorial.quotes.reason import reason_for
from editorial.quotes.record import Record
from editorial.quotes.report import is_report
from editorial.quotes.splice import by_several, pieces_of, spliced
from editorial.quotes.verdict import beside, relay_of, verdict_of

# The share of its words from which on a place is worth showing for a quote that is not there.
_NEAR = 0.3
_SAID = 0.7


def check(quotation: Quotation, record: Record, body: Sequence[Quotation] = ()) -> Finding:
    """What the record says of ``quotation``; never raises, whatever the text.

    ``body`` holds the story's other quotations: a headline's quote that the record does not have
    as it stands may be cut from one of them, and is then what that one is.
    """
    finding = _against(quotation, record)
    if quotation.kind == "headline" and finding.verdict in ("not_found", "altered"):
        whole = from_body(quotation, body)
        if whole is not None:
            shown = _against(whole, record)
            if shown.verdict in ("verbatim", "light_edit"):
                finding = replace(shown, verdict="light_edit")
    return replace(finding, reason=reason_for(finding, quotation))


def _against(quotation: Quotation, record: Record) -> Finding:
    matches = find_matches(quotation, record)
    if not matches:
        return _not_found(quotation, record)
    return _judged(quotation, record, _of_first_hand(best_match(matches), matches), matches)


def _of_first_hand(best: Match, matches: Sequence[Match]) -> Match:
    """The transcript's words rather than a report's of the same, where both are on the record."""
    if best.source.turns.at(best.start).speaker or not is_report(best.source):
        return best
    said = [m for m in matches if m.fits is True and m.cover >= _SAID]
    return best_match(said) if said else best


def _not_found(quotation: Quotation, record: Record, closest: Match | None = None) -> Finding:
    language = guess_language(quotation.text) or quotation.language.split("-")[0]
    foreign = bool(record.languages) and language not in record.languages
    near = (plain_passage(closest),) if closest is not None and closest.cover >= _NEAR else ()
    return Finding("not_found", others=near, foreign_language=foreign)


def _judged(quotation: Quotation, record: Record, best: Match, matches: Sequence[Match]) -> Finding:
    pieces = by_several(best) or pieces_of(record, best)
    if pieces is None:
        return _not_found(quotation, record, best)
    if len(pieces) > 1:
        return spliced(quotation, best, pieces)
    judge = Judge(best)
    differences = judge.differences()
    passage = passage_of(quotation, best, differences)
    differences = with_punctuation(quotation, best, passage, differences)
    if same_signs(quotation.text, passage.text):
        differences = ()
    extra = beside(quotation, best, passage, changed=any(not d.allowed for d in differences))
    differences = (*differences, *extra)
    relay = relay_of(quotation, best, passage)
    verdict, fits, second = verdict_of(quotation, best, passage, differences, relay)
    return Finding(
        verdict=verdict,
        passages=parted(passage, differences) if verdict == "spliced" else (passage,),
        others=others_of(best, matches),
        differences=differences,
        speaker_matches=fits,
        second_hand=second,
        secondary_source=best.source.kind == "report",
        terms=best.source.terms,
    )
