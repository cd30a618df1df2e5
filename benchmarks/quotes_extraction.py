"""Write the quotations found in a gold file's texts, for its scorer.

Usage: ``quotes_extraction.py GOLD.jsonl > predictions.jsonl``

Reads one JSON object a line with ``id``, ``lang`` and ``text``. Writes one a line: ``id``,
``seconds`` (CPU time of this document) and ``quotes``, one for each part of a quotation: ``start``
and ``end`` in characters of ``text`` with the marks excluded, ``text``, ``speaker``,
``speaker_start``, ``speaker_end``, ``speaker_resolved``, ``cue``, ``kind``, ``confidence``. What is
labelled a scare quote or a title is left out: nobody is held to have said it.
"""

import json
import sys
import time
from pathlib import Path

from editorial.quotes import extract


def main(gold: Path) -> None:
    """Print one line of predictions per document of ``gold``."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                continue
            document = json.loads(line)
            text = document["text"]
            began = time.process_time()
            found = extract(text, language=document.get("lang", "en"))
            seconds = time.process_time() - began
            rows = [
                {
                    "start": part.start,
                    "end": part.end,
                    "text": text[part.start : part.end],
                    "speaker": quotation.speaker,
                    "speaker_start": quotation.speaker_start,
                    "speaker_end": quotation.speaker_end,
                    "speaker_resolved": quotation.speaker_resolved,
                    "cue": quotation.cue,
                    "kind": quotation.kind,
                    "confidence": quotation.confidence,
                }
                for quotation in found
                if quotation.kind not in ("scare", "title")
                for part in quotation.parts
            ]
            print(
                json.dumps(
                    {"id": document["id"], "seconds": seconds, "quotes": rows}, ensure_ascii=False
                )
            )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
