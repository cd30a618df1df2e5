"""What one language tells the finder of quotations: its words and orders, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


def words(text: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(text.split())


def regular(text: str, nouns: str = "") -> dict[str, str]:
    """Forms of regular English verbs: past and third person are finite, then -ing and the base.

    The third person of those in ``nouns`` is left out: it is mostly a plural ("states").
    """
    forms: dict[str, str] = {}
    plural = nouns.split()
    for base in (*text.split(), *plural):
        stem = base[:-1] if base.endswith("e") else base
        third = base + "s"
        if base.endswith("y") and base[-2] not in "aeo":
            stem, third = base, base[:-1] + "ies"
            past = base[:-1] + "ied"
        elif base.endswith(("sh", "ch", "ss", "x")):
            third, past = base + "es", base + "ed"
        else:
            past = stem + "ed"
        forms |= {past: "V", stem + "ing": "G"}
        if base not in plural:
            forms |= {third: "V", base: "I"}
    return forms


@dataclass(frozen=True)
class Language:
    """One language's words for attribution.

    Words are lower case; an entry that ends in ``*`` stands for every word that begins so.

    - Verbs: ``says`` are finite forms of cue verbs, ``saying`` their participles, ``say`` their
      base forms; ``verbs`` are others, ``auxiliaries`` help. ``reported`` are forms that show
      reported speech (German). ``masculine_cues`` and ``feminine_cues`` are endings by which a
      cue tells the speaker's gender (Russian, Ukrainian).
    - Nouns: ``people`` are those who speak, ``papers`` what speaks in writing, ``titles`` stand
      before names, ``modifiers`` before nouns, ``particles`` inside names; a name with one of
      ``institutions`` is no person's. ``speech`` are nouns for what is said ("call", "words").
    - Small words: ``genitives`` are determiners that join two nouns, ``according`` leads to a
      speaker and ``according_after`` does so behind a quotation, ``postpositions`` behind
      the speaker, ``oblique`` are determiners no subject has, ``impersonal`` is the "es" that
      stands for a paper, ``singular`` are the pronouns of one person.
    - Titles of works: ``works`` carry them, ``named`` lead to them, ``platforms`` stand before a
      programme's, ``outlets`` own programmes, ``by`` leads to an author, ``small`` words keep a
      small letter in them. ``so_called`` leads to a scare quote.
    - Endings tell nouns, verbs, modifiers, adverbs and possessives where the lists don't.
    - Orders: ``nouns_capital``: every noun has a capital (German); ``verb_last``: the verb of
      saying ends the sentence (Turkish, Azerbaijani); ``dashes``: a dash may open speech;
      ``incises``: "he said" may stand inside the marks, and words join by an apostrophe (French);
      ``compound``: the verb of saying may be "has said"; ``noun_leads``: what follows a title in
      lower case belongs to it.
    """

    code: str
    says: frozenset[str]
    saying: frozenset[str] = frozenset()
    say: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    according_after: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    so_called: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    masculine_cues: tuple[str, ...] = ()
    feminine_cues: tuple[str, ...] = ()
    impersonal: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    postpositions: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    modifier_endings: tuple[str, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    nouns_capital: bool = False
    verb_last: bool = False
    dashes: bool = False
    incises: bool = False
    compound: bool = False
    noun_leads: bool = False
    title_case: bool = False

    @property
    def lower_titles(self) -> bool:
        """Whether nouns for people stand before names as titles do: "министр", "Bakanı"."""
        return self.noun_leads or self.verb_last

    def is_person_noun(self, word: str) -> bool:
        """Whether a word in lower case is a noun for someone who speaks."""
        if self.lexicon.get(word) == "n":
            return True
        return any(self.stems.get(word[:length]) == "n" for length in self.stem_lengths)

    @cached_property
    def lexicon(self) -> dict[str, str]:
        """The sign of every whole word; see ``phrases`` for what the signs mean."""
        table: dict[str, str] = {}
        for sign, entries in self._signs():
            for word in entries:
                if not word.endswith("*"):
                    table.setdefault(word, sign)
        return table

    @cached_property
    def stems(self) -> dict[str, str]:
        """The sign of every stem, for entries that end in ``*``."""
        table: dict[str, str] = {}
        for sign, entries in self._signs():
            for word in entries:
                if word.endswith("*"):
                    table.setdefault(word[:-1], sign)
        return table

    @cached_property
    def stem_lengths(self) -> tuple[int, ...]:
        """The lengths of the stems, longest first."""
        return tuple(sorted({len(s) for s in self.stems}, reverse=True))

    def _signs(self) -> Iterable[tuple[str, frozenset[str]]]:
        return (
            ("P", self.pronouns),
            ("o", self.objects),
            ("h", self.possessives),
            ("d", self.determiners),
            ("A", self.according),
            ("Z", self.according_after),
            ("z", self.postpositions),
            ("T", self.infinitive),
            ("V", self.says),
            ("G", self.saying),
            ("I", self.say),
            ("x", self.auxiliaries),
            ("x", self.reported),
            ("&", self.conjunctions),
            ("R", self.who),
            ("r", self.relatives),
            ("s", self.subordinators),
            ("p", self.prepositions),
            ("t", self.times),
            ("a", self.adverbs),
            ("m", self.titles),
            ("n", self.people),
            ("n", self.papers),
            ("j", self.modifiers),
            ("v", self.verbs),
        )
