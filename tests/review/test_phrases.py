"""The interface in two languages: every phrase that a page or the script says is there."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from mtqa.model import Ui
from mtqa.review.decisions import REASONS
from mtqa.review.phrases import _DESK, spoken, word
from mtqa.review.queue import STATUSES

ROOT = files("mtqa.review")


def said(folder: str, pattern: str) -> set[str]:
    """The keys that the files of a folder ask for."""
    return {
        key
        for file in (ROOT / folder).iterdir()
        for key in re.findall(pattern, file.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("ui", ["en", "ro"])
def test_the_pages_have_their_phrases(ui: Ui) -> None:
    keys = said("templates", r'word\("([a-z-]+)"[,)]') | said("templates", r'"(key-[a-z]+)"')
    keys |= {f"status-{status}" for status in STATUSES} | {f"reason-{name}" for name in REASONS}
    assert len(keys) > 60
    assert all(word(key, ui) for key in keys)


def test_the_script_has_its_phrases() -> None:
    keys = said("static", r'\bt\("([a-z-]+)"')
    assert keys and keys <= set(spoken("ro"))


def test_both_languages_leave_room_for_the_same_values() -> None:
    for english, romanian in _DESK.values():
        places = [set(re.findall(r"\{\d\}", phrase)) for phrase in (english, romanian)]
        assert places[0] == places[1]
        assert "ş" not in romanian and "ţ" not in romanian
