"""What several commands share: the configuration and what the command line changes in it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from mtqa.cli.language_model import language_model_options, with_options
from mtqa.config import Config, discover, read
from mtqa.judgement.profiles import under
from mtqa.model import PROFILES, SEVERITIES


class Number(click.FloatRange):
    """A number within bounds; ``nan`` is within none, and below none."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number.

        Raises:
            click.BadParameter: it is none, or out of bounds.
        """
        found: float = super().convert(value, param, ctx)
        if not math.isfinite(found):
            self.fail(f"{value!r} is no number", param, ctx)
        return found


Function = TypeVar("Function", bound=Callable[..., Any])


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep the command line's choice of models or profile for :func:`configuration`."""
    ctx.meta[f"mtqa.{param.name}"] = value


def _remembered(name: str) -> Any:
    """What the command line says, ``None`` where it says nothing."""
    context = click.get_current_context(silent=True)
    return context.meta.get(f"mtqa.{name}") if context else None


def profile_option(**attributes: Any) -> Callable[[Function], Function]:
    """``--profile``; ``attributes`` are click's."""
    return click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help="How much to report: quiet, what is nearly certain; balanced; thorough, everything "
        "worth a look  [default: the configuration's, or balanced].",
        **attributes,
    )


def configuration_options(function: Function) -> Function:
    """The options that every command that checks something has."""
    for option in reversed(
        [
            click.option(
                "--config",
                "config_path",
                type=click.Path(path_type=Path),
                help="Configuration file [default: nearest mtqa.toml or pyproject.toml].",
            ),
            click.option("--ui", type=click.Choice(["en", "ro"]), help="Language of messages."),
            click.option(
                "--select", multiple=True, metavar="CHECK", help="Run only this check or family."
            ),
            click.option(
                "--ignore", multiple=True, metavar="CHECK", help="Leave out this check or family."
            ),
            profile_option(expose_value=False, callback=_remember),
            click.option(
                "--min-confidence",
                type=Number(0, 1),
                help="Report issues from this confidence on, whatever the profile says.",
            ),
            click.option(
                "--qe",
                metavar="auto|on|off|DIR",
                expose_value=False,
                callback=_remember,
                help="mtqa's own model: if mtqa-qe-ro is installed, always, never; or another.",
            ),
            *language_model_options(_remember),
        ]
    ):
        function = option(function)
    return function


def gate_options(function: Function) -> Function:
    """The options that say when an article fails."""
    for option in reversed(
        [
            click.option(
                "--min-quality",
                type=Number(0, 100),
                help="Lowest quality that passes the gate.",
            ),
            click.option(
                "--max-critical",
                type=click.IntRange(0),
                help="How many critical issues an article may have.",
            ),
            click.option(
                "--fail-on",
                type=click.Choice([*SEVERITIES, "never"]),
                help="Fail an article with an issue of this severity or worse as well; never: "
                "every article passes.",
            ),
        ]
    ):
        function = option(function)
    return function


def metric_options(function: Function) -> Function:
    """The options that say which further scores a report has."""
    for option in reversed(
        [
            click.option(
                "--metric",
                "metrics",
                multiple=True,
                metavar="NAME",
                help="Compute this as well: bleu, chrf, ter (with a reference), length, "
                "cosine, comet:MODEL (a hub name or the path of a checkpoint).",
            ),
            click.option(
                "--gpus",
                type=click.IntRange(0),
                help="Graphics processors for COMET  [default: 0].",
            ),
        ]
    ):
        function = option(function)
    return function


def configuration(
    config_path: Path | None,
    ui: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    min_confidence: float | None = None,
    min_quality: float | None = None,
    max_critical: int | None = None,
    fail_on: str | None = None,
    metrics: tuple[str, ...] = (),
    gpus: int | None = None,
) -> Config:
    """The configuration file's options with the command line's on top.

    Raises:
        ConfigError: the file is broken or sets something unknown.
    """
    config = read(config_path) if config_path else discover(Path.cwd())
    config = under(config, _remembered("profile"))
    checks = msgspec.structs.replace(
        config.checks,
        **_given(
            select=select or None,
            ignore=(*config.checks.ignore, *ignore) if ignore else None,
            min_confidence=min_confidence,
        ),
    )
    gate = msgspec.structs.replace(
        config.gate, **_given(min_quality=min_quality, max_critical=max_critical, fail_on=fail_on)
    )
    use = tuple(dict.fromkeys((*config.metrics.use, *metrics)))
    scores = msgspec.structs.replace(
        config.metrics, **_given(use=use, gpus=gpus, qe=_remembered("qe"))
    )
    return msgspec.structs.replace(
        config,
        checks=checks,
        gate=gate,
        metrics=scores,
        judge=with_options(config.judge, _remembered),
        **_given(ui=ui),
    )


def _given(**options: Any) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


__all__ = [
    "configuration",
    "configuration_options",
    "gate_options",
    "metric_options",
    "profile_option",
]
