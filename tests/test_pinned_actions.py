"""Whoever moves a tag of somebody else's action must not change what runs here or at a user's: every
action is named by its commit, with the version beside it for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

_USES = re.compile(r"^[ \t]*(?:- )?uses:[ \t]*(\S+)[ \t]*(.*)$", re.MULTILINE)
_PINNED = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40}")
_VERSION = re.compile(r"# v\d+(?:\.\d+)*")


def places() -> list[Path]:
    """Workflows, the action itself, and whatever shows users how to write one."""
    found = [*(ROOT / ".github").rglob("*.y*ml"), ROOT / "action.yml", *ROOT.glob("*.md")]
    for folder in ("docs", "examples", "models", "mtqa"):
        found += (ROOT / folder).rglob("*.md")
    found += (ROOT / "examples").rglob("*.y*ml")
    return found


def loose(text: str) -> Iterator[str]:
    """The actions in a text that could change under their name."""
    for action, rest in _USES.findall(text):
        if action.startswith("./"):
            continue  # a repository's own
        if not _PINNED.fullmatch(action) or not _VERSION.fullmatch(rest.strip()):
            yield f"{action} {rest}".strip()


def test_every_action_of_others_is_named_by_its_commit() -> None:
    found = {path.name: list(loose(path.read_text(encoding="utf-8"))) for path in places()}
    assert not {name: actions for name, actions in found.items() if actions}


def test_there_are_actions_to_look_at() -> None:
    named = {path.name for path in places() if _USES.search(path.read_text(encoding="utf-8"))}
    assert {"ci.yml", "action.yml", "README.md", "ci.md", "workflow.yml"} <= named


def test_tags_branches_and_short_hashes_are_heard() -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    text = f"""
      - uses: actions/checkout@v4
      - uses: actions/checkout@main # v4
        uses: actions/cache@0123456 # v4.0.0
      - uses: actions/cache@{commit}
      - uses: actions/cache@{commit} # v4.0.0
      - uses: github/codeql-action/upload-sarif@{commit} # v3.28.18
      - uses: ./
"""
    assert list(loose(text)) == [
        "actions/checkout@v4",
        "actions/checkout@main # v4",
        "actions/cache@0123456 # v4.0.0",
        f"actions/cache@{commit}",
    ]
