"""An editor's work handed on: the corrected article, gold data, the house's names and terms."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from mtqa.common.spreadsheets import harmless
from mtqa.errors import InputError
from mtqa.glossary.table import cell
from mtqa.report.html.safe import visible
from mtqa.review.edits import Shift
from mtqa.review.store import Store

#: States in which an issue is a real error, and so a gold span.
_REAL = ("accepted", "applied", "edited")


@dataclass(frozen=True)
class Gold:
    """One article as test data.

    Attributes:
        id: unique among the desk's articles.
        target: the translation as it came, before any correction.
        source: what it was translated from, if known.
        spans: gold records; offsets are code points into ``target``.
        open: issues that nobody has decided.
    """

    id: str
    target: str
    source: str | None
    source_lang: str | None
    spans: tuple[dict[str, Any], ...]
    open: int


def html(title: str, text: str) -> str:
    """The corrected article as a page: its headline and its paragraphs, every letter escaped."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    headline, paragraphs = (lines[0], lines[1:]) if lines else (title, [])
    body = "\n".join(f"<p>{_safe(paragraph)}</p>" for paragraph in paragraphs)
    return (
        '<!doctype html>\n<html lang="ro">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{_safe(headline)}</title>\n</head>\n<body>\n<article>\n"
        f"<h1>{_safe(headline)}</h1>\n{body}\n</article>\n</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    return escape(visible(text))


def gold(store: Store, article: int | None = None) -> list[Gold]:
    """The articles as gold data: one, or all that are finished.

    An issue found in a later version of a text is brought back to the first one, if the words
    stand there unchanged; what an editor brought in is no error of the translation.
    """
    where, values = ("id = ?", [article]) if article is not None else ("1", [])
    with store.read() as db:
        rows = db.execute(
            f"SELECT id, name, path, source, source_lang, open, finished, issues FROM articles"
            f" WHERE {where} ORDER BY id",
            values,
        ).fetchall()
        names = [row["name"] for row in db.execute("SELECT name FROM articles")]
        return [
            _gold(db, row, _unique(row["name"], row["id"], names))
            for row in rows
            if article is not None or _finished(row)
        ]


def _finished(row: sqlite3.Row) -> bool:
    """Whether every issue is decided and somebody has looked: also at a text without issues."""
    return not row["open"] and bool(row["finished"] or row["issues"])


def _unique(name: str, number: int, names: list[str]) -> str:
    """What an article is called in gold data: by its name, if no other is called so."""
    if names.count(name) == 1:
        return name
    name = f"{name}#{number}"
    while name in names:
        name += "#"
    return name


def _gold(db: sqlite3.Connection, row: sqlite3.Row, name: str) -> Gold:
    texts = [
        text["target"]
        for text in db.execute(
            "SELECT target FROM revisions WHERE article = ? ORDER BY number", (row["id"],)
        )
    ]
    marks = ", ".join("?" * len(_REAL))
    issues = db.execute(
        f"SELECT * FROM issues WHERE article = ? AND state IN ({marks})", (row["id"], *_REAL)
    )
    spans = []
    for issue in issues:
        place = _first_place(texts, issue)
        if place is not None:
            spans.append(_span(name, texts[0], place, issue))
    spans.sort(key=lambda span: (span["start"], span["end"]))
    return Gold(name, texts[0], row["source"], row["source_lang"], tuple(spans), row["open"])


def _first_place(texts: list[str], issue: sqlite3.Row) -> tuple[int, int] | None:
    """Where the issue stands in the text as it first came."""
    place: tuple[int, int] | None = (issue["born_start"], issue["born_end"])
    for number in range(issue["born"], 0, -1):
        if place is not None:
            place = Shift(texts[number], texts[number - 1]).span(*place)
    return place


def _span(name: str, text: str, place: tuple[int, int], issue: sqlite3.Row) -> dict[str, Any]:
    """A record as the annotation guidelines have it; neutral issues weigh nothing and are minor."""
    return {
        "id": name,
        "start": place[0],
        "end": place[1],
        "text": text[place[0] : place[1]],
        "category": issue["category"],
        "severity": "minor" if issue["severity"] == "neutral" else issue["severity"],
        "note": _note(issue),
    }


def _note(issue: sqlite3.Row) -> str:
    """Why it is an error, and what should stand there."""
    should = ""
    if issue["replacement"] is not None:
        should = f'should be "{issue["replacement"]}"' if issue["replacement"] else "delete"
    return "; ".join(filter(None, (issue["comment"] or issue["message"], should)))


def gold_jsonl(articles: list[Gold]) -> str:
    """The spans, one record a line."""
    return "".join(_line(span) for article in articles for span in article.spans)


def segments_jsonl(articles: list[Gold]) -> str:
    """The texts that the spans refer to, one a line."""
    return "".join(
        _line(
            {
                "id": article.id,
                "mt": article.target,
                **({"src": article.source} if article.source is not None else {}),
                **({"source_lang": article.source_lang} if article.source_lang else {}),
            }
        )
        for article in articles
    )


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def gold_files(articles: list[Gold]) -> dict[str, str]:
    """Many articles: what ``mtqa evaluate spans gold.jsonl`` reads, by file name."""
    return {"gold.jsonl": gold_jsonl(articles), "segments.jsonl": segments_jsonl(articles)}


def article_files(article: Gold) -> dict[str, str]:
    """One article: ``NAME.gold.jsonl`` with its texts beside it, by file name."""
    name = file_name(article.id)
    files = {f"{name}.gold.jsonl": gold_jsonl([article]), f"{name}.ro.txt": article.target}
    if article.source is not None:
        files[f"{name}.{(article.source_lang or 'en')[:2]}.txt"] = article.source
    return files


def file_name(name: str) -> str:
    """A name that is safe as a file's on any system, and in an HTTP header."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:80] or "article"


def kept_name(name: str) -> str:
    """An article's own name as a file's: only what no system takes in one is replaced.

    >>> kept_name("știri/azi/Un titlu: „da”")
    'știri-azi-Un titlu- „da”'
    """
    kept = "".join("-" if c in '/\\:*?"<>|' or not c.isprintable() else c for c in name)
    return kept.strip(" .-")[:80].rstrip(" .") or "article"


def kept_names(names: Mapping[int, str]) -> dict[int, str]:
    """The names of articles as files': their own, with a number where two would be one."""
    kept = {number: kept_name(name) for number, name in names.items()}
    seen = Counter(name.casefold() for name in kept.values())
    return {
        number: name if seen[name.casefold()] == 1 else f"{name}-{number}"
        for number, name in kept.items()
    }


def written_back(article: dict[str, Any]) -> bool:
    """Write an article's corrected text into the file that it was read from.

    Args:
        article: as :func:`mtqa.review.queue.article` has it.

    Returns:
        Whether anything had to be written.

    Raises:
        InputError: it came from no text file, or the file has changed since.
    """
    from mtqa.readers import read_text
    from mtqa.report.files import write_whole

    path, text = article["path"], article["corrected"]
    if article["entry"] or not path or path == "-" or not path.endswith(".txt"):
        raise InputError(
            article["name"], "comes from no text file (.txt)", "take the text out with --export"
        )
    present = read_text(path)
    if present == text:
        return False
    if present != article["original"]:
        raise InputError(
            path, "has changed since it was checked; it is left as it is", "use --export"
        )
    mark = "\ufeff" if Path(path).read_bytes().startswith(codecs.BOM_UTF8) else ""
    write_whole(Path(path), mark + text)
    return True


def uncorrected(store: Store, article: int) -> list[str]:
    """The words of an article that somebody confirmed as an error and nobody corrected."""
    with store.read() as db:
        rows = db.execute(
            "SELECT i.text FROM issues i JOIN articles a ON a.id = i.article AND"
            " a.revision = i.revision WHERE a.id = ? AND i.state = 'accepted' ORDER BY i.start",
            (article,),
        ).fetchall()
    return [str(row["text"]) for row in rows]


def packed(files: Mapping[str, str]) -> bytes:
    """The files as a ZIP archive, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def glossary_csv(store: Store, kind: str) -> str:
    """The names or terms that editors accepted, as a style sheet for ``[names] glossary``.

    No cell of it acts as a formula; :func:`mtqa.glossary.table.read_table` reads what was meant.

    Args:
        store: the desk.
        kind: ``name`` or ``term``.
    """
    with store.read() as db:
        rows = db.execute(
            "SELECT DISTINCT i.text, CASE WHEN i.source_start IS NULL THEN '' ELSE"
            " substr(a.source, i.source_start + 1, i.source_end - i.source_start) END AS source"
            " FROM issues i JOIN articles a ON a.id = i.article"
            " WHERE i.glossary = ? AND i.glossary != '' ORDER BY i.text COLLATE NOCASE, i.text",
            (kind,),
        ).fetchall()
    sources: dict[str, list[str]] = {}
    for row in rows:
        text, source = (" ".join(row[name].split()) for name in ("text", "source"))
        known = sources.setdefault(text, [])
        if source and source not in known:
            known.append(source)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    quoting = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(("preferred", "source"))
    for text, found in sources.items():
        # a form that begins with # is no comment where it stands in quotation marks
        row = map(harmless, (cell([text]), cell(found)))
        (quoting if text.startswith("#") else writer).writerow(row)
    return out.getvalue()
