"""Finding the quotations of a story and who is said to have said them."""

from editorial.quotes.joins import carried_on, interrupted
from editorial.quotes.kinds import Judge
from editorial.quotes.languages import language_for
from editorial.quotes.paragraphs import Paragraph, outer_singles, paragraphs
from editorial.quotes.phrases import Phraser
from editorial.quotes.quotation import Kind, Part, Quotation
from editorial.quotes.resolve import Resolver
from editorial.quotes.speakers import Attributor, Piece


def extract(text: str, language: str = "en", headline_end: int = 0) -> list[Quotation]:
    """The quotations of ``text``, by where they start.

    ``language`` is a BCP 47 tag; ``text[:headline_end]`` is the headline. Never raises on any
    text; offsets are characters of ``text``, marks excluded. Scare quotes and titles are given
    too, told by their ``kind``.
    """
    phraser = Phraser(language_for(language))
    lines = paragraphs(text)
    singles = outer_singles(lines)
    attributor = Attributor(text, phraser, lines)
    judge = Judge(text, phraser.language)
    groups: list[tuple[list[Piece], Kind]] = []
    earlier: Piece | None = None
    for number, line in enumerate(lines):
        pieces = _pieces(line, number, singles, headline_end)
        if not pieces:
            continue
        attributor.attribute(number, pieces, earlier)
        previous: Piece | None = None
        for piece in pieces:
            headline = piece.end <= headline_end
            if piece.family == "single" and not (singles or headline):
                # Beside double marks, single ones quote only where the text says so.
                if not (piece.trailed or (piece.adjacent and piece.stop >= line.end)):
                    continue
            kind = judge.kind(piece, headline)
            joined = groups[-1] if groups else None
            if joined is not None and _continues(attributor, lines, joined, piece, previous, kind):
                joined[0].append(piece)
            else:
                groups.append(([piece], kind))
            previous = piece
            if piece.speaker is not None and kind not in ("scare", "title"):
                earlier = piece
    resolver = Resolver(text, phraser.language)
    return [_quotation(text, pieces, kind, language, resolver) for pieces, kind in groups]


def _pieces(line: Paragraph, number: int, singles: bool, headline_end: int) -> list[Piece]:
    """The stretches of a paragraph that may be quotations."""
    return [
        Piece(
            s.start,
            s.end,
            s.outer,
            min(line.end, s.end + len(s.mark)) if s.closed else s.end,
            s.mark,
            s.family,
            s.closed,
            number,
        )
        for s in line.spans
    ]


def _continues(
    attributor: Attributor,
    lines: list[Paragraph],
    joined: tuple[list[Piece], Kind],
    piece: Piece,
    previous: Piece | None,
    kind: Kind,
) -> bool:
    if kind in ("scare", "title", "headline") or joined[1] in ("scare", "title", "headline"):
        return False
    last = joined[0][-1]
    if carried_on(lines, last, piece):
        return True
    if previous is None or previous is not last:
        return False
    between = attributor.between(last, piece)
    return interrupted(last, piece, between, attributor.last(last))


def _quotation(
    text: str, pieces: list[Piece], kind: Kind, language: str, resolver: Resolver
) -> Quotation:
    # The part that carries the attribution speaks for all.
    lead = max(pieces, key=lambda p: p.confidence)
    speaker = lead.speaker
    name = text[speaker[0] : speaker[1]].strip() if speaker else None
    resolved = None
    if speaker is not None and name and kind not in ("scare", "title"):
        resolved = resolver.resolve(name, speaker[0], lead.antecedent)
    return Quotation(
        parts=tuple(Part(p.start, p.end) for p in pieces),
        start=pieces[0].start,
        end=pieces[-1].end,
        text=" ".join(text[p.start : p.end] for p in pieces),
        kind=kind,
        speaker=text[speaker[0] : speaker[1]] if speaker else None,
        speaker_start=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        speaker_resolved=resolved,
        outer_speaker=text[lead.relayed[0] : lead.relayed[1]] if lead.relayed else None,
        cue=text[lead.cue[0] : lead.cue[1]] if lead.cue else None,
        confidence=round(lead.confidence, 2),
        language=language,
    )
