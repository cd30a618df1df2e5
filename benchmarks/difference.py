"""How quick two texts are compared as the review page does, beside difflib over the same words.

    python benchmarks/difference.py

A text of 30,000 invented words gets 400 changes: words replaced, put in, taken out, and paragraphs
moved. Both sides are compared whole: fields, paragraphs, words. difflib's SequenceMatcher compares
the same words in one list. Seconds are CPU time, the best of five (difflib's of one). The last line
is JSON.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.speech import invented
from editorial.document.content import Content
from editorial.document.difference import difference
from editorial.document.markdown import from_markdown

WORDS, CHANGES, PARAGRAPH, ROUNDS = 30_000, 400, 60, 5


def main() -> None:
    paragraphs = _paragraphs()
    edited = _edited(paragraphs)
    old, new = _content(paragraphs), _content(edited)
    ours = _best(lambda: difference(old, new), ROUNDS)
    olds, news = _words(paragraphs), _words(edited)
    theirs = _best(lambda: SequenceMatcher(None, olds, news, autojunk=False).get_opcodes())
    found = difference(old, new)
    print(f"{len(olds):,} words, {CHANGES} changes: {ours:.3f} s, difflib {theirs:.3f} s")
    print(
        json.dumps(
            {
                "words": len(olds),
                "changes": CHANGES,
                "seconds": round(ours, 3),
                "difflib_seconds": round(theirs, 3),
                "ratio": round(theirs / ours, 1),
                "inserted": found.words_inserted,
                "deleted": found.words_deleted,
                "moved": sum(change.moved for change in found.blocks),
            }
        )
    )


def _paragraphs() -> list[list[str]]:
    words = [token.strip() for token in invented() if not token.startswith("\n")][:WORDS]
    return [words[at : at + PARAGRAPH] for at in range(0, len(words), PARAGRAPH)]


def _edited(paragraphs: list[list[str]]) -> list[list[str]]:
    chance = random.Random(11)
    edited = [list(words) for words in paragraphs]
    for number in range(CHANGES):
        words = chance.choice(edited)
        at = chance.randrange(len(words))
        if number % 40 == 0:
            edited.insert(chance.randrange(len(edited)), edited.pop(chance.randrange(len(edited))))
        elif number % 3 == 0:
            words[at] = "replaced"
        elif number % 3 == 1:
            words.insert(at, "inserted")
        else:
            del words[at]
    return edited


def _content(paragraphs: list[list[str]]) -> Content:
    return Content(body=from_markdown("\n\n".join(" ".join(words) for words in paragraphs)))


def _words(paragraphs: list[list[str]]) -> list[str]:
    return [word for words in paragraphs for word in words]


def _best(act: Callable[[], object], rounds: int = 1) -> float:
    times = []
    for _ in range(rounds):
        began = time.process_time()
        act()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    main()
