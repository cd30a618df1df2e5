"""What stands beneath an ellipsis and binds what is kept beside it: the whole of a part, the other
side of a comparison, the verb of a wish."""

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.governing import governs, in_any_language
from editorial.quotes.hunk import Hunk, Laid, heads_sentence
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded

_PARTS = in_any_language(
    "aspects aspect parts part pieces piece elements element portions portion components component "
    "sections segments bits features areas majority minority share teile teil aspekte elemente "
    "abschnitte bereiche mehrheit minderheit части часть аспекты частини частина аспекти parties "
    "partie aspects partes parte aspectos"
)
_OF = in_any_language("of von der des de du del")
_THAN = in_any_language("than als чем ніж que")
_MORE = in_any_language(
    "more less fewer better worse mehr weniger besser schlechter больше меньше более менее більше "
    "менше plus moins más menos"
)
_BEGINS_ADJUNCT = in_any_language(
    "in on at for from with by to of and but or because if when since after before during over "
    "under while as than auf für aus bei mit nach seit von zu und aber weil wenn im am um"
)
_WHICH = words("which who whose whom который которая которые який яка які")
_VIEWS = in_any_language(
    "views sees considers regards calls describes portrays thinks believes feels claims hält "
    "nennt sieht findet meint glaubt"
)
_TO = words("to")
_SUBJECTS = words("i we you he she they")
_COMPARED = 6


def binds(laid: Laid, hunk: Hunk, *, closed: bool) -> DifferenceClass | None:
    """What the words of the cut do to those kept; ``closed``: a sentence ends in it."""
    record = laid.stretch.tokens
    if not 0 < hunk.r0 < hunk.r1 < len(record):
        return None
    keys = record.keys[hunk.r0 : hunk.r1]
    inside = record.text[record.ends[hunk.r0 - 1] : record.starts[hunk.r1]]
    if closed:
        # "… this goal. … which is to see him go": what the "which" stands for is hidden.
        begins = heads_sentence(record.text, record.starts[hunk.r1])
        return "scope" if record.keys[hunk.r1] in _WHICH and not begins else None
    if any(sign in inside for sign in ",;:()") or "--" in inside or "—" in inside:
        return None
    if keys[-1] in _OF and _PARTS & set(keys) and keys[0] not in _OF:
        return "quantity"
    if keys[-1] in _TO and len(keys) > 1 and record.keys[hunk.r0 - 1] in _SUBJECTS:
        # "I … like it" hides "want to".
        return "modal"
    if keys[-1] in _VIEWS or (len(keys) > 1 and keys[-2] in _VIEWS):
        return "attribution"
    before = laid.printed.tokens.keys[: hunk.q0][-_COMPARED * 2 :]
    compares = any(key in _MORE or key.endswith("er") for key in before)
    if compares and _THAN & set(keys) and record.keys[hunk.r1] not in _BEGINS_ADJUNCT:
        return "scope"
    return None


def opens_beneath(laid: Laid, opening: tuple[str, ...]) -> DifferenceClass | None:
    """What the first words of the kept sentence, which the cut hides, do to it: "Maybe …"."""
    if not opening or opening[-1] in folded(laid.lexicon.language, "negations"):
        return None
    kind = governs(list(opening), laid.lexicon, comma=False)
    return kind if kind in ("hedge", "condition") else None
