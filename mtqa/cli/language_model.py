"""The options of the language model, and what a run tells of it on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
import msgspec

from mtqa.cli import note
from mtqa.config import Judge

if TYPE_CHECKING:
    from mtqa.scorers.llm.adviser import Adviser

_OPTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "--llm",
        {
            "metavar": "URL",
            "help": "Ask the language model behind this address as well, e.g. "
            "http://localhost:11434/v1; articles are sent there.",
        },
    ),
    ("--llm-model", {"metavar": "NAME", "help": "What the server calls the model."}),
    (
        "--llm-share",
        {
            "type": click.FloatRange(0, 1, min_open=True),
            "help": "Ask about this share of the segments, the most doubtful  [default: 1].",
        },
    ),
    (
        "--llm-budget",
        {
            "type": click.IntRange(0),
            "metavar": "TOKENS",
            "help": "Use no more tokens than this in one run  [default: no limit].",
        },
    ),
    (
        "--llm-dry-run",
        {
            "is_flag": True,
            "default": None,
            "help": "Send nothing; print what would be sent, a request a line, and no report.",
        },
    ),
)
#: Commands that can show what they would send.
_DRY = ("check", "score", "spans")
#: Options to the names of their fields.
_FIELDS = {
    "llm": "url",
    "llm_model": "name",
    "llm_share": "share",
    "llm_budget": "budget",
    "llm_dry_run": "dry_run",
}


def language_model_options(remember: Callable[..., Any]) -> list[Callable[[Any], Any]]:
    """The options, as click's decorators.

    Args:
        remember: the callback that keeps what was given.
    """
    return [
        click.option(name, expose_value=False, callback=remember, **attributes)
        for name, attributes in _OPTIONS
    ]


def with_options(judge: Judge, remembered: Callable[[str], Any]) -> Judge:
    """The options of the configuration with the command line's on top.

    Args:
        judge: the configuration's.
        remembered: gives what the command line says of an option, None if nothing.

    Raises:
        click.UsageError: there is no server for what was asked of it.
    """
    given = {field: remembered(name) for name, field in _FIELDS.items()}
    given = {field: value for field, value in given.items() if value is not None}
    if not given:
        return judge
    model = msgspec.structs.replace(judge.model, **given)
    if not model.url:
        raise click.UsageError("no server for the language model; give --llm URL")
    command = click.get_current_context().info_name
    if model.dry_run and command not in _DRY:
        raise click.UsageError(f"--llm-dry-run goes with {', '.join(_DRY)}")
    return msgspec.structs.replace(judge, model=model)


def note_use(adviser: Adviser | None) -> None:
    """Say on standard error what the run has used of the model."""
    if adviser is None or adviser.settings.dry_run:
        return
    from mtqa.scorers.llm.cost import price_of

    used = adviser.asker.used()
    price = price_of(adviser.settings, used.tokens_in, used.tokens_out)
    lacking = f", {used.unanswered:,} without an answer" if used.unanswered else ""
    note(
        f"language model: {used.asked:,} segments asked and {used.known:,} remembered{lacking}; "
        f"{used.requests:,} requests, {used.tokens_in:,} tokens in and {used.tokens_out:,} out"
        + ("" if price is None else f", {price:.4f} in your currency")
    )


def show_requests(adviser: Adviser) -> None:
    """Print the requests of a dry run, a line each, and forget them."""
    for request in adviser.asker.shown:
        click.echo(json.dumps(request, ensure_ascii=False))
    adviser.asker.shown.clear()
