"""The desk as a web application: Starlette routes, thin over the modules that do the work."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mtqa.model import Ui
from mtqa.review import alike, decisions, pages, queue, rechecking, shelving, undoing, writing
from mtqa.review.checking import DeskChecker
from mtqa.review.decisions import By, Conflict, Decision, Missed, Refused, Unknown
from mtqa.review.security import Guard, small
from mtqa.review.store import Gone, Store


@dataclass(frozen=True)
class Desk:
    """What the handlers share.

    Attributes:
        store: the database.
        checker: checks what editors have written.
        ui: the language of the interface where the browser has chosen none; the browser's own if
            not given.
        editor: the name that decisions are signed with where the browser has chosen none.
        glossary: called after each decision that touches the glossary.
    """

    store: Store
    checker: DeskChecker
    ui: Ui | None = None
    editor: str = ""
    glossary: Callable[[], None] | None = None


def make_app(
    store: Store,
    *,
    ui: Ui | None = None,
    editor: str = "",
    token: str = "",
    port: int = 0,
    hosts: Iterable[str] = (),
    glossary: Callable[[], None] | None = None,
    checker: DeskChecker | None = None,
) -> Guard:
    """The guarded application.

    Args:
        store: the database.
        ui: language of the interface until the browser chooses; the browser's own if not given.
        editor: name of the editor until the browser chooses; the system's user if not given.
        token: the secret of the address; random if not given.
        port: the port that will be served.
        hosts: further names of this machine.
        glossary: called after each decision that touches the glossary.
        checker: checks what editors have written; by the configuration if not given.
    """
    app = Starlette(routes=_routes(), exception_handlers=_HANDLERS)
    app.state.desk = Desk(store, checker or DeskChecker(), ui, editor or _user(), glossary)
    return Guard(app, token, port, hosts)


def _user() -> str:
    with suppress(Exception):  # no user database, no environment: nobody in particular
        return getpass.getuser()
    return "editor"


class _Small(Convertor[int]):
    """A number in an address that may be a key of the database; no longer one has a page."""

    regex = "[0-9]{1,18}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


def _routes() -> list[Route]:
    register_url_convertor("small", _Small())
    post = ["POST"]
    return [
        Route("/", pages.queue_page),
        Route("/articles/{id:small}", pages.article_page),
        Route("/articles/{id:small}/diff", pages.diff_page),
        Route("/articles/{id:small}/history", pages.history_page),
        Route("/articles/{id:small}/export/{kind}", pages.export_article),
        Route("/export/{kind}", pages.export_desk),
        Route("/static/{name}", pages.static),
        Route("/api/articles/{id:small}/changes", _changes),
        Route("/api/issues/{id:small}", _decide, methods=post),
        Route("/api/issues/{id:small}/alike", _count_alike),
        Route("/api/issues/{id:small}/alike", _decide_alike, methods=post),
        Route("/api/issues/{id:small}/move", _move, methods=post),
        Route("/api/articles/{id:small}/write", _write, methods=post),
        Route("/api/articles/{id:small}/assign", _assign, methods=post),
        Route("/api/articles/{id:small}/missed", _add, methods=post),
        Route("/api/articles/{id:small}/finish", _finish, methods=post),
        Route("/api/articles/{id:small}/recheck", _recheck, methods=post),
        Route("/api/undo", _undo, methods=post),
    ]


class _Signed(msgspec.Struct, forbid_unknown_fields=True):
    """What every write carries: which window it comes from, and its own key."""

    window: str = ""
    request: str = ""


class _DecisionBody(_Signed):
    action: str = ""
    version: int = -1
    reason: str = ""
    replacement: str | None = None
    comment: str | None = None
    category: str | None = None
    severity: str | None = None


class _MissedBody(_Signed):
    revision: int = -1
    start: int = -1
    end: int = -1
    category: str = ""
    severity: str = ""
    comment: str = ""
    replacement: str | None = None


class _ArticleBody(_Signed):
    version: int = -1
    finished: bool = True


class _WrittenBody(_Signed):
    revision: int = -1
    start: int = -1
    end: int = -1
    first: int = -1
    last: int = -1
    text: str = ""
    before: str | None = None


class _MoveBody(_Signed):
    version: int = -1
    start: int = -1
    end: int = -1


class _AlikeBody(_Signed):
    version: int = -1
    everywhere: bool = False


class _AssignBody(_Signed):
    name: str = ""


async def _body(request: Request, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Refused(str(problem)) from None


def _by(request: Request, body: _Signed) -> By:
    return By(pages.editor(request), body.window, body.request)


async def _decide(request: Request) -> Response:
    """One decision on one issue; answered when it is on disk."""
    body = await _body(request, _DecisionBody)
    desk: Desk = request.app.state.desk
    number = int(request.path_params["id"])
    decision = Decision(
        body.action,
        body.version,
        body.reason,
        body.replacement,
        body.comment,
        body.category,
        body.severity,
    )

    def act() -> dict[str, Any]:
        event = decisions.decide(desk.store, number, decision, _by(request, body))
        if desk.glossary:
            desk.glossary()
        return {"event": event, **_state(desk, number)}

    return JSONResponse(await run_in_threadpool(act))


def _state(desk: Desk, issue: int) -> dict[str, Any]:
    return {**queue.issue(desk.store, issue), "progress": queue.progress(desk.store)}


def _count_alike(request: Request) -> Response:
    """How many undecided issues are like one."""
    store = request.app.state.desk.store
    return JSONResponse(alike.count(store, int(request.path_params["id"])))


async def _decide_alike(request: Request) -> Response:
    body = await _body(request, _AlikeBody)
    desk: Desk = request.app.state.desk
    number, by = int(request.path_params["id"]), _by(request, body)

    def act() -> dict[str, Any]:
        made = alike.decide_all(desk.store, number, body.version, body.everywhere, by)
        return {**made, **_state(desk, number)}

    return JSONResponse(await run_in_threadpool(act))


async def _move(request: Request) -> Response:
    body = await _body(request, _MoveBody)
    number, store = int(request.path_params["id"]), request.app.state.desk.store
    event = await run_in_threadpool(
        alike.move, store, number, body.version, body.start, body.end, _by(request, body)
    )
    return JSONResponse({"event": event})


async def _write(request: Request) -> Response:
    """What was typed, taken into the text and checked."""
    body = await _body(request, _WrittenBody)
    desk: Desk = request.app.state.desk
    fields = ("revision", "start", "end", "first", "last", "text", "before")
    typed = writing.Typed(**{name: getattr(body, name) for name in fields})
    number, by = int(request.path_params["id"]), _by(request, body)

    def act() -> dict[str, Any]:
        found = writing.write(desk.store, number, typed, by, desk.checker)
        return {**found, "progress": queue.progress(desk.store)}

    return JSONResponse(await run_in_threadpool(act))


async def _assign(request: Request) -> Response:
    body = await _body(request, _AssignBody)
    number, store = int(request.path_params["id"]), request.app.state.desk.store
    event = await run_in_threadpool(shelving.assign, store, number, body.name, _by(request, body))
    return JSONResponse({"event": event})


async def _add(request: Request) -> Response:
    body = await _body(request, _MissedBody)
    desk: Desk = request.app.state.desk
    missed = Missed(
        body.revision,
        body.start,
        body.end,
        body.category,
        body.severity,
        body.comment,
        body.replacement,
    )
    event = await run_in_threadpool(
        decisions.add, desk.store, int(request.path_params["id"]), missed, _by(request, body)
    )
    issue = await run_in_threadpool(decisions.issue_of, desk.store, event)
    return JSONResponse({"event": event, "issue": issue})


async def _finish(request: Request) -> Response:
    body = await _body(request, _ArticleBody)
    desk: Desk = request.app.state.desk
    event = await run_in_threadpool(
        shelving.finish,
        desk.store,
        int(request.path_params["id"]),
        body.finished,
        body.version,
        _by(request, body),
    )
    progress = await run_in_threadpool(queue.progress, desk.store)
    return JSONResponse({"event": event, "version": body.version + 1, "progress": progress})


async def _recheck(request: Request) -> Response:
    body = await _body(request, _ArticleBody)
    desk: Desk = request.app.state.desk
    await run_in_threadpool(
        rechecking.recheck,
        desk.store,
        int(request.path_params["id"]),
        body.version,
        _by(request, body),
        desk.checker,
    )
    return JSONResponse({})


async def _undo(request: Request) -> Response:
    body = await _body(request, _Signed)
    desk: Desk = request.app.state.desk

    def act() -> dict[str, Any]:
        by = _by(request, body)
        event = undoing.undo(desk.store, by)
        if event is None:
            return {"undone": None}
        if event["kind"] == "type" and event["undoes"] is None:
            writing.unwrite(desk.store, event, by, desk.checker)
        if desk.glossary:
            desk.glossary()
        undone = {name: event[name] for name in ("kind", "article", "issue")}
        if event["issue"] is None:
            return {"undone": undone, "progress": queue.progress(desk.store)}
        return {"undone": undone, **_state(desk, event["issue"])}

    return JSONResponse(await run_in_threadpool(act))


def _changes(request: Request) -> Response:
    """What other windows did to the article since."""
    query = request.query_params
    since = query.get("since", "0")
    found = queue.changes(
        request.app.state.desk.store,
        int(request.path_params["id"]),
        small(since) or 0,
        query.get("window", ""),
    )
    return JSONResponse(found)


async def _conflict(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Conflict)
    now: dict[str, Any] = {"issue": None}
    if problem.issue is not None:
        now = await run_in_threadpool(_state, request.app.state.desk, problem.issue)
    return JSONResponse({"error": "conflict", "by": problem.by, **now}, 409)


async def _unknown(request: Request, problem: Exception) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": str(problem)}, 404)
    return pages.missing(request, str(problem))


async def _refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Refused)
    text = problem.romanian if pages.ui(request) == "ro" else str(problem)
    return JSONResponse({"error": text}, 422)


async def _not_saved(request: Request, problem: Exception) -> Response:
    """A full disk, another process that holds the database, a database that has been removed: said
    as it is, and not saved."""
    romanian = pages.ui(request) == "ro"
    text = "nu s-a salvat; încercați din nou" if romanian else "this was not saved; try again"
    if isinstance(problem, Gone):
        text = (
            "nimic nu se mai salvează; reporniți masa"
            if romanian
            else ("nothing is saved any more; start the desk again")
        )
    return JSONResponse({"error": f"{text} ({problem})"}, 503)


async def _left(request: Request, problem: Exception) -> Response:
    """Whoever asked has gone, or the desk ends: nobody reads the answer."""
    return Response(status_code=400)


#: A number too large for the database is none of its keys.
_HANDLERS: Any = {
    Conflict: _conflict,
    Unknown: _unknown,
    OverflowError: _unknown,
    Refused: _refused,
    ClientDisconnect: _left,
    sqlite3.DatabaseError: _not_saved,
}
