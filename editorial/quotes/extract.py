"""Finding the quotations of a story and who is said to have said them."""

from editorial.quotes.kinds import Context, Judge
from editorial.quotes.languages import language_for
from editorial.quotes.paragraphs import paragraphs
from editorial.quotes.phrases import Phraser
from editorial.quotes.quotation import Kind, Part, Quotation
from editorial.quotes.speakers import Attributor, Piece


def extract(text: str, language: str = "en", headline_end: int = 0) -> list[Quotation]:
    """The quotations of ``text``, by where they start.

    ``language`` is a BCP 47 tag; ``text[:headline_end]`` is the headline. Never raises on any
    text; offsets are characters of ``text``, marks excluded. Scare quotes and titles are given
    too, told by their ``kind``.
    """
    phraser = Phraser(language_for(language))
    lines = paragraphs(text)
    attributor = Attributor(text, phraser, lines)
    judge = Judge(text, phraser.language)
    found: list[Quotation] = []
    earlier: Piece | None = None
    for number, line in enumerate(lines):
        if not line.spans:
            continue
        pieces = [
            Piece(
                s.start,
                s.end,
                s.outer,
                min(line.end, s.end + (len(s.mark) if s.closed else 0)),
                s.mark,
                s.family,
                s.closed,
                number,
            )
            for s in line.spans
            if s.family != "single"
        ]
        if not pieces:
            continue
        attributor.attribute(number, pieces, earlier)
        for piece in pieces:
            context = Context(
                piece.confidence, piece.adjacent, piece.whole, piece.trailed, piece.led
            )
            kind = judge.kind(piece.start, piece.end, piece.outer, piece.stop, context)
            found.append(_quotation(text, piece, kind, language))
            if kind in ("scare", "title"):
                continue
            if piece.speaker is not None:
                earlier = piece
    return found


def _quotation(text: str, piece: Piece, kind: Kind, language: str) -> Quotation:
    speaker = piece.speaker
    return Quotation(
        parts=(Part(piece.start, piece.end),),
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        kind=kind,
        speaker=text[speaker[0] : speaker[1]] if speaker else None,
        speaker_start=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        outer_speaker=text[piece.relayed[0] : piece.relayed[1]] if piece.relayed else None,
        cue=text[piece.cue[0] : piece.cue[1]] if piece.cue else None,
        confidence=round(piece.confidence, 2),
        language=language,
    )
