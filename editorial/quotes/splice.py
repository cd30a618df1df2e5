"""Quotes that are put together from several places of the record."""

import re
from collections.abc import Sequence

from editorial.quotes.finding import Finding, Passage
from editorial.quotes.judge import Judge
from editorial.quotes.match import Match, lay
from editorial.quotes.meaning import folded, replaced
from editorial.quotes.passage import plain_passage, whole_sentence
from editorial.quotes.printed import read
from editorial.quotes.quotation import Quotation
from editorial.quotes.record import Record
from editorial.quotes.voice import speaker_matches

_FOUND = 0.55
_WHOLE = 0.8
_RUN = 3
_SENTENCE = 4
_SCRAP = 0.3
_STRAY = 4
_STEM = 4
_LIKELY = 0.6
_PAIR = 2


def pieces_of(record: Record, best: Match) -> list[Passage] | None:
    """The places a quote is put together from; None when too little of it is in the record."""
    if best.cover < _SCRAP:
        return None
    runs = _loose_runs(best)
    found: list[tuple[int, Passage]] = []
    regained = 0
    for i, (first, last) in enumerate(runs):
        for run in dict.fromkeys((_to_sentence(best, first, last), (first, last))):
            piece = _elsewhere(record, best, *run)
            if piece is not None:
                runs[i] = run
                found.append((run[0], piece))
                regained += sum(not s for s in best.alignment.same[run[0] : run[1]])
                break
    size = sum(not b for b in best.printed.bracket) or 1
    if found and (sum(best.alignment.same) + regained) / size >= _WHOLE:
        first = next((i for i, s in enumerate(best.alignment.same) if s), 0)
        found.append((first, plain_passage(best, runs)))
        found.sort(key=lambda item: item[0])
        return [whole_sentence(piece, record.sources[piece.source]) for _, piece in found]
    if not _exchanges(best) and (best.cover < _FOUND or not _enough(best)):
        return None
    return [plain_passage(best)]


def by_several(best: Match) -> list[Passage] | None:
    """The pieces of a quote whose words stand side by side but are not by one speaker; None if
    they are. A word or two that both happen to say do not count."""
    turns = best.source.turns.turns
    runs: list[list[int]] = []
    for pair, same in zip(best.alignment.pairs, best.alignment.same, strict=True):
        if not same or best.stretch.noise[pair]:
            continue
        turn = best.stretch.turn[pair]
        if runs and turns[best.stretch.turn[runs[-1][0]]].speaker == turns[turn].speaker:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    long = [run for run in runs if len(run) >= _STRAY]
    if len({turns[best.stretch.turn[run[0]]].speaker for run in long}) < 2:
        return None
    tokens = best.stretch.tokens
    text = best.source.text
    return [
        Passage(
            best.source.id,
            tokens.starts[run[0]],
            tokens.ends[run[-1]],
            text[tokens.starts[run[0]] : tokens.ends[run[-1]]],
            turns[best.stretch.turn[run[0]]].speaker,
        )
        for run in long
    ]


def spliced(quotation: Quotation, best: Match, pieces: Sequence[Passage]) -> Finding:
    claimed = (quotation.speaker, quotation.speaker_resolved)
    fits = speaker_matches(claimed, best.source, best.source.turns.at(pieces[0].start))
    differences = Judge(best).differences()
    return Finding(
        "spliced",
        passages=tuple(pieces),
        differences=differences,
        speaker_matches=fits,
        secondary_source=best.source.kind == "report",
        terms=best.source.terms,
    )


def _enough(best: Match) -> bool:
    """Of a short quote all content words must be there, or nearly."""
    stop = folded(best.source.language, "stopwords")
    content = [
        best.alignment.same[i] or _is_kin(best, i)
        for i, key in enumerate(best.printed.tokens.keys)
        if key not in stop and not best.printed.bracket[i]
    ]
    if len(content) > 2:
        return True
    # One word exchanged in a sentence that is otherwise as it was.
    return all(content) or (
        len(best.alignment.same) >= _SENTENCE
        and sum(best.alignment.same) >= len(best.alignment.same) - 1
    )


def _exchanges(best: Match) -> bool:
    """Whether a short sentence is the record's but for one word that turns its meaning."""
    odd = [i for i, same in enumerate(best.alignment.same) if not same]
    if len(odd) != 1 or len(best.alignment.same) < _PAIR or best.torn:
        return False
    pair = best.alignment.pairs[odd[0]]
    keys = best.stretch.tokens.keys
    mine = best.printed.tokens.keys[odd[0] : odd[0] + 1]
    return pair >= 0 and replaced(keys[pair : pair + 1], mine, best.lexicon) is not None


def _is_kin(best: Match, i: int) -> bool:
    """Whether a word is laid on another form of it."""
    pair = best.alignment.pairs[i]
    stem = best.printed.tokens.keys[i][:_STEM]
    return pair >= 0 and len(stem) == _STEM and best.stretch.tokens.keys[pair].startswith(stem)


def _loose_runs(best: Match) -> list[tuple[int, int]]:
    """Runs of the quote's words that this place does not have, a stray match in them ignored."""
    same = tuple(s or b for s, b in zip(best.alignment.same, best.printed.bracket, strict=True))
    runs: list[tuple[int, int]] = []
    size = len(same)
    i = 0
    while i < size:
        if same[i]:
            i += 1
            continue
        j = i
        misses = 0
        last = i
        while j < size and (not same[j] or (j + 1 < size and not all(same[j : j + 3]))):
            if not same[j]:
                misses += 1
                last = j
            j += 1
        last += 1
        if misses >= _RUN and misses >= 0.6 * (last - i):
            runs.append((i, last))
        i = max(last, i + 1)
    return runs


def _to_sentence(best: Match, first: int, last: int) -> tuple[int, int]:
    """The run with stray words up to where its sentence begins and ends in the quote, if that is
    near; at the least whole printed words."""
    tokens = best.printed.tokens
    size = len(tokens)

    def ends_before(i: int) -> bool:
        gap = tokens.text[tokens.ends[i - 1] : tokens.starts[i]] if 0 < i < size else "."
        return re.search(r"[.!?…;,:]|--|—|–", gap) is not None

    for i in range(first, max(0, first - _STRAY) - 1, -1):
        if ends_before(i):
            first = i
            break
    for i in range(last, min(size, last + _STRAY) + 1):
        if ends_before(i):
            last = i
            break
    while 0 < first < size and tokens.text[tokens.ends[first - 1] : tokens.starts[first]] == "":
        first -= 1
    return first, last


def _is_sentence(best: Match, first: int, last: int) -> bool:
    """Whether the run is a sentence of the quote by itself, from its capital to its full stop."""
    tokens = best.printed.tokens
    behind = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
    return tokens.raw(first, first + 1)[:1].isupper() and behind in (".", "!", "?")


def _elsewhere(record: Record, best: Match, first: int, last: int) -> Passage | None:
    tokens = best.printed.tokens
    begin, end = best.printed.span(first, last)
    text = best.printed.text[begin:end]
    stop = folded(best.source.language, "stopwords")
    content = [k for k in tokens.keys[first:last] if k not in stop]
    short = len(content) < 2 and last - first < 4
    if short and not _is_sentence(best, first, last):
        return None
    for place in record.places(text, 3):
        if place.score < _LIKELY:
            break
        source = record.sources[place.source]
        match = lay(
            read(text, source.language), source, max(0, place.start - 100), place.end + 100, ()
        )
        if (
            match is not None
            and match.cover >= 0.8
            and match.alignment.cost <= (0 if short else 0.3 * (last - first))
        ):
            return plain_passage(match)
    return None
