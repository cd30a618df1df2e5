"""Verbs whose form says that something is only told, wished or possible, and a question's end."""

import re
from collections.abc import Sequence

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.folding import fold
from editorial.quotes.hunk import Hunk, Laid
from editorial.quotes.lexicon.entry import variants, words
from editorial.quotes.meaning import folded
from editorial.quotes.source import Source
from editorial.quotes.trailing import TURKIC_IF

# German speech is reported in the subjunctive: "er sei krank".
_TOLD = {
    fold(told, "de"): fold(plain, "de")
    for told, plain in variants(
        "sei=ist, seien=sind, habe=hat, werde=wird, könne=kann, müsse=muss, wolle=will, "
        "solle=soll, dürfe=darf, möge=mag, wisse=weiß, gebe=gibt, nehme=nimmt, lasse=lässt, "
        "trage=trägt, halte=hält, spreche=spricht, sehe=sieht, fahre=fährt, schlafe=schläft, "
        "verliere=verliert, falle=fällt, laufe=läuft, helfe=hilft, breche=bricht, trete=tritt"
    ).items()
}
_SELF = words("ich")
_NEAR = 4
_UNREAL = words(
    "would could might may should würde würden könnte könnten sollte sollten dürfte dürften "
    "müsste müssten wäre wären hätte hätten бы би"
) | {fold(word, "de") for word in ("würde", "könnte", "wäre", "hätte", "müsste", "dürfte")}
_TURKIC = frozenset({"tr", "az"})
_WHILE = re.compile(r"(?:[ıiuü]?yken|[lrşktzd]?[ıiuü]?rken|ken|sa|se|sə)$")
_FUTURE = re.compile(r"[aeə]ca[kğ]|[aeə]cə[kyğ]|[aeə]ce[kğ]")
_PAST = re.compile(r"m[ıiuü]ş|[dt][ıiuü](?:r|k|m|lar|ler)?$")
_STEM = 3
_ASKS = re.compile(r"[ \t\u00a0]+m[ıiuü](?:y|d[ıiuü]r|s[ıiuü]n)?[^\W\d_]*[^.!\n]{0,3}\?")


def clipped(laid: Laid, quote: Sequence[str], record: Sequence[str]) -> DifferenceClass | None:
    """What is lost where an ending is exchanged: "varsa" printed "var[dır]", "basılacak" printed
    "basıldı", "es gebe" printed "es gibt"."""
    code = laid.lexicon.language
    if len(quote) != 1 or len(record) != 1 or quote[0] == record[0]:
        return None
    left, right = record[0], quote[0]
    if code == "de" and _TOLD.get(left) == right:
        return "attribution"
    if code in _TURKIC and left[:_STEM] == right[:_STEM]:
        if (TURKIC_IF.search(left) or _WHILE.search(left)) and not (
            TURKIC_IF.search(right) or _WHILE.search(right)
        ):
            return "condition"
        if _FUTURE.search(left, _STEM - 1) and not _FUTURE.search(right, _STEM - 1):
            return "modal" if _PAST.search(right, _STEM - 1) else None
    return None


def only_told(laid: Laid, hunk: Hunk) -> DifferenceClass | None:
    """ "Die Union sei schuld" printed "Die Union [ist] schuld": what was only told is claimed."""
    record = laid.stretch.tokens.keys
    mine = laid.printed.tokens.keys[hunk.q0 : hunk.q1]
    told = [key for key in record[hunk.r0 : hunk.r1] if _TOLD.get(key) in mine]
    if not told or laid.lexicon.language != "de":
        return None
    near = record[max(0, hunk.r0 - _NEAR) : hunk.r1 + _NEAR]
    return None if _SELF & set(near) else "attribution"


def made_real(laid: Laid, hunk: Hunk) -> bool:
    """Whether a bracket makes a fact of what only would, could or might be."""
    record = laid.stretch.tokens.keys[hunk.r0 : hunk.r1]
    mine = laid.printed.tokens.keys[hunk.q0 : hunk.q1]

    modals = folded(laid.lexicon.language, "modals") | _UNREAL
    return bool(_UNREAL & set(record)) and not modals & set(mine)


def changed_mood(source: Source, end: int, quote: str) -> bool:
    """Whether the passage ends a question that the quote prints as a statement, or the reverse."""
    text = source.text
    tail = re.match(r"[\s\u00a0\"'”’»)]*([.!?…]+)", text[end : end + 12])
    marks = text[max(0, end - 1) : end] + (tail[1] if tail is not None else "")
    last = quote.rstrip(" \t\n\u00a0\"'”’»)]")[-1:]
    if "?" in marks:
        return last in (".", "!") and last != ""
    if source.language in _TURKIC and _ASKS.match(text, end):
        # "Biliniyor muydu?": the word that asks stands behind.
        return last != "?"
    return last == "?" and "." in marks
