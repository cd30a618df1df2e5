"""Checks the quotes of a benchmark against its sources, through the public face only.

    python benchmarks/quotes_verification.py CASES.jsonl SOURCES.jsonl > predictions.jsonl

CASES has one object a line: ``id``, ``quote``, ``claimed_speaker``, ``sources`` (ids). SOURCES:
``id``, ``text``, ``lang``, ``title``, ``speakers`` (the people behind a label of office).
Written are one object a case: ``id``, ``label`` (``fabricated`` for our ``not_found``), ``source``,
``start``, ``end``, ``speaker``, ``spans``, ``why``; and a last line ``{"meta": {"seconds": …,
"bytes": …}}``: CPU seconds of the checks (building the records is counted) and the bytes of source
text they ran against.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from editorial.quotes import Part, Quotation, Record, Source, check


def main() -> None:
    cases_path, sources_path = map(Path, sys.argv[1:3])
    sources = {
        row["id"]: Source.from_text(
            row["id"],
            row["text"],
            language=row.get("lang"),
            title=row.get("title", ""),
            aliases=row.get("speakers") or {},
        )
        for row in _rows(sources_path)
    }
    records: dict[tuple[str, ...], Record] = {}
    began = time.process_time()
    size = 0
    for case in _rows(cases_path):
        ids = tuple(case["sources"])
        record = records.get(ids)
        if record is None:
            record = records[ids] = Record([sources[i] for i in ids])
        size += sum(len(sources[i].text.encode()) for i in ids)
        print(json.dumps(_prediction(case, record), ensure_ascii=False))
    seconds = time.process_time() - began
    print(json.dumps({"meta": {"seconds": round(seconds, 3), "bytes": size}}))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _prediction(case: dict[str, Any], record: Record) -> dict[str, Any]:
    text = case["quote"]
    quotation = Quotation(
        parts=(Part(0, len(text)),),
        start=0,
        end=len(text),
        text=text,
        speaker=case.get("claimed_speaker"),
        language=case.get("lang", "en"),
    )
    finding = check(quotation, record)
    label = "fabricated" if finding.verdict == "not_found" else finding.verdict
    row: dict[str, Any] = {"id": case["id"], "label": label, "why": finding.reason}
    if finding.passages:
        first = finding.passages[0]
        row |= {
            "source": first.source,
            "start": first.start,
            "end": first.end,
            "speaker": first.speaker,
            "spans": [[p.start, p.end] for p in finding.passages],
        }
    return row


if __name__ == "__main__":
    main()
