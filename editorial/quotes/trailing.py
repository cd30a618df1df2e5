"""What stands right behind a passage in its sentence, and limits, denies or takes it back."""

import re

from editorial.quotes.beside import Cropped
from editorial.quotes.disowning import disowned, taken_back
from editorial.quotes.finding import DifferenceClass
from editorial.quotes.governing import TEMPORAL, in_any_language
from editorial.quotes.lexicon import Lexicon, lexicon_for
from editorial.quotes.lexicon.amounts import AMOUNTS
from editorial.quotes.lexicon.entry import words
from editorial.quotes.meaning import folded, folded_phrases, negations
from editorial.quotes.scope import goes_far, is_time, limited_behind
from editorial.quotes.sentence import sentence_end, sentence_start
from editorial.quotes.source import Source
from editorial.quotes.tokens import Tokens, phrase, spans_of, tokenise

_TAKEN_BACK = re.compile(
    r"(?:--|—|–|\.\.\.|…|,)\s*(?:sorry|correction|strike that|scratch that|I misspoke|no, wait"
    r"|I take that back|Entschuldigung|Korrektur|pardon|özür dilerim|düzeltiyorum|простите|вибачте"
    r"|perdón)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[ \t\u00a0\"'”’»)]{0,4}(?:[.!?,;:…\n]|--|—|–|$)")
TURKIC_IF = re.compile(
    r"(?<!^kim)(?<!^yok)(?<!^bor)(?<!^bur)(?<=[lrnmtkdzyşvpğrbcç])s[aeə]"
    r"(?:k|m|n|nız|niz|lar|ler|lər|q)?$|[lrnmtkdzyşvpğrbcçaeə]s[aeə]yd[ıi](?:k|m|n|q|lar|ler|lər)?$|.m[aeə]d[aeə]n$|m[aeə]d[ıiuü][kq][çc][aeə]$"
)
_DENIED_BEHIND = in_any_language(
    "nicht nie niemals nichts kein keine keinen keinem keiner not nothing never "
    "olmaz yanlış haksızlık mümkün denemez denilemez söylenemez deyilə düzgün "
    "değil değildir değildi değiller yok yoktur yoktu deyil deyildir deyildi yoxdur "
    "demiyorum demiyoruz demedim demedik diyemem diyemeyiz sanmıyorum "
    "sanmıyoruz sanmam düşünmüyorum düşünmüyoruz inanmıyorum inanmıyoruz zannetmiyorum "
    "söylemiyorum söylemedim demirəm demirik demədim demədik inanmıram inanmırıq düşünmürəm "
    "sanmıram"
)
_BEFORE_DENIAL = in_any_language("noch auch gar überhaupt leider aber nun eben so ja doch hiç")
_ALL = AMOUNTS[0] | words(
    "any no anyone anybody anything nobody nothing nichts niemand kein keine keinen keinem kimse"
)
_ALL_REACH = 5
_SAYING = words("demek demək diye deyə")
_NEAR_SAYING = 4
_BY = words("by par por")
_ONLY_CLAIMED = words(
    "yolundaki yönündeki şeklindeki iddiası iddiaları iddiasını söylentisi söylentileri barədə"
)
_BUTS = words("but or aber oder ama но или але або mais ou pero o")
_TURNS = words(
    "but or and aber oder und ama veya ve amma və но или и але або і й mais ou et pero o y"
)
_OR = words("or oder veya ya или або ou o")
_BOTH = in_any_language("both beides beide iki оба обидва deux ambos")
_MAY = in_any_language("either can could may might will kann können könnte entweder wird")
_CONCEDES = words("though although but obwohl aber ama но але")
_KNOWING = in_any_language(
    "prove sure know certain swear beweisen sicher weiß wissen schwören emin bilmiyorum"
)
_UNSURE_REACH = 7
_NEXT_CLAIM = 16
_WORDS = 2
_TIME_REACH = 4
_GOES_ON = _TURNS | in_any_language(
    "because since so to which who whose denn weil damit um die der das потому так чтобы що бо "
    "тому щоб car parce que qui porque que çünkü için diye ki"
)
_CLAIM = 400
_BRIEF = 6
_ONLY_BECAUSE = {
    (only, because)
    for only in ("just", "only", "simply", "nur", "bloß")
    for because in ("because", "weil", "since")
}
_WHICH = in_any_language(
    "who that which whom whose where wherever wo der die das den dem deren dessen welche welcher "
    "welches"
)


def closes(text: str, end: int) -> bool:
    """Whether a clause of the record ends where the passage does: a fragment claims less."""
    return text[end - 1 : end] in tuple(".!?,;:…") or _CLAUSE_END.match(text, end) is not None


def softeners(lexicon: Lexicon) -> frozenset[str]:
    """Reservations of one word that stand right beside what they soften: "probably"."""
    return folded_phrases(lexicon.language, "hedges") - folded(lexicon.language, "openers")


def right_of(
    source: Source,
    ceiling: int,
    end: int,
    lexicon: Lexicon,
    said: tuple[str, ...],
    *,
    ahead: bool,
    whole: bool = False,
    stopped: bool = False,
) -> Cropped | None:
    """``stopped``: the quote is printed as a sentence, with a capital and a full stop."""
    text = source.text
    stop = sentence_end(text, end, ceiling)
    rest = text[end:stop]
    if not rest.strip(" \t\u00a0.!?…\"'”’»)-–—,;:"):
        if taken_back(text, stop, ceiling, said, lexicon):
            return Cropped("retraction", end, stop, left=False)
        return None
    tokens = tokenise(text, source.language, end, stop)
    code = lexicon.language
    keys = tokens.keys
    if not keys:
        return None
    gap = text[end : tokens.starts[0]]
    if re.search(r"[.!?;:]", gap) or re.search(r"[.!?][\"'”’»)]*$", text[end - 3 : end]):
        return None
    if _TAKEN_BACK.search(rest):
        return Cropped("retraction", tokens.starts[0], tokens.ends[-1], left=False)
    if (0, len(keys)) in spans_of(keys, lexicon.fillers, code):
        return None
    at = (
        1
        if len(keys) > 1
        and (keys[0] in _TURNS and (keys[0] in _BUTS or "," not in rest[len(gap) :]))
        and not _claims_next(keys, lexicon)
        else 0
    )
    for entry in lexicon.conditions:
        wanted = phrase(entry, code)
        if (
            wanted
            and wanted in (keys[at : at + len(wanted)], keys[: len(wanted)])
            and wanted[0] not in ("ancak", "yalnız", "ise", "whether", "ob")
            and (ahead or wanted not in TEMPORAL)
            and keys[at + len(wanted) : at + len(wanted) + 1] != ("or",)
        ):
            return Cropped("condition", tokens.starts[0], tokens.ends[-1], left=False)
    kind = _limited(source, said, tokens, gap) or disowned(tokens, gap, lexicon)
    if kind is not None:
        return Cropped(kind, tokens.starts[0], tokens.ends[-1], left=False)
    alone = len(keys) == 1 or (len(keys) > 1 and "," in text[tokens.ends[0] : tokens.starts[1]])
    last = tokenise(text, source.language, max(end - _CLAIM, sentence_start(text, end - 1)), end)
    claim = last.keys[-len(said) :]
    kind = limited_behind(keys, gap, claim, lexicon, whole=whole, alone=alone)
    if kind is not None:
        return Cropped(kind, tokens.starts[0], tokens.ends[-1], left=False)
    if keys[0] in softeners(lexicon) and alone:
        return Cropped("hedge", tokens.starts[0], tokens.ends[0], left=False)
    # "… than we can, I. I know": what was broken off limits nothing.
    broken = text[tokens.ends[0] : tokens.ends[0] + 1] in (".", "-", "…", "—")
    if stopped and not gap.strip() and not broken and _drops_last(keys, lexicon):
        return Cropped("word", tokens.starts[0], tokens.ends[-1], left=False)
    if stopped and not gap.strip() and not broken and _cuts_short(keys, claim, lexicon):
        return Cropped("scope", tokens.starts[0], tokens.ends[-1], left=False)
    return None


def _claims_next(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """ "… and unless they agree we will stay": the condition is that of the next claim."""
    if keys[1] in ("only", "nur", "sadece", "только", "лише", "seulement", "solo"):
        return False
    modals = folded(lexicon.language, "modals")
    return any(key in modals for key in keys[3:_NEXT_CLAIM])


def _drops_last(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a sentence printed to its full stop lacks the record's last word."""
    code = lexicon.language
    known = folded(code, "units") | folded(code, "stopwords") | folded(code, "openers")
    return len(keys) == 1 and keys[0] not in known and not is_time(keys, lexicon)


def _cuts_short(keys: tuple[str, ...], claim: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a quote printed as a sentence ends where the record's clause does not, and what is
    gone is more than the time or another clause."""
    if keys[0] == "to" and negations(claim, lexicon) % 2 and keys[1:2] != ("be",):
        # "I don't trust him | to keep his word": it is denied of that alone.
        return len(claim) <= _BRIEF
    if keys[0] in _GOES_ON or len(keys) < _WORDS:
        return False
    return goes_far(claim, lexicon) or not is_time(keys[:_TIME_REACH], lexicon)


def _unsure(keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """ "…, though I can't prove it"."""
    near = keys[1:_UNSURE_REACH]
    first = near[:1] != () and near[0] in folded(lexicon.language, "first_person")
    return first and negations(near, lexicon) > 0 and bool(_KNOWING & set(near))


def _limited(
    source: Source, said: tuple[str, ...], tokens: Tokens, gap: str
) -> DifferenceClass | None:
    """What the words right behind the passage do to it, apart from plain conditions."""
    lexicon = lexicon_for(source.language)
    keys = tokens.keys
    denies = negations(said, lexicon) > 0
    if not gap.strip() and (
        keys[0] in _DENIED_BEHIND
        or (keys[0] in _BEFORE_DENIAL and keys[1:2] and keys[1] in _DENIED_BEHIND)
    ):
        return "negation"
    if not gap.strip() and keys[0] in _SAYING and _DENIED_BEHIND & set(keys[1:_NEAR_SAYING]):
        # “…” demek doğru olmaz: to say so would be wrong.
        return "negation"
    if not gap.strip() and len(keys) > 1 and keys[1] in _BY and keys[0] not in _TURNS:
        # "against quotas set by those who": what is meant by the noun.
        return "scope"
    if keys[0] in _CONCEDES and _unsure(keys, lexicon):
        return "hedge"
    if keys[0] in _OR and _MAY & set(said):
        # "You can call it this or you can call it that."
        return "condition"
    if denies and not gap.strip() and keys[0] in _OR and _BOTH & set(keys):
        # "We don't want fields or panels; we want both."
        return "scope"
    if denies and keys[0] in ("without", "ohne"):
        return "condition"
    if denies and (keys[:2] in _ONLY_BECAUSE or keys[:2] == ("because", "of")):
        return "condition"
    if (
        keys[0] in _WHICH
        and _ALL & set(said[-_ALL_REACH:])
        and ("," in gap) == (lexicon.language == "de")
    ):
        return "quantity"
    if source.language in ("tr", "az") and keys[0] in _ONLY_CLAIMED:
        return "attribution"
    if source.language in ("tr", "az") and "," in gap:
        ends = [i for i in range(len(keys)) if _CLAUSE_END.match(tokens.text, tokens.ends[i])]
        if ends and TURKIC_IF.search(keys[ends[0]]):
            return "condition"
    return None
