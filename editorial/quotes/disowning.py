"""Words behind a claim that give it to another or take it back: "…, they tell us", "…, which is
not true"; and the sentence behind it that does ("I'm only joking.")."""

import re
from itertools import pairwise

from editorial.quotes.finding import DifferenceClass
from editorial.quotes.governing import in_any_language
from editorial.quotes.lexicon import Lexicon
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, negations
from editorial.quotes.tokens import Tokens

_SHORT = 9
_FEW = 4
_TAIL = 2
_SAY = in_any_language(
    "say says said saying tell tells told telling claim claims claimed insist insists insisted "
    "argue argues argued allege alleges alleged think thinks thought believe believes believed "
    "reckon reckons suggest suggests suggested seems seemed appears write writes wrote report "
    "reports reported assure assures assured maintain maintains "
    "sagt sagen sagte sagten behauptet behaupten behauptete meint meinen meinte glaubt glauben "
    "heißt hieß schreibt schreiben schrieb erzählt erzählen "
    "говорят говорит утверждает утверждают считает считают пишут кажуть каже стверджує "
    "стверджують вважає вважають пишуть dit disent affirme affirment prétend prétendent paraît "
    "dice dicen afirma afirman diyor diyorlar söylüyor söylüyorlar iddia deyir deyirlər"
)
_OWN = in_any_language("i we you my our ich wir mein я мы вы ми ви je nous yo ben biz mən")
_LINKS = words(
    "and but because so if unless when while although though or as than to und aber weil denn wenn "
    "sondern и но а если і але та якщо et mais car si y pero porque ve ama çünkü için"
)
_HEARERS = words("me us you them now then here too anyway again uns mir mich")
_WHICH = in_any_language("which that and but this it was das dies und aber что а але що ce")
_FALSE = in_any_language(
    "untrue false wrong nonsense lie rubbish ridiculous absurd incorrect garbage bullshit myth "
    "falsch unsinn quatsch gelogen unwahr ложь неправда чушь брехня yalan faux mensonge mentira"
)
_TRUE = words("true right correct so case wahr правда вірно doğru vrai cierto verdad")
_NEAR = 7
_IS = words("is are was were ist sind war waren trifft stimmt")
_CLOSING = frozenset('"”“»')
_LET = words("permitting willing allowing")
_TAKES_BACK = re.compile(
    r"[\"'”’»)\s\u00a0]*(?:[(\[][^()\[\]\n]{0,40}[)\]]\.?\s*)?"
    r"(?:(?:no|well|ok|okay|oh)[,.]\s+)?"
    r"(?:(?:I am|I'm|I’m|we're|just|only|I was|I was only)\s+(?:just\s+|only\s+)?"
    r"(?:kidding|joking)\b"
    r"|kidding[.,!]|that(?:'s|’s| is| was)\s+(?:a joke|sarcasm|irony)\b|strike that|scratch that"
    r"|I misspoke|let me correct (?:that|myself)|I take that back|I withdraw that|of course not[.!]"
    r"|not really[.!]|come on[.!,]|yeah,? right\b|das war ein (?:scherz|witz)"
    r"|(?:nur ein )?scherz[.!]"
    r"|kleiner scherz|natürlich nicht[.!]|шучу|шутка[.!]|жартую|şaka(?: yapıyorum)?[.!]"
    r"|je plaisante|je rigole|es broma|bromeo)",
    re.IGNORECASE,
)


_STORIES = in_any_language(
    "claim claims story rumor rumors idea notion myth argument theory theories accusation "
    "perception "
    "gerücht behauptung vorwurf märchen legende mythos iddia söylenti слух миф чутки міф"
)
_IS_FALSE = re.compile(
    r"[\"'”’»)\s\u00a0]*(?:(?:and|but|well|now|no|und|aber|nein|nun|но|и|а|але|і|ама|ama|ve|mais|et|pero|y)"
    r"[,\s]+)*"
    r"(?:that(?:'s|’s| is| was)\s+(?:just |simply |plainly |absolutely |clearly |of course )?"
    r"(?:not (?:true|the case|so|right|correct)|false|untrue|wrong|a lie|nonsense)\b"
    r"|(?:das|dies) (?:ist|war) (?:aber |schlicht |einfach |natürlich )?"
    r"(?:nicht (?:wahr|richtig|der fall|so)|falsch|unwahr|gelogen|unsinn|quatsch)\b"
    r"|(?:das|dies) (?:stimmt|trifft) (?:aber |so |einfach )*nicht\b"
    r"|bu (?:doğru|gerçek) değil|это (?:не так|неправда|ложь)\b|це (?:не так|неправда|брехня)\b"
    r"|ce n[’']est pas (?:vrai|le cas)\b|c[’']est faux\b|(?:eso )?no es (?:verdad|cierto|así)\b"
    r"|es falso\b)",
    re.IGNORECASE,
)


def disowned(tokens: Tokens, gap: str, lexicon: Lexicon) -> DifferenceClass | None:
    """What the words right behind a claim, up to the end of its sentence, do to it."""
    keys = tokens.keys
    if len(keys) > 1 and keys[1] in _LET and "," in gap:
        return "condition"
    if (keys[0] in _WHICH or keys[0] in _IS) and _is_called_false(keys[:_NEAR], lexicon):
        return "retraction"
    if not gap.strip() or keys[0] in _LINKS or set(gap) & _CLOSING:
        return None
    return "attribution" if _gives_to_another(keys) else None


def taken_back(text: str, end: int, ceiling: int, said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the next sentence takes back what ends before ``end``, ``said`` with it."""
    high = min(ceiling, end + 120)
    if _TAKES_BACK.match(text, end, high) is not None:
        return True
    if _IS_FALSE.match(text, end, high) is None:
        return False
    # "The mayor says we are broke. That's not true." denies what the mayor says, and shows it.
    told = _SAY | lexicon.relays | _STORIES | lexicon.others
    return not set(said) & told and not negations(said, lexicon) % 2


def _is_called_false(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    if set(keys) & _FALSE and not negations(keys, lexicon):
        return bool(set(keys) & (folded(lexicon.language, "auxiliaries") | _WHICH))
    denials = folded(lexicon.language, "negations")
    if keys[0] in ("trifft", "stimmt") and denials & set(keys[:_FEW]):
        return True
    return any(left in denials and right in _TRUE for left, right in pairwise(keys))


def _gives_to_another(keys: tuple[str, ...]) -> bool:
    """ "…, people kept telling me", "…, says the union", "…, which is what my opponent claims"."""
    if len(keys) > _SHORT:
        return False
    end = len(keys)
    while end > 1 and len(keys) - end < _TAIL and keys[end - 1] in _HEARERS:
        end -= 1
    if keys[0] in _SAY:
        # "…, says the union": the subject stands behind.
        return not set(keys) & _OWN
    return keys[end - 1] in _SAY and not set(keys[:end]) & _OWN
