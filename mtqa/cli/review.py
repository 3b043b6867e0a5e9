"""``mtqa review``: the editor's desk."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli import COULD_NOT_RUN, complain, note, reader_may_leave, tell
from mtqa.cli.options import profile_option
from mtqa.errors import InputError

if TYPE_CHECKING:
    from mtqa.review.loading import Loaded
    from mtqa.review.records import Incoming
    from mtqa.review.store import Store


@click.command()
@click.argument("report", metavar="REPORT.jsonl", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where decisions are kept [default: REPORT.review.db].",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to serve; the default is reachable from this machine only.",
)
@click.option("--port", type=click.IntRange(1, 65535), help="Port [default: a free one].")
@click.option(
    "--ui",
    type=click.Choice(["en", "ro"]),
    help="Language of the interface [default: the configuration's, or the browser's].",
)
@profile_option()
@click.option("--editor", default="", help="Name to sign decisions with [default: your user].")
@click.option(
    "--glossary",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder where accepted names and terms are kept as names.csv and terms.csv, "
    "for [names] glossary in mtqa.toml.",
)
@click.option("--encoding", help="Encoding of the texts that the report names, if not UTF-8.")
@click.option(
    "--export",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the work into this folder instead of serving: corrected texts and gold data.",
)
@click.option(
    "--write",
    is_flag=True,
    help="Write the corrected text of every finished article back into the file that it came "
    "from, instead of serving.",
)
def review(report: Path, **options: Any) -> None:
    """Review flagged articles in the browser: decide, correct, add what was missed.

    REPORT.jsonl is what `mtqa check … --format jsonl -o REPORT.jsonl` wrote (the document of
    --format json is read too). Decisions are kept in an SQLite file, safe from the moment they
    are shown as made; run the command again to go on.
    """
    if not (options["folder"] or options["write"]):
        _require_extra()
    from mtqa.review.records import read_report
    from mtqa.review.store import Store, sound

    database: Path = options["database"] or report.with_suffix(".review.db")
    if database.exists() and report.exists() and database.samefile(report):
        raise click.UsageError(f"--db {database} is the report; name another file")
    records = _some(read_report(report, options["encoding"]), report)
    store = Store(database)
    try:
        with sound(database):
            _work(store, database, records, options)
    finally:
        store.close()


def _work(store: Store, database: Path, records: Iterable[Any], options: dict[str, Any]) -> None:
    """Load the report, then export or serve."""
    from mtqa.review.loading import load

    loaded = load(store, records)
    for problem in loaded.refused:
        complain(str(problem))
    if not loaded.articles:
        sys.exit(COULD_NOT_RUN)
    if options["folder"]:
        _export(store, options["folder"])
    if options["write"]:
        _write_back(store)
    if not (options["folder"] or options["write"]):
        _serve(store, database, loaded, options)


def _some(records: Iterator[Incoming | InputError], report: Path) -> Iterable[Any]:
    """The records, once one is found that can be reviewed: else no database is left behind.

    Raises:
        InputError: there are no articles in the report.
    """
    refused: list[InputError] = []
    for item in records:
        if not isinstance(item, InputError):
            return chain(refused, [item], records)
        refused.append(item)
    for problem in refused:
        complain(str(problem))
    if refused:
        sys.exit(COULD_NOT_RUN)
    raise InputError(str(report), "no articles in it", "check some articles first")


def _require_extra() -> None:
    """The desk's web framework is an extra.

    Raises:
        click.ClickException: it is not installed.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise click.ClickException(
            'the desk needs the extra review: pip install "mtqa[review]"'
        ) from None


def _serve(store: Store, database: Path, loaded: Loaded, options: dict[str, Any]) -> None:
    from mtqa.review.app import make_app
    from mtqa.review.checking import DeskChecker
    from mtqa.review.server import address, listen, serve

    host = options["host"]
    listener = listen(host, options["port"])
    port = listener.getsockname()[1]
    keep = _glossary(store, options["glossary"])
    checker = DeskChecker(options["profile"])
    app = make_app(
        store,
        ui=options["ui"] or _configured_ui(),
        editor=options["editor"],
        port=port,
        hosts=(host, socket.gethostname()),
        glossary=keep,
        checker=checker,
    )

    def ready() -> None:
        checker.warm()
        lines = [
            _greeting(store, database, loaded),
            f"Open {address(host, port, app.token)}",
            "Ctrl-C ends the desk. Every decision is saved as it is made.",
        ]
        if not _is_local(host):
            lines.insert(1, "Anyone on the network who has the address can decide, unencrypted.")
        with reader_may_leave():  # a closed pipe is no reason to close the desk
            for line in lines:
                tell(line)

    serve(app, listener, ready)


def _configured_ui() -> Any:
    """The configuration's language, where it is another than what it is by itself."""
    from mtqa.config import discover

    found = discover(Path.cwd()).ui
    return found if found != "en" else None


def _is_local(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def _greeting(store: Store, database: Path, loaded: Loaded) -> str:
    from mtqa.review.queue import progress

    seen = progress(store)
    changed = f", {loaded.changed} changed since" if loaded.changed else ""
    return (
        f"{loaded.articles} articles ({loaded.new} new{changed}), {seen['issues']} issues, "
        f"{seen['open']} to decide. Decisions: {database}"
    )


def _glossary(store: Store, folder: Path | None) -> Any:
    """Keeps ``names.csv`` and ``terms.csv`` in step with the desk."""
    if folder is None:
        return None
    from mtqa.report.files import write_whole
    from mtqa.review.export import glossary_csv

    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, str] = {}

    def keep() -> None:
        for kind in ("name", "term"):
            content = glossary_csv(store, kind)
            if written.get(kind) == content:
                continue
            try:
                write_whole(folder / f"{kind}s.csv", content)
                written[kind] = content
            except InputError as problem:  # the decision is kept all the same
                complain(str(problem))

    keep()
    return keep


def _export(store: Store, folder: Path) -> None:
    """Corrected texts of finished articles, gold data, names and terms."""
    from mtqa.report.files import write_whole
    from mtqa.review import export, queue

    texts = folder / "corrected"
    texts.mkdir(parents=True, exist_ok=True)
    gold = export.gold(store)
    for name, content in export.gold_files(gold).items():
        write_whole(folder / name, content)
    for kind in ("name", "term"):
        write_whole(folder / f"{kind}s.csv", export.glossary_csv(store, kind))
    with store.read() as db:
        rows = db.execute("SELECT id, name FROM articles ORDER BY id").fetchall()
    names = export.kept_names({row["id"]: row["name"] for row in rows})
    for number in names:
        article = queue.article(store, number)
        if article["status"] == "done":
            write_whole(texts / f"{names[number]}.ro.txt", article["corrected"])
            _warn(store, article)
    spans = sum(len(article.spans) for article in gold)
    tell(f"{folder}: {len(gold)} finished articles, {spans} gold spans")


def _write_back(store: Store) -> None:
    """The corrected text of every finished article, into the file that it came from."""
    from mtqa.review import queue
    from mtqa.review.export import written_back

    with store.read() as db:
        numbers = [row["id"] for row in db.execute("SELECT id FROM articles ORDER BY id")]
    failed = made = 0
    for number in numbers:
        article = queue.article(store, number)
        if article["status"] != "done":
            continue
        try:
            if written_back(article):
                made += 1
                tell(f"{article['path']}: written")
        except InputError as problem:
            complain(str(problem))
            failed += 1
        _warn(store, article)
    tell(f"files written: {made}" + (f", not written: {failed}" if failed else ""))
    if failed:
        sys.exit(COULD_NOT_RUN)


def _warn(store: Store, article: dict[str, Any]) -> None:
    """Say which confirmed errors are still in a text that is handed on."""
    from mtqa.review.export import uncorrected

    left = uncorrected(store, article["id"])
    if left:
        named = ", ".join(f"“{text}”" for text in left[:_NAMED]) + (" …" if left[_NAMED:] else "")
        note(f"{article['name']}: confirmed errors that nobody corrected: {len(left)} ({named})")


#: Errors that a warning names before it only counts them.
_NAMED = 3
