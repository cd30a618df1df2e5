"""What Lighthouse says of the site, as on a phone: ``python -m benchmarks.lighthouse --program
DIR/node_modules/.bin/lighthouse [--runs 3]``.

Front page and article of the sample newsroom, served by the app. Editorial needs no Lighthouse
and no Node: ``npm install lighthouse`` in a folder of its own gives the program. The median of the
runs must reach 98 in each category, else it exits with 1. The last line is one line of JSON.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from benchmarks.site import ROOT, gunicorn, running
from tests.fronts import free_port

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ASKED = 98
FILL = """
from editorial.terminal.newsroom import newsroom
from editorial.demo.fill import fill
with newsroom():
    fill()
"""


def scores(program: Path, url: str) -> tuple[dict[str, int], list[str]]:
    """The score of each category, and the names of the audits that cost some of it."""
    told = subprocess.run(
        [
            str(program),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={"CHROME_PATH": "/usr/bin/chromium", **os.environ},
    ).stdout
    found: dict[str, Any] = json.loads(told)
    lost = [
        name
        for category in CATEGORIES
        for one in found["categories"][category]["auditRefs"]
        for name in (one["id"],)
        if one["weight"] and (found["audits"][name]["score"] or 0) < 0.9
        if found["audits"][name]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]
    return {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES}, sorted(
        set(lost)
    )


def article_of(base: str) -> str:
    """The newest story, by the site's own feed."""
    feed = httpx.get(f"{base}/feed.json", timeout=60).json()
    return str(feed["items"][0]["url"])


def main() -> int:
    """Measure, print a table, end with JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    result: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        environment = {
            **os.environ,
            "EDITORIAL_ENV": "development",
            "EDITORIAL_INSTANCE": folder,
            "PUBLIC_URL": base,
            "EDITORIAL_WORKER": "apart",
        }
        subprocess.run(
            [str(Path(sys.executable).parent / "editorial"), "migrate"],
            env=environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        subprocess.run([sys.executable, "-c", FILL], env=environment, cwd=ROOT, check=True)
        with running(gunicorn("wsgi:app", port), port, cwd=ROOT, env=environment):
            for name, url in (("front", f"{base}/"), ("article", article_of(base))):
                httpx.get(url, timeout=60)
                runs = [scores(asked.program, url) for _ in range(asked.runs)]
                result[name] = {
                    category: median(run[0][category] for run in runs) for category in CATEGORIES
                }
                told = "  ".join(f"{key} {value}" for key, value in result[name].items())
                print(f"{name}: {told}  lost by: {', '.join(runs[-1][1]) or 'nothing'}", flush=True)
    print(json.dumps(result))
    return min(min(row.values()) for row in result.values()) < ASKED


if __name__ == "__main__":
    sys.exit(main())
