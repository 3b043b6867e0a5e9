"""The recipes say what the server takes."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from mtqa.cli.serve import serve
from mtqa.serve import forms
from mtqa.serve.jobs import CheckJob
from mtqa.serve.limits import Limits
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "guide" / "serve.md").read_text("utf-8")
UNIT = (ROOT / "examples" / "serve" / "mtqa.service").read_text("utf-8")
IMAGE = (ROOT / "Dockerfile").read_text("utf-8")


def taken(words: list[str]) -> dict[str, object]:
    """The options that ``mtqa serve`` takes from words; it refuses those that it does not know."""
    return serve.make_context("serve", words).params


def test_the_unit_on_the_page_is_the_file() -> None:
    assert f"```ini\n{UNIT}```" in PAGE
    command = shlex.split(re.findall("^ExecStart=(.*)$", UNIT, re.MULTILINE)[0])
    assert command[:2] == ["/opt/mtqa/bin/mtqa", "serve"]
    assert taken(command[2:])["workers"] == 2


def test_the_image_and_the_compose_file_start_the_server() -> None:
    entry, words = (
        yaml.safe_load(re.findall(f"^{name} (.*)$", IMAGE, re.MULTILINE)[0])
        for name in ("ENTRYPOINT", "CMD")
    )
    assert entry[:2] == ["mtqa", "serve"]
    assert taken([*entry[2:], *words])["host"] == "0.0.0.0"
    service = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["mtqa"]
    assert taken([*entry[2:], *service["command"]])["workers"] == 2
    assert service["ports"] == ["127.0.0.1:8081:8081"]
    assert list(service["environment"]) == ["MTQA_SERVE_TOKEN"]


def test_the_browsers_of_the_page_may_ask() -> None:
    from mtqa.serve.gate import origins

    words = shlex.split(re.findall("start with `([^`]*)`", PAGE)[0])
    allowed = origins(taken(words)["origins"])  # type: ignore[arg-type]
    assert allowed
    assert allowed.fullmatch("chrome-extension://oldceeleldhonbafppcapldpdifcinji")
    assert not allowed.fullmatch("https://example.org")


def test_the_request_of_the_page_is_one() -> None:
    sent = re.findall(r"-d '(\{.*?\})'", PAGE, re.DOTALL)[0]
    job = forms.own(sent.encode(), CheckJob, Limits())
    assert job.source == "The government paid 4.8 million."


@pytest.mark.parametrize("name", CheckJob.__struct_fields__)
def test_the_page_names_every_field(name: str) -> None:
    assert f"`{name}`" in PAGE or name == "target_lang"


def test_wordpress_sends_what_is_taken() -> None:
    plugin = (ROOT / "examples" / "serve" / "mtqa.php").read_text("utf-8")
    asked = plugin.partition("$asked = [")[2].partition("];")[0]
    names = re.findall(r"'(\w+)' =>", asked)
    assert set(names) == {"id", "format", "ui", "target", "source"}
    assert set(names) <= set(CheckJob.__struct_fields__)


def test_the_bounds_of_the_page_are_the_servers() -> None:
    limits = Limits()
    for bound in (limits.chars, limits.feed, limits.long):
        assert f"{bound:,}" in PAGE
    for bound in (limits.timeout, limits.wait, limits.arrival):
        assert f"{bound:g}" in PAGE
    assert f"{limits.queue}, for {limits.wait:g} s" in PAGE
