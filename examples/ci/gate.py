"""Which entries of a machine-translated feed may go out.

    python gate.py ro.xml en.xml publish.txt

writes the guid of every entry that passed the gate, a line each, into publish.txt, says on standard
error why the others are held back, and ends with mtqa's exit code: 0 all passed, 1 some are held
back, 2 something could not be checked (then nothing is written).
"""

import json
import subprocess
import sys
from pathlib import Path


def checked(feed: str, source: str) -> tuple[int, list[dict]]:
    """mtqa's exit code and its articles; the messages go where ours go."""
    command = [sys.executable, "-m", "mtqa", "check", "--feed", feed, "--source-feed", source]
    command += ["--source-lang", "en", "--profile", "quiet", "--format", "json"]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    articles = json.loads(run.stdout)["articles"] if run.returncode in (0, 1) else []
    return run.returncode, articles


def why(article: dict) -> str:
    """The worst issue of an entry in a line, or its quality if there is none that is critical."""
    for issue in article["issues"]:
        if issue["severity"] == "critical":
            return f"{issue['text']!r}: {issue['message']}"
    return f"quality {article['quality']}"


def main(feed: str, source: str, out: str) -> int:
    """Write the guids of the entries that passed."""
    code, articles = checked(feed, source)
    if code == 2:
        return code
    passed = [article["feed"]["id"] for article in articles if article["verdict"] == "pass"]
    Path(out).write_text("".join(f"{guid}\n" for guid in passed), encoding="utf-8")
    for article in articles:
        if article["verdict"] == "fail":
            print(f"held back: {article['feed']['id']}: {why(article)}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
