"""The pages: queue, article, diff, and the files to take away. Jinja2, everything escaped."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from mtqa import __version__
from mtqa.model import CATEGORIES, MQM, SEVERITIES, Ui
from mtqa.report.html.safe import json_block, visible
from mtqa.report.phrases import count, decimal, severe
from mtqa.review import alike, export, queue, shelving
from mtqa.review.decisions import REASONS, Unknown
from mtqa.review.edits import Piece, diff
from mtqa.review.phrases import spoken, word
from mtqa.review.queue import Filter
from mtqa.review.rows import rows
from mtqa.review.security import small

if TYPE_CHECKING:
    from mtqa.review.app import Desk

_STATIC = {
    "base.css": ("mtqa.report.html", "assets/base.css", "text/css"),
    "text.css": ("mtqa.report.html", "assets/article.css", "text/css"),
    "desk.css": ("mtqa.review", "static/desk.css", "text/css"),
    "shared.js": ("mtqa.review", "static/shared.js", "text/javascript"),
    "queue.js": ("mtqa.review", "static/queue.js", "text/javascript"),
    "article.js": ("mtqa.review", "static/article.js", "text/javascript"),
    "dialogs.js": ("mtqa.review", "static/dialogs.js", "text/javascript"),
    "marking.js": ("mtqa.review", "static/marking.js", "text/javascript"),
    "writing.js": ("mtqa.review", "static/writing.js", "text/javascript"),
    "history.js": ("mtqa.review", "static/history.js", "text/javascript"),
    "watch.js": ("mtqa.review", "static/watch.js", "text/javascript"),
    "diff.js": ("mtqa.review", "static/diff.js", "text/javascript"),
}


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mtqa.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["quality"] = decimal
    environment.filters["block"] = lambda value: Markup(json_block(value))
    return environment


def ui(request: Request) -> Ui:
    """The language of the interface: what the browser chose, or the desk's."""
    chosen = request.cookies.get("mtqa_ui", "")
    if chosen in ("en", "ro"):
        return chosen  # type: ignore[return-value]
    return request.app.state.desk.ui or _spoken_by_browser(request)


def _spoken_by_browser(request: Request) -> Ui:
    """The first language of ours that the browser asks for, in the order of its liking."""
    asked = []
    for place, given in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        name, _, liking = given.strip().partition(";")
        weight = _WEIGHT.fullmatch(liking.strip())
        asked.append((-float(weight[1]) if weight else -1.0, place, name[:2].lower()))
    found = [name for liking, _, name in sorted(asked) if liking and name in ("en", "ro", "mo")]
    return "ro" if found and found[0] != "en" else "en"


_WEIGHT = re.compile(r"q=([01](?:\.\d{0,3})?)")


def editor(request: Request) -> str:
    """The name to sign with: what the browser chose, or the desk's."""
    chosen = unquote(request.cookies.get("mtqa_editor", "")).strip()
    return (chosen or request.app.state.desk.editor)[:80]


def _render(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    language = ui(request)
    theme = request.cookies.get("mtqa_theme", "")
    page = _environment().get_template(template)
    return HTMLResponse(
        page.render(
            ui=language,
            theme=theme if theme in ("light", "dark") else "",
            editor=editor(request),
            csrf=request.state.csrf,
            version=__version__,
            word=lambda key, *given: word(key, language, *given),
            count=lambda number, noun: count(number, noun, language),
            severe=lambda number, name: severe(number, name, language),
            words=spoken(language),
            progress=queue.progress(request.app.state.desk.store),
            **values,
        ),
        status,
    )


def queue_page(request: Request) -> Response:
    """The articles, the worst first."""
    desk: Desk = request.app.state.desk
    wanted = _filter(request)
    page = max((small(request.query_params.get("page", "")) or 1) - 1, 0)
    found = queue.page(desk.store, wanted, page)
    return _render(
        request,
        "queue.html.j2",
        wanted=wanted,
        found=found,
        choices=queue.choices(desk.store),
        statuses=queue.STATUSES,
        orders=tuple(queue.ORDERS),
        query=lambda **more: _query(wanted, **more),
        severities=tuple(reversed(SEVERITIES)),
    )


def _filter(request: Request) -> Filter:
    given = request.query_params
    fields = {name: given[name][:200] for name in Filter.__dataclass_fields__ if name in given}
    if fields.get("status", "todo") not in queue.STATUSES:
        fields["status"] = "todo"
    # the order is kept from one visit to the next
    fields.setdefault("sort", request.cookies.get("mtqa_sort", ""))
    if fields["sort"] not in queue.ORDERS:
        fields["sort"] = queue.SEVEREST
    return Filter(**fields)


def _query(wanted: Filter, **more: Any) -> str:
    fields = wanted.query(**more)
    return f"?{urlencode(fields)}" if fields else ""


def article_page(request: Request) -> Response:
    """One article: both texts side by side, and its issues."""
    desk: Desk = request.app.state.desk
    number = int(request.path_params["id"])
    wanted = _filter(request)
    article = queue.article(desk.store, number)
    issues = article["issues_here"]
    around = queue.neighbours(desk.store, number, wanted)
    return _render(
        request,
        "article.html.j2",
        article=article,
        rows=rows(article),
        issues=issues,
        by_id={issue["id"]: issue for issue in issues},
        earlier=article["issues"] - len(issues),
        around=around,
        query=_query(wanted),
        categories=CATEGORIES,
        severities=tuple(reversed(SEVERITIES)),
        reasons=REASONS,
        mqm=MQM,
        memory=alike.memory(desk.store, article),
        alternatives=alike.alternatives,
        editors=shelving.editors(desk.store),
        state={
            "article": number,
            "version": article["version"],
            "revision": article["revision"],
            "finished": bool(article["finished"]),
            "event": article["event"],
            "query": _query(wanted),
            "assigned": article["assigned"],
        },
    )


def history_page(request: Request) -> Response:
    """What happened to an article, the last first."""
    desk: Desk = request.app.state.desk
    number = int(request.path_params["id"])
    return _render(
        request,
        "history.html.j2",
        article=queue.article(desk.store, number),
        events=shelving.history(desk.store, number),
        query=_query(_filter(request)),
    )


def diff_page(request: Request) -> Response:
    """The corrected text beside what it was, word by word."""
    article = queue.article(request.app.state.desk.store, int(request.path_params["id"]))
    pieces = diff(article["original"], article["corrected"])
    return _render(
        request,
        "diff.html.j2",
        article=article,
        paragraphs=_paragraphs(pieces),
        changed=any(piece.kind != "same" for piece in pieces),
        uncorrected=[one for one in article["issues_here"] if one["state"] == "accepted"],
        query=_query(_filter(request)),
    )


def _paragraphs(pieces: list[Piece]) -> list[list[tuple[str, str]]]:
    """The pieces of a diff by line; blank lines are left out."""
    lines: list[list[tuple[str, str]]] = [[]]
    for piece in pieces:
        for number, part in enumerate(re.split(r"\r?\n", piece.text)):
            if number:
                lines.append([])
            if part:
                lines[-1].append((piece.kind, visible(part)))
    return [line for line in lines if line]


def export_article(request: Request) -> Response:
    """One article as text, HTML or gold data."""
    desk: Desk = request.app.state.desk
    number, kind = int(request.path_params["id"]), request.path_params["kind"]
    article = queue.article(desk.store, number)
    name = export.kept_name(article["name"])
    if kind == "text":
        return _file(f"{name}.ro.txt", "text/plain; charset=utf-8", article["corrected"])
    if kind == "html":
        page = export.html(article["title"], article["corrected"])
        return _file(f"{name}.ro.html", "text/html; charset=utf-8", page)
    if kind == "gold":
        gold = export.gold(desk.store, number)[0]
        content = export.packed(export.article_files(gold))
        return _file(f"{name}.gold.zip", "application/zip", content)
    raise Unknown(f"no export {kind!r}; there are text, html and gold")


def export_desk(request: Request) -> Response:
    """The gold data of finished articles, or the accepted names or terms."""
    store, kind = request.app.state.desk.store, request.path_params["kind"]
    if kind == "gold":
        content = export.packed(export.gold_files(export.gold(store)))
        return _file("gold.zip", "application/zip", content)
    if kind in ("names", "terms"):
        sheet = export.glossary_csv(store, kind.removesuffix("s"))
        return _file(f"{kind}.csv", "text/csv; charset=utf-8", sheet)
    raise Unknown(f"no export {kind!r}; there are gold, names and terms")


def _file(name: str, media: str, content: str | bytes) -> Response:
    """A file to save: never shown in the desk's own origin."""
    return Response(
        content,
        # RFC 6266: the name in any letters, and one in ASCII for what does not know better
        headers={
            "Content-Disposition": f'attachment; filename="{_plain(name)}"; '
            f"filename*=UTF-8''{quote(name, safe='')}"
        },
        media_type=media,
    )


def _plain(name: str) -> str:
    """A file's name in ASCII."""
    stem, dot, endings = name.partition(".")
    return f"{export.file_name(stem)}{dot}{export.file_name(endings).replace('-', '.')}"


def static(request: Request) -> Response:
    """The desk's own style and scripts; nothing else has a name here."""
    name = request.path_params["name"]
    if name not in _STATIC:
        return PlainTextResponse("no such file\n", 404)
    content, media = _asset(name)
    return Response(content, media_type=media, headers={"Cache-Control": "no-cache"})


@cache
def _asset(name: str) -> tuple[bytes, str]:
    package, path, media = _STATIC[name]
    return (files(package) / path).read_bytes(), media


def missing(request: Request, text: str) -> Response:
    """The page for what is not on this desk."""
    return _render(request, "missing.html.j2", 404, text=text)
