"""A paragraph as a line of signs: one letter per phrase, quotations folded into ``Q``.

Signs: ``N`` a phrase that ends in a name, ``C`` one that ends in a common noun, ``P`` a personal
pronoun, ``R`` "who", ``D`` a phrase whose article shows that it is no subject (German "den
Minister"), ``o`` an object pronoun, ``h`` a possessive standing alone, ``d`` a determiner standing
alone, ``j`` an adjective, ``V`` a finite cue verb, ``G`` its participle, ``I`` its base form, ``v``
another verb, ``x`` an auxiliary, ``p`` a preposition, ``&`` a conjunction, ``r`` a relative, ``s``
a subordinator, ``a`` an adverb, ``t`` a time, ``T`` "to", ``A`` "according to", ``z`` the same
behind its noun (German "zufolge"), ``Z`` "so" after a quotation (German), ``#`` a number, ``w``
another word, ``Q`` a quotation, ``.`` the end of a sentence, and ``, : - ( )`` themselves.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Frame:
    """Phrases of one paragraph: ``signs[i]`` stands for ``text[starts[i]:ends[i]]``.

    ``quotes`` maps the place of each ``Q`` to the number of its quotation.
    """

    signs: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def stop_after(self, places: list[int]) -> None:
        """Put the end of a sentence after each of these places."""
        stops = set(places)
        order: list[int] = []
        signs: list[str] = []
        for place, sign in enumerate(self.signs):
            signs.append(sign)
            order.append(place)
            if place in stops:
                signs.append(".")
                order.append(place)
        starts, ends, quotes = self.starts, self.ends, self.quotes
        self.signs = "".join(signs)
        self.starts = [
            ends[p] if s == "." else starts[p] for p, s in zip(order, signs, strict=True)
        ]
        self.ends = [ends[p] for p in order]
        self.quotes = {n: quotes[p] for n, p in enumerate(order) if signs[n] == "Q"}
        self.places = {number: place for place, number in self.quotes.items()}
