"""Reports for the tests of the desk: small articles with errors at known places."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HOSTILE = '<script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'


def record(
    name: str, target: str, issues: Iterable[dict[str, Any]] = (), **more: Any
) -> dict[str, Any]:
    """An article report as ``--format jsonl`` writes it; issues are found by their text."""
    listed = []
    for issue in issues:
        start = target.index(issue["text"], issue.pop("after", 0))
        listed.append(
            {
                "check": "spacing.hyphen",
                "category": "spacing",
                "severity": "minor",
                "start": start,
                "end": start + len(issue["text"]),
                "message": "White space beside the hyphen.",
                "message_ro": "Spațiu lângă cratimă.",
                "suggestion": None,
                "confidence": 0.9,
                "source": None,
                **issue,
            }
        )
    return {
        "id": name,
        "target_path": f"sport/{name}.ro.txt",
        "source_path": None,
        "verdict": "fail" if listed else "pass",
        "quality": 90.0,
        "words": len(target.split()),
        "scores": {},
        "segments": [],
        "issues": listed,
        "target": target,
        "source": None,
        **more,
    }


def kluivert(name: str = "kluivert") -> dict[str, Any]:
    """Three issues, with a source and an alignment of two sentences."""
    target = (
        "Bayern l -a transferat pe Kluivert.\nAntrenorul Vincent Compania cere 38.5 milioane.\n"
    )
    source = "Bayern have signed Kluivert.\nCoach Vincent Kompany asks for 38.5 million.\n"
    first, last = target.index("\n"), len(target) - 1
    return record(
        name,
        target,
        [
            {"text": "l -a", "suggestion": "l-a"},
            {
                "text": "Vincent Compania",
                "check": "names.source-literal",
                "category": "name",
                "severity": "critical",
                "suggestion": "Vincent Kompany",
                "message": "A name was translated.",
                "message_ro": "Un nume a fost tradus.",
                "source": {"start": 35, "end": 50, "text": "Vincent Kompany"},
            },
            {"text": "38.5", "check": "number.decimal", "category": "number", "severity": "major"},
        ],
        source=source,
        source_lang="en",
        segments=[
            {"source": [[0, 28]], "target": [[0, first]], "score": 0.9},
            {"source": [[29, len(source) - 1]], "target": [[first + 1, last]], "score": 0.9},
        ],
    )


def morning(number: int = 40) -> list[dict[str, Any]]:
    """A morning's flagged articles, one of them hostile, one clean."""
    articles = [kluivert(f"articol-{n:02}") for n in range(number - 2)]
    hostile = f"Un titlu {HOSTILE} rău.\nText cu \u202e întors și l -a scris așa.\n"
    articles.append(
        record(
            "ostil",
            hostile,
            [
                {
                    "text": HOSTILE,
                    "severity": "critical",
                    "suggestion": HOSTILE,
                    "message": HOSTILE,
                },
                {"text": "l -a", "suggestion": "</style><script>1</script>"},
            ],
            feed=HOSTILE,
        )
    )
    articles.append(record("curat", "Un articol fără greșeli.\nNimic de spus."))
    return articles


def written(path: Path, articles: Iterable[dict[str, Any]]) -> Path:
    """The articles as a report file."""
    lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    path.write_text("".join(lines), encoding="utf-8")
    return path


class Running:
    """The desk as users start it, in a process of its own."""

    def __init__(self, report: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mtqa", "review", str(report), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.printed = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed += line
            if found := re.search(r"http://\S+\?token=(\S+)", line):
                self.url, self.token = found[0], found[1]
                self.base = self.url.partition("/?")[0]
                break
        else:
            raise RuntimeError(self.printed)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End it and give back its exit code."""
        self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        assert self.process.stdout is not None
        self.printed += self.process.stdout.read()
        self.process.stdout.close()
        return code
