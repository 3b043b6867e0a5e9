"""Check one article for the desk, in a process of its own.

The checker's lexicons take more memory than the whole desk; so the desk starts this, hands it a
JSON object on standard input (``target``, ``source``, ``source_lang``, ``id``, ``profile``), and
reads an article of the JSON contract with both languages' messages from standard output.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def check(request: dict[str, Any]) -> dict[str, Any]:
    """The report on one text, with the configuration that holds in the working folder and the
    profile of the request, if it names one.

    Raises:
        MtqaError: the text cannot be checked.
    """
    from mtqa.config import discover
    from mtqa.judgement.profiles import under
    from mtqa.model import Article
    from mtqa.pipeline import Checker
    from mtqa.report.json import article

    config = under(discover(Path.cwd()), request.get("profile"))
    # the pair was accepted once; a correction does not make it another article
    checker = Checker(config, force=True)
    report = checker.check(
        Article(
            request["id"],
            request["target"],
            request.get("source"),
            source_lang=request.get("source_lang"),
        )
    )
    record = article(report)
    for issue, found in zip(record["issues"], report.issues, strict=True):
        issue["message"], issue["message_ro"] = found.message, found.message_in("ro")
    return record


def main() -> None:
    """One article in, one report out; what goes wrong is one line on standard error."""
    from mtqa.errors import MtqaError

    try:
        record = check(json.loads(sys.stdin.buffer.read()))
    except MtqaError as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
    sys.stdout.buffer.write(json.dumps(record).encode())
