"""The full name behind a last name or a pronoun, where the text tells it."""

import re
from collections.abc import Sequence
from functools import cached_property

from editorial.quotes.languages.language import Language
from editorial.quotes.names import Names, as_title, find_names, joins, strip_possessive
from editorial.quotes.paragraphs import Paragraph
from editorial.quotes.subjects import Subjects

WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class Resolver:
    """Follows the speakers of one text in order."""

    def __init__(self, text: str, language: Language, lines: Sequence[Paragraph]) -> None:
        self.text = text
        self.language = language
        self.lines = lines
        self.gender: dict[str, bool] = {}
        self.recent: list[tuple[int, str]] = []

    @cached_property
    def names(self) -> Names:
        """The full names of the text; many texts need none."""
        return find_names(self.text, self.language)

    @cached_property
    def subjects(self) -> Subjects:
        """Whom its sentences are about."""
        return Subjects(self.text, self.language, self.lines, self.names)

    def resolve(
        self, speaker: str, start: int, antecedent: tuple[int, int] | None, cue: str = ""
    ) -> str | None:
        """The full name of ``speaker``, which stands at ``start``; None where it can't be told.

        ``antecedent`` is the nearest subject before a pronoun, if one was read.
        """
        language = self.language
        lower = speaker.lower()
        if (
            lower in language.pronouns
            or lower in language.who
            or lower in (language.possessives | language.objects)
        ):
            return self._pronoun(lower, start, antecedent)
        name = self._full(speaker, start)
        if name is not None:
            self._remember(speaker, start, name)
            if cue.lower().endswith(language.feminine_cues):
                self.gender[name] = True
            elif cue.lower().endswith(language.masculine_cues):
                self.gender[name] = False
        return name

    def _pronoun(self, lower: str, start: int, antecedent: tuple[int, int] | None) -> str | None:
        language = self.language
        if antecedent is not None:
            name = self._full(self.text[antecedent[0] : antecedent[1]], antecedent[0])
            if name is not None:
                self._remember(lower, start, name)
                return name
        if lower in language.who:
            return None
        feminine = True if lower in language.feminine else None
        if lower in language.masculine:
            feminine = False
        if feminine is None and lower not in language.singular:
            return None
        name = self._subject(start, feminine) or self._speaker_before(start, feminine)
        if name is not None:
            self._remember(lower, start, name)
        return name

    def _subject(self, start: int, feminine: bool | None) -> str | None:
        """Whom the sentences before are about, unless the last speaker is known to fit better."""
        last = self.recent[-1][1] if self.recent else None
        sure = last is not None and feminine is not None and self.gender.get(last) == feminine
        for mention in self.subjects.before(start):
            known = self.gender.get(mention.name, mention.feminine)
            if sure and known != feminine:
                continue
            if known is None or feminine is None or known == feminine:
                return mention.name
        return None

    def _speaker_before(self, start: int, feminine: bool | None) -> str | None:
        for at, name in reversed(self.recent[-6:]):
            known = self.gender.get(name)
            if start - at < 4000 and (known is None or feminine is None or known == feminine):
                return name
        return None

    def _remember(self, speaker: str, start: int, name: str) -> None:
        language = self.language
        first = speaker.split()[0].lower().rstrip(".") if speaker.split() else ""
        if first in language.feminine:
            self.gender[name] = True
        elif first in language.masculine:
            self.gender[name] = False
        self.recent.append((start, name))

    def _full(self, speaker: str, start: int) -> str | None:
        speaker = self._without_tail(speaker)
        last = speaker.rstrip(" ,)").split()[-1:] or [""]
        if not last[0][:1].isupper() and "," not in speaker and "(" not in speaker:
            # The head is a common noun: "Mr. Roe's spokesman" is not Mr. Roe.
            return None
        words = [strip_possessive(w, self.language) for w in WORD.findall(speaker)]
        run = self._last_name(words)
        if not run:
            return None
        mention = self.names.full(run[-1].rstrip("."), start)
        if mention is None:
            return None
        if mention.feminine is not None:
            self.gender[mention.name] = mention.feminine
        if len(run) > 1 and mention.name.split()[0] != run[0]:
            return " ".join(run) if len(run) < 5 and mention.name not in speaker else mention.name
        return mention.name

    def _last_name(self, words: list[str]) -> list[str]:
        """The first name among the words of a phrase, after its titles."""
        language = self.language
        run: list[str] = []
        for word in words:
            lower = word.lower().rstrip(".")
            if as_title(lower, language):
                run = []
            elif word[0].isupper() or (run and joins(run[-1], word, language)):
                run.append(word)
            elif run and not language.lower_titles:
                break
            else:
                run = []
        return run

    def _without_tail(self, speaker: str) -> str:
        """ "Colonel Ana Roe of the guard": what hangs on a name by a preposition is left off."""
        named = False
        for word in WORD.finditer(speaker):
            lower = word[0].lower()
            if named and self.language.lexicon.get(lower, "") == "p":
                return speaker[: word.start()]
            named = named or (word[0][0].isupper() and lower not in self.language.titles)
        return speaker
