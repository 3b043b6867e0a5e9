"""``mtqa serve``: checks over HTTP, in LanguageTool's protocol and in our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cli import note, reader_may_leave, tell
from mtqa.cli.options import Number, configuration, configuration_options, gate_options

_TOKEN = "MTQA_SERVE_TOKEN"


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to serve; the default is reachable from this machine only.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8081, show_default=True)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    help="Processes that check; one more is begun for long texts  [default: 2, or 1 on one core].",
)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"File with a secret that every check must bring: as bearer token, or as the apiKey of a "
    f"LanguageTool client. ${_TOKEN} does the same.",
)
@click.option(
    "--cors-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let the pages of this origin ask: https://cms.example.org, or moz-extension://*.",
)
@click.option("--max-chars", type=click.IntRange(100), help="Longest text  [default: 60000].")
@click.option(
    "--timeout", type=Number(1, 3600), help="Seconds that a check may take  [default: 60]."
)
@click.option("--queue", type=click.IntRange(1), help="Requests that may wait  [default: 128].")
@click.option(
    "--docs-url",
    "docs",
    default="",
    metavar="URL",
    help="Address to which issues link, with the check's name after it  [default: our own pages].",
)
@click.option("--no-log", is_flag=True, help="No line for every request; texts are in none.")
@gate_options
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Issues in this file (see `mtqa baseline`) stay quiet.",
)
@configuration_options
def serve(**options: Any) -> None:
    """Check texts over HTTP, for editors' tools and for programs.

    Tools with a LanguageTool client are pointed at http://HOST:PORT/v2; programs post a target and
    its source to /v1/check. See the page "Serve" of the documentation.
    """
    _require_extra()
    from mtqa.review.server import listen
    from mtqa.serve.gate import origins
    from mtqa.serve.server import Settings
    from mtqa.serve.server import serve as run

    house = _house(options)
    settings = Settings(
        limits=_limits(options),
        token=_token(options["token_file"]),
        origins=origins(options["origins"]),
        docs=options["docs"],
        log=not options["no_log"],
    )
    host, port = options["host"], options["port"]
    listener = listen(host, port)
    if not (settings.token or host in ("localhost", "::1") or host.startswith("127.")):
        note("whoever reaches this address can check texts; see --token-file")

    def ready() -> None:
        shown = f"[{host}]" if ":" in host else host
        with reader_may_leave():
            tell(f"mtqa serves http://{shown}:{port}/v2 (for LanguageTool clients) and /v1")

    run(house, settings, listener, ready)


def _house(options: dict[str, Any]) -> Any:
    """What the workers check under: configuration, glossaries and baseline, read once.

    Raises:
        MtqaError: one of them is broken.
    """
    from mtqa.checks.registry import all_checks, select
    from mtqa.config import with_glossaries
    from mtqa.errors import UnknownCheck
    from mtqa.serve.worker import House
    from mtqa.silence.baseline import read

    config = configuration(**{name: options[name] for name in _CONFIGURATION})
    select(config.checks.select, config.checks.ignore)
    for name in config.checks.severity:
        if name not in all_checks():
            raise UnknownCheck(name, sorted(all_checks()))
    baseline: Path | None = options["baseline"] or (
        Path(config.baseline) if config.baseline else None
    )
    known = read(baseline) if baseline else None
    return House(with_glossaries(config), known, str(baseline or ""))


_CONFIGURATION = (
    "config_path",
    "ui",
    "select",
    "ignore",
    "min_confidence",
    "min_quality",
    "max_critical",
    "fail_on",
)


def _limits(options: dict[str, Any]) -> Any:
    import os

    from mtqa.serve.limits import Limits

    given = {
        "workers": options["workers"] or min(2, os.cpu_count() or 1),
        "chars": options["max_chars"],
        "timeout": options["timeout"],
        "queue": options["queue"],
    }
    return Limits(**{name: value for name, value in given.items() if value is not None})


def _token(path: Path | None) -> str:
    """The secret, from its file or from the environment; empty if there is none.

    Raises:
        ConfigError: the file is empty, cannot be read, or the secret has letters that do not travel
            in a header.
    """
    import os

    from mtqa.errors import ConfigError
    from mtqa.readers.text import read_file

    said = read_file(path) if path else os.environ.get(_TOKEN, "")
    token, place = said.strip(), str(path or f"${_TOKEN}")
    if path and not token:
        raise ConfigError(f"{place}: empty; write a long random word into it")
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise ConfigError(f"{place}: letters of ASCII only, and no spaces")
    return token


def _require_extra() -> None:
    """The server's libraries are an extra.

    Raises:
        click.ClickException: one is not installed.
    """
    try:
        import prometheus_client  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise click.ClickException(
            'the server needs the extra serve: pip install "mtqa[serve]"'
        ) from None
