"""Names put in place of others, and brackets that say what the speaker did not."""

from collections.abc import Sequence

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.hunk import Hunk, Laid, heads_sentence
from editorial.quotes.lexicon.entry import words
from editorial.quotes.lexicon.places import PLACES
from editorial.quotes.meaning import folded
from editorial.quotes.tokens import Tokens

# Forms of address: "[Mr Roe]" is who "Councillor Roe" is.
_STYLES = words(
    "mister missus ms miss dr doctor professor councillor councilor councilmember councilman "
    "councilwoman senator congressman congresswoman representative minister president captain "
    "mayor governor secretary sir dame lord lady judge justice sergeant colonel general chief"
)
_SPEAKERS = words("i we ich wir я мы ми je nous yo nosotros ben biz mən")
# "The noble Lord", "my right honourable friend": how a house names its members.
_HOUSE = words(
    "noble honorable hon right learned friend gentleman lady lord lords member members colleague "
    "opposite baroness earl sir dame vorredner vorrednerin kollege kollegin"
)
_CLAIM = 2
_FEW = 3


def renamed(laid: Laid, hunk: Hunk) -> DifferenceClass | None:
    """``name`` when a name stands in place of another, or of something that is no pronoun."""
    mine = _names(laid, laid.printed.tokens.text, laid.printed.tokens, hunk.q0, hunk.q1)
    theirs = _names(laid, laid.stretch.tokens.text, laid.stretch.tokens, hunk.r0, hunk.r1)
    if mine and theirs and not mine & theirs:
        return None if _spells_out_code(laid, hunk) else "name"
    if not all(laid.printed.bracket[hunk.q0 : hunk.q1]):
        return None
    code = laid.lexicon.language
    easy = (
        folded(code, "pronouns")
        | folded(code, "articles")
        | folded(code, "auxiliaries")
        | folded(code, "conjunctions")
    )
    if set(laid.printed.tokens.keys[hunk.q0 : hunk.q1]) <= folded(code, "pronouns"):
        return None
    record = laid.stretch.tokens.keys[hunk.r0 : hunk.r1]
    weighty = [key for key in record if key not in easy and key not in _HOUSE]
    return "name" if len(weighty) > 1 and len(record) > 2 else None


def _spells_out_code(laid: Laid, hunk: Hunk) -> bool:
    """ "[HTTP/3]" for "HP3", "[Formula 1]" for "F1": its letters written out, its figure kept."""
    mine, theirs = laid.printed, laid.stretch.tokens
    if hunk.q1 >= len(mine.tokens) or hunk.r1 - hunk.r0 != 1 or not mine.bracket[hunk.q1]:
        return False
    figure = mine.tokens.keys[hunk.q1]
    if not figure[:1].isdecimal() or theirs.keys[hunk.r1 : hunk.r1 + 1] != (figure,):
        return False
    short, full = theirs.keys[hunk.r0], "".join(mine.tokens.keys[hunk.q0 : hunk.q1])
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)


def says_more(laid: Laid, hunk: Hunk) -> bool:
    """Whether the brackets hold more of the claim than the speaker's own words."""
    stop = folded(laid.lexicon.language, "stopwords")
    keys = laid.printed.tokens.keys
    added_words = [k for k in keys[hunk.q0 : hunk.q1] if k not in stop]
    own = [k for k, b in zip(keys, laid.printed.bracket, strict=True) if not b and k not in stop]
    few = sum(not b for b in laid.printed.bracket) <= _FEW
    return len(added_words) >= (_CLAIM if few else _CLAIM + 1 + len(own))


def is_pronoun_swap(laid: Laid, quote: Sequence[str], record: Sequence[str]) -> bool:
    known = folded(laid.lexicon.language, "pronouns")
    return any(key in known for key in quote) and any(key in known for key in record)


def takes_over(laid: Laid, quote: Sequence[str], record: Sequence[str]) -> bool:
    """Whether "I" or "we" stands where the record names another."""
    code = laid.lexicon.language
    pronouns = folded(code, "pronouns")
    own = any(key in _SPEAKERS for key in quote)
    noun = any(key not in pronouns | folded(code, "stopwords") for key in record)
    return own and noun and not set(record) & pronouns - folded(code, "articles")


def _names(laid: Laid, text: str, tokens: Tokens, first: int, last: int) -> set[str]:
    found: set[str] = set()
    stop = folded(laid.lexicon.language, "stopwords")
    german = laid.lexicon.language == "de"
    for i in range(first, last):
        raw = tokens.raw(i, i + 1)
        if not raw[:1].isupper() or tokens.keys[i] in stop or tokens.keys[i] in _STYLES:
            continue
        if german and tokens.keys[i] not in PLACES:
            continue
        if heads_sentence(text, tokens.starts[i]) and tokens.keys[i] not in PLACES:
            continue
        found.add(tokens.keys[i])
    return found
