"""From differences, speaker and surroundings to one verdict."""

import re
from collections.abc import Sequence

from editorial.quotes.crop import cropped
from editorial.quotes.finding import Difference, Passage, Verdict
from editorial.quotes.fragment import SUBJECTS
from editorial.quotes.match import Match
from editorial.quotes.meaning import MEANING
from editorial.quotes.mood import changed_mood
from editorial.quotes.protasis import drops_then
from editorial.quotes.punctuation import same_print
from editorial.quotes.quotation import Quotation
from editorial.quotes.report import fits_report
from editorial.quotes.second_hand import Relayed, relayed
from editorial.quotes.voice import is_questioner, label_fits


def verdict_of(
    quotation: Quotation,
    best: Match,
    passage: Passage,
    differences: Sequence[Difference],
    relay: Relayed | None,
) -> tuple[Verdict, bool | None, bool]:
    fits = best.fits
    note = best.source.turns.note_at(passage.start)
    if note is not None and note.speaker:
        fits = label_fits(quotation.speaker, note.speaker) if quotation.speaker else None
    second = is_questioner(passage.speaker) and fits is False
    if passage.speaker is None:
        names = (quotation.speaker, quotation.speaker_resolved)
        fits = fits_report(names, best.source, passage.start)
    if relay is not None and not relay.own:
        second = True
        # Where nobody is labelled, who is quoted stands in prose, which is for a person to read.
        fits = _fits_relayed(quotation, relay) if passage.speaker else fits
    changed = [d for d in differences if not d.allowed]
    verdict: Verdict
    if any(d.kind in MEANING or (d.kind == "subject" and not d.record) for d in changed):
        verdict = "meaning_changed"
    elif any(d.kind == "cut" for d in changed):
        verdict = "spliced"
    elif changed:
        verdict = "altered"
    elif (
        differences
        or not same_print(quotation.text, passage.text)
        or _trails_off(quotation.text) > _trails_off(passage.text)
    ):
        verdict = "light_edit"
    else:
        verdict = "verbatim"
    if fits is False and not any(
        d.kind in MEANING and d.quote_start < d.quote_end for d in changed
    ):
        # What was cropped beside another's words does not matter; what was changed in them does.
        verdict = "misattributed"
    return verdict, fits, second


def relay_of(quotation: Quotation, best: Match, passage: Passage) -> Relayed | None:
    if best.source.kind in ("document", "report"):
        return None
    marks = bool(re.search(r"[\"“”„«»]", quotation.text))
    found = relayed(best.source, passage.start, passage.end, marks)
    if found is None or len(best.printed.tokens) < 2:
        return None
    return found


def beside(
    quotation: Quotation, best: Match, passage: Passage, *, changed: bool = False
) -> tuple[Difference, ...]:
    """What was cropped beside the passage; ``changed``: its words are not the record's either."""
    found = cropped(
        best.source,
        _begin(best, passage.start),
        passage.end,
        clause=len(best.printed.tokens) >= _least(quotation, best),
        whole=_begins_with_capital(best.printed.tokens.text),
        partial=quotation.kind == "partial",
        stopped=not changed and _is_sentence(quotation, best),
    )
    if found is None:
        first = best.printed.tokens.keys[0]
        found = drops_then(best.source, passage.start, passage.end, first)
    size = len(quotation.text)
    text = best.source.text
    if found is not None and not (
        found.left and 0 in best.printed.cuts and found.kind == "condition"
    ):
        at = 0 if found.left else size
        return (
            Difference(
                "delete",
                found.kind,
                text[found.start : found.end],
                "",
                at,
                at,
                found.start,
                found.end,
                allowed=False,
            ),
        )
    if changed_mood(best.source, passage.end, quotation.text):
        end = passage.end
        return (
            Difference(
                "replace",
                "question",
                "?",
                quotation.text[-1:],
                size - 1,
                size,
                end,
                end,
                allowed=False,
            ),
        )
    return ()


def _begin(best: Match, start: int) -> int:
    """Where the clause begins: a bracket that opens the quote stands for the pronoun before."""
    record, first = best.stretch.tokens, best.alignment.first
    if not best.printed.bracket[0] or best.alignment.pairs[0] >= 0 or first < 1:
        return start
    if record.starts[first] != start or record.keys[first - 1] not in SUBJECTS:
        return start
    return record.starts[first - 1]


def _fits_relayed(quotation: Quotation, relay: Relayed) -> bool | None:
    """Whether the story names the one whose words are relayed."""
    names = [n for n in (quotation.speaker, quotation.speaker_resolved) if n]
    if not names:
        return None
    lead = relay.lead.lower()
    return any(name.split()[-1].lower() in lead for name in names)


def _least(quotation: Quotation, best: Match) -> int:
    """How many words make a clause: a Turkish or a printed sentence may have two."""
    return 2 if best.source.language in ("tr", "az") or _is_sentence(quotation, best) else 3


def _is_sentence(quotation: Quotation, best: Match) -> bool:
    """Whether the quote is printed as a sentence from capital to full stop, and its last word is
    the record's own."""
    last = quotation.text.rstrip("\"'”’»)] \u00a0")[-1:]
    printed = best.printed
    # A verb moved into brackets is gone from where the record has it.
    moved = best.source.language != "en" and any(printed.bracket)
    ends = best.alignment.same[-1] and not printed.bracket[-1] and not moved
    return last in (".", "!") and ends and _begins_with_capital(printed.tokens.text)


def _trails_off(text: str) -> bool:
    """Whether the text ends on an ellipsis, which shows a cut."""
    return text.rstrip("\"'”’»)] \u00a0").endswith(("…", "...", ". . ."))


def _begins_with_capital(text: str) -> bool:
    letter = next((sign for sign in text if sign.isalpha()), "")
    return letter.isupper()
