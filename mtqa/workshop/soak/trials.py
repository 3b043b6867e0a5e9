"""What is done with an input, and what counts as broken.

A trial ends well in one of two ways: the input was read, or it was refused in a line that the user
can act on. Whatever else comes out of it is a crash: an exception of another kind, a traceback or
the name of an exception on the terminal, an offset that does not say what it names, a lost
neighbour.
"""

from __future__ import annotations

import io
import json
import math
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtqa.errors import CheckError, MtqaError
from mtqa.model import Article, ArticleReport, Issue
from mtqa.pipeline import Checker
from mtqa.workshop.development import ROOT
from mtqa.workshop.soak.given import Input
from mtqa.workshop.soak.shell import BROKEN_CHECK, Broken, Done, command, process

#: What mtqa's own model is found as in a checkout.
MODEL = ROOT / "models" / "mtqa-qe-ro" / "mtqa_qe_ro"


def tried(given: Input, folder: Path) -> str:
    """Put the files of an input into an empty folder and try it there.

    Returns:
        Why it was refused; empty if it was read.

    Raises:
        Exception: what must not happen.
    """
    for name, content in given.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    before = Path.cwd()
    os.chdir(folder)
    try:
        return TRIALS[given.trial](given)
    except CheckError:
        raise
    except MtqaError as problem:
        if not str(problem).strip():
            raise Broken(f"{type(problem).__name__} says nothing") from problem
        return str(problem)
    finally:
        os.chdir(before)


@lru_cache(maxsize=4)
def checker(model: bool = False, encoder: str = "auto") -> Checker:
    """The checker of the default configuration, with mtqa's own model or without."""
    from mtqa.config import Align, Config, Metrics

    metrics = Metrics(qe=str(MODEL) if model else "off")
    return Checker(Config(metrics=metrics, align=Align(encoder=encoder)), force=True)


def require_sound(report: ArticleReport) -> None:
    """Hold every offset of a report against the texts.

    Raises:
        Broken: one does not say what it names.
    """
    target, source = report.article.target, report.article.source or ""
    for issue in report.issues:
        for one in (issue, *issue.related):
            _require_span(one, target, source)
    for segment in report.segments:
        for spans, text in ((segment.source, source), (segment.target, target)):
            if any(not 0 <= start <= end <= len(text) for start, end in spans):
                raise Broken(f"segment {segment} lies outside its text of {len(text)}")
    if not (math.isfinite(report.quality) and report.words >= 0):
        raise Broken(f"quality {report.quality}, words {report.words}")


def _require_span(issue: Issue, target: str, source: str) -> None:
    start, end = issue.start, issue.end
    if not 0 <= start < end <= len(target) or target[start:end] != issue.text:
        raise Broken(f"{issue.check} [{start}, {end}) is not {issue.text!r}")
    found = issue.source_span
    if found and (
        not 0 <= found.start <= found.end <= len(source)
        or source[found.start : found.end] != found.text
    ):
        raise Broken(
            f"{issue.check}: [{found.start}, {found.end}) of the source is not {found.text!r}"
        )


def _require_there(kept: Iterable[str], found: Iterable[str]) -> None:
    lost = sorted(set(kept) - set(found))
    if lost:
        raise Broken(f"lost beside a bad neighbour: {', '.join(lost)}")


def _refusal(done: Done) -> str:
    return done.err if done.code == 2 else ""


def _text(given: Input) -> str:
    from mtqa.readers import read_article

    target, *others = given.words[1:]
    article = read_article(target, *others, encoding=given.words[0] or None)
    for text in (article.target, article.source, article.reference):
        if text is not None and not isinstance(text, str):
            raise Broken(f"{type(text).__name__} for a text")
    return ""


def _records(given: Input) -> str:
    """A file of records through its reader; a few of them are checked as well."""
    from mtqa.readers.inputs import Inputs
    from mtqa.readers.records import Record, records

    target, *others = given.words
    sides = [(name,) for name in others] + [()] * (2 - len(others))
    inputs = Inputs((target,), None, sources=sides[0], references=sides[1])
    found: list[Record] = []
    for number, row in enumerate(records(inputs.rows(), inputs.columns)):
        if row.number != number:
            raise Broken(f"row {number} is called {row.number}")
        if isinstance(row, Record):
            found.append(row)
        elif not row.reason or BROKEN_CHECK.search(row.reason):
            raise Broken(f"{row.place}: rejected for {row.reason!r}")
    _require_there(given.kept, (row.article.id for row in found))
    for row in found[given.number % 5 : 30 : 5]:
        require_sound(checker().check(row.article))
    return "" if found else f"{target}: no row can be scored"


def _feed(given: Input) -> str:
    from mtqa.readers import read_feed_articles

    target, source, pairs = given.words
    quick = checker(encoder="lexical")
    found = read_feed_articles(target, source or None, pairs or None, encoder="lexical")
    _require_there(given.kept, (article.id for article in found.articles))
    for article in found.articles[:3]:
        report = quick.check(article)
        require_sound(report)
        entry: Any = article.meta["feed"]
        for issue in report.issues:
            place = entry.locate(issue.start, issue.end)
            if place and not 0 <= place.start <= place.end:
                raise Broken(f"{issue.check} of {article.id} stands at {place} of the feed")
    return ""


def _html(given: Input) -> str:
    from mtqa.readers.feed_html import html_to_text, raw_span

    markup = given.files["page.html"].decode("utf-8", "surrogateescape")
    for xml in (False, True):
        plain = html_to_text(markup, xml=xml)
        for start in range(0, len(plain.text), 17):
            end = min(len(plain.text), start + 5)
            span = raw_span(plain.pieces, start, end)
            if span and not 0 <= span[0] <= span[1] <= len(markup):
                raise Broken(f"[{start}, {end}) stands at {span} of {len(markup)}")
    return ""


def _names(given: Input) -> str:
    from mtqa.config import Config, Names, Terms

    if given.words[0] == "names":
        config = Config(names=Names(glossary=(given.words[1],)))
    else:
        config = Config(terms=Terms(glossary=(given.words[1],)))
    article = Article(
        "a",
        given.files["a.ro.txt"].decode(),
        given.files["a.en.txt"].decode(),
        meta={"aligned": True},
    )
    require_sound(Checker(config, force=True).check(article))
    return ""


def _config(given: Input) -> str:
    from mtqa.config import read

    config = read(Path(given.words[0]))
    require_sound(Checker(config, force=True).check(Article("a", given.files["a.ro.txt"].decode())))
    return ""


def _run(given: Input) -> str:
    """A command as it stands; what it writes can be read, and has the good articles."""
    done = command(given.words)
    for path in sorted(Path("out").glob("report.*")):
        _require_readable(path)
    if given.kept:
        report = json.loads(Path("out/report.json").read_bytes())
        _require_there(given.kept, (article["id"] for article in report["articles"]))
    return _refusal(done)


def _require_readable(path: Path) -> None:
    """Hold a report against its format.

    Raises:
        Exception: it is none.
    """
    data = path.read_bytes()
    if path.suffix in (".json", ".sarif"):
        json.loads(data)
    elif path.suffix == ".jsonl":
        for line in data.split(b"\n"):
            json.loads(line or b"0")
    elif path.suffix == ".xml":
        from xml.etree import ElementTree

        ElementTree.fromstring(data)
    elif path.suffix == ".xlsx":
        from openpyxl import load_workbook

        load_workbook(path)
    elif path.suffix == ".parquet":
        from pyarrow import parquet

        parquet.read_table(path)
    elif path.suffix == ".csv":
        import csv

        csv.field_size_limit(10_000_000)
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        if len(set(map(len, rows))) > 1:
            raise Broken(f"{path}: rows of {set(map(len, rows))} cells")
    else:
        data.decode("utf-8")


def _process(given: Input) -> str:
    return _refusal(process(given.words))


def _score(given: Input) -> str:
    """A corpus is scored: every row comes out, scored or rejected, and good ones scored."""
    done = command(given.words)
    if done.code == 2 and not Path("out.jsonl").exists():
        return done.err
    scored = list(_lines(Path("out.jsonl")))
    rejected = list(_lines(Path("out.rejected.jsonl")))
    for row in rejected:
        if BROKEN_CHECK.search(row["reason"]):
            raise Broken(f"{row['place']}: {row['reason']}")
    _require_there(given.kept, (row["id"] for row in scored))
    rows = _rows(given)
    if done.code == 0 and rows is not None and len(scored) + len(rejected) != rows:
        raise Broken(f"{rows} rows in, {len(scored)} scored and {len(rejected)} rejected")
    return _refusal(done)


def _resume(given: Input) -> str:
    """A run is gone on with: all of the corpus is in its output, if it says that it is done."""
    done = command(given.words)
    if done.code == 0 and given.kept:
        parts = sorted(Path("o/articles").glob("*.jsonl"))
        _require_there(given.kept, (row["id"] for part in parts for row in _lines(part)))
    return _refusal(done)


def _rows(given: Input) -> int | None:
    """How many rows the input of a scoring run has."""
    from mtqa.readers.inputs import Inputs

    try:
        return sum(1 for _ in Inputs((given.words[1],)).rows())
    except MtqaError:
        return None


def _lines(path: Path) -> Iterator[Any]:
    if path.exists():
        for line in path.read_bytes().split(b"\n"):
            if line:
                yield json.loads(line)


def _review(given: Input) -> str:
    """A report is put on the desk, twice, and the work exported."""
    import sqlite3

    done = command(given.words)
    again = command(given.words)
    if done.code != again.code:
        raise Broken(f"exit code {done.code}, then {again.code}: {again.err[-800:]}")
    if given.kept:
        with sqlite3.connect("desk.db") as db:
            found = {row[0] for row in db.execute("SELECT name FROM articles")}
        db.close()
        _require_there(given.kept, found)
    return _refusal(done)


def _check(given: Input, model: bool = False) -> str:
    texts = [given.files.get(name) for name in ("target", "source")]
    target, source = (
        None if data is None else data.decode("utf-8", "surrogatepass") for data in texts
    )
    meta = {name: name in given.words for name in ("aligned", "markers")}
    language = next((word for word in given.words if len(word) == 2), None)
    article = Article("article", target or "", source, source_lang=language, meta=meta)
    encoder = "lexical" if "lexical" in given.words else "auto"
    require_sound(checker(model, encoder).check(article))
    return ""


def _check_with_model(given: Input) -> str:
    return _check(given, model=True)


def _gold(given: Input) -> str:
    from mtqa.evaluation.gold import read_gold

    read_gold(Path(given.words[0]), [Path(name) for name in given.words[1:]])
    return ""


def _tags(given: Input) -> str:
    from mtqa.evaluation.word_tags import read

    read(*map(Path, given.words))
    return ""


#: Each trial by its name: it returns why the input was refused, or nothing.
TRIALS: dict[str, Callable[[Input], str]] = {
    "text": _text,
    "records": _records,
    "feed": _feed,
    "html": _html,
    "names": _names,
    "config": _config,
    "run": _run,
    "process": _process,
    "score": _score,
    "resume": _resume,
    "review": _review,
    "check": _check,
    "model": _check_with_model,
    "gold": _gold,
    "tags": _tags,
}
