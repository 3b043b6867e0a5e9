"""Whatever a text or a file is called, it acts neither on a terminal nor on GitHub's runner."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mtqa.report import github
from mtqa.report.formats import Problem
from mtqa.report.visible import defused, one_line, visible
from tests.report.samples import odd, run

#: What the runner makes of a line of a log (actions/runner, ActionCommand.cs).
OLD = re.compile(r"##\[")
NEW = re.compile(r"\s*::")
HOSTILE = "##[add-mask]a \x1b[31m\u202e.ro.txt"


@given(st.text("#[]: \t\r\n\x1b\x9b\u2028\u202eaă") | st.text())
def test_nothing_acts(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", defused(text))
    assert not any(OLD.search(line) or NEW.match(line) for line in lines)
    line = one_line(text)
    assert line.isprintable() or line.replace("\u00a0", "").isprintable()
    assert "\n" not in line


def test_only_one_character_is_spelt_out() -> None:
    assert defused("grup ##[group]Știri") == "grup ##\\u005bgroup]Știri"
    assert defused(" ::error::nu\nora 10::30") == " \\u003a:error::nu\nora 10::30"
    assert visible("România liberă") == "România liberă"


def test_json_is_the_same_data() -> None:
    data = {"text": "##[error]nu", "lines": ["::error::nu"]}
    assert json.loads(defused(json.dumps(data, indent=1))) == data


def test_annotations_of_hostile_names_and_texts() -> None:
    report = odd()
    article = replace(report.article, meta={"target_path": HOSTILE, "source_path": None})
    issues = tuple(replace(issue, message=f"{HOSTILE}: {issue.message}") for issue in report.issues)
    problem = Problem(HOSTILE, f"{HOSTILE}: no such file; check the path")
    text = github.render(
        [replace(report, article=article, issues=issues)], run(problems=(problem,))
    )
    assert "##[" not in text
    assert text.replace("\n", "").isprintable()
    assert text.count("add-mask") > len(issues)
