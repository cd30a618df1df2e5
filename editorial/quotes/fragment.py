"""Whether a passage says something by itself."""

from editorial.quotes.governing import in_any_language
from editorial.quotes.lexicon import Lexicon
from editorial.quotes.meaning import folded

SUBJECT = 7  # words in which a subject and its verb have to stand
SUBJECTS = in_any_language(
    "i you he she it we they there ich wir er sie es ihr я мы он она они ми він вона "
    "вони je nous il elle ils yo"
)
_PREPOSITIONS = in_any_language(
    "with without in on at for from by of to under over mit ohne in im an am auf für aus bei "
    "von vom "
    "zu zum zur bis nach avec sans dans pour sur con sin en para"
)


def is_fragment(said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a passage is a few words without subject and verb: "with the wrong figures"."""
    code = lexicon.language
    helps = folded(code, "auxiliaries") | folded(code, "modals") | SUBJECTS
    return said[:1] != () and said[0] in _PREPOSITIONS and not set(said) & helps


def has_verb(said: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a passage says something by itself: "the leaflets are rubbish"."""
    helps = folded(lexicon.language, "auxiliaries") | folded(lexicon.language, "modals")
    return any(key in helps for key in said[1:SUBJECT])
