"""What a scored corpus says, by outlet: JSON on standard output.

    python summary.py news.jsonl scored.jsonl

scores the records of the first file into the second (`--resume` goes on where a run stopped) and
sums the second up with pandas.
"""

import json
import subprocess
import sys

import pandas


def score(records: str, out: str) -> None:
    """Run `mtqa score`, with the field `outlet` kept."""
    command = [sys.executable, "-m", "mtqa", "score", records, "--out", out, "--keep", "outlet"]
    subprocess.run([*command, "--overwrite", "--quiet"], check=True, stdout=sys.stderr)


def summary(out: str) -> dict:
    """Quality, failed articles and critical issues by outlet, and the commonest checks."""
    articles = pandas.read_json(out, lines=True)
    articles["outlet"] = [fields["outlet"] for fields in articles["fields"]]
    articles["failed"] = articles["verdict"] == "fail"
    articles["cost"] = (100 - articles["quality"]) * articles["words"]
    by = articles.groupby("outlet")[["failed", "words", "cost"]].sum()
    by["articles"] = articles.groupby("outlet").size()
    # a long article counts for more than a short one
    by["quality"] = (100 - by.pop("cost") / by["words"]).round(1)
    issues = pandas.json_normalize(articles["issues"].explode().dropna().tolist())
    return {
        "outlets": by.to_dict("index"),
        "critical": int((issues["severity"] == "critical").sum()),
        "checks": issues["check"].value_counts().to_dict(),
    }


if __name__ == "__main__":
    score(*sys.argv[1:3])
    print(json.dumps(summary(sys.argv[2]), ensure_ascii=False, indent=1))
