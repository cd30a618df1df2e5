"""The full names of a text, so that a last name can be read as a person."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from editorial.quotes.languages.language import Language

TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?|[^\s\w]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of two words or more as it stands at ``start``, titles left off."""

    start: int
    name: str
    feminine: bool | None


@dataclass(slots=True)
class Names:
    """Mentions by their last word, lower case, in the order of the text; and the capitalised
    words that stand alone, which may be last names."""

    by_last: dict[str, list[Mention]] = field(default_factory=dict)
    single: list[tuple[int, str]] = field(default_factory=list)

    def full(self, name: str, at: int) -> Mention | None:
        """The full name behind a last name: the nearest before ``at``, else the first after."""
        mentions = self.by_last.get(name.lower())
        if not mentions:
            return None
        return mentions[max(0, bisect_right(mentions, at, key=lambda m: m.start) - 1)]

    def in_order(self) -> list[Mention]:
        """Full names, and last names that a full one stands behind, in the order of the text."""
        found = [mention for mentions in self.by_last.values() for mention in mentions]
        for start, word in self.single:
            full = self.full(word, start)
            if full is not None:
                found.append(Mention(start, full.name, full.feminine))
        return sorted(found, key=lambda mention: mention.start)


def strip_possessive(word: str, language: Language) -> str:
    """The word without its possessive ending, or the Turkish case behind an apostrophe."""
    if language.verb_last:
        return re.split("['’]", word)[0] or word
    for ending in language.possessive_endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return word


def find_names(text: str, language: Language) -> Names:
    """Every name of two to five words in the text; linear in its length."""
    names = Names()
    run: list[str] = []
    begin = stop = -2
    title = ""
    for match in TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        first = word[0]
        if first.isupper():
            lower = word.lower().rstrip(".")
            rank = as_title(lower, language)
            if rank:
                # "German Foreign Minister": what leads to a title is no name.
                run, title = [], rank
            elif not run and _common(lower, language):
                title = ""
            else:
                if run and (start != stop + 1 or len(run) >= 5):
                    _keep(names, run, begin, title, language)
                    run, title = [], ""
                if not run:
                    begin = start
                run.append(word)
                bare = strip_possessive(word, language)
                if bare != word or (word[-1] == "." and len(word) > 3):
                    run[-1] = bare.rstrip(".")
                    _keep(names, run, begin, title, language)
                    run, title = [], ""
        elif run and (not joins(run[-1], word, language) or start != stop + 1):
            _keep(names, run, begin, title, language)
            run, title = [], ""
        elif run:
            run.append(word)
        stop = end
    _keep(names, run, begin, title, language)
    return names


def as_title(lower: str, language: Language) -> str:
    """The title a word is, or ends in as German ones do ("Finanzministerin"); or nothing."""
    if lower in language.titles or (language.lower_titles and language.is_person_noun(lower)):
        return lower
    if language.nouns_capital:
        for k in range(2, len(lower) - 4):
            if lower[k:] in language.titles:
                return lower[k:]
    return ""


def joins(before: str, word: str, language: Language) -> bool:
    """Whether a small word goes on with a name: "von der Heide", but not "Sprecher der Werft"."""
    article = language.nouns_capital and language.lexicon.get(word) == "d"
    return word in language.particles and not (article and before not in language.particles)


def _common(lower: str, language: Language) -> bool:
    """Whether a capitalised word only opens its sentence."""
    return language.lexicon.get(lower, "N") in "dhpRrsaxT&PA"


def _keep(names: Names, run: list[str], begin: int, title: str, language: Language) -> None:
    while run and not run[-1][0].isupper():
        run = run[:-1]
    for n in range(len(run) - 1, -1, -1):
        if run[n].lower() in language.institutions:
            if n == len(run) - 1 or title == "":
                return
            run = run[n + 1 :]
            break
    tail = next((n for n, word in enumerate(run) if language.lexicon.get(word) == "p"), 0)
    if tail > 1:
        # "Ana Roe of the Tarn guard" is Ana Roe.
        _keep(names, run[:tail], begin, title, language)
    if len(run) < 2:
        if run:
            names.single.append((begin, run[0].rstrip(".")))
        return
    feminine = None
    if title in language.feminine:
        feminine = True
    elif title in language.masculine:
        feminine = False
    last = run[-1] if run[-1].lower().rstrip(".") not in ("jr", "sr", "ii", "iii") else run[-2]
    mention = Mention(begin, " ".join(run), feminine)
    names.by_last.setdefault(last.lower().rstrip("."), []).append(mention)
