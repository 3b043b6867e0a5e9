"""``python -m mtqa.workshop.replay``: how much of a language model's gain the routing keeps.

A server on this machine answers with recorded judgements: an independent reading of segments of
``ro-mqm/train`` by a large language model (``ro-mqm/replay-train.jsonl``; recorded segments that
are not in the gold are left out). Rules and mtqa's own models are measured on those segments alone,
and with the replay asked about all of them, about three in ten and about one in ten, as the routing
chooses. The model is believed as one of which
nothing is known, and as ``mtqa judge fit`` believes it, fitted on the segments of other sources.

Needs the gold annotations beside the development data (``MTQA_DATA``). Prints the table, and with
``--write`` puts it into ``docs/guide/language-model.md``. ``--serve PORT`` only runs the server.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from msgspec.structs import replace as changed

from mtqa.common.language_model import LanguageModel
from mtqa.config import Checks, Config, Judge, Metrics, Romanian
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.evaluation.intervals import intervals
from mtqa.evaluation.spans import ALL, GRAVE, Mark, SpanResult, tally
from mtqa.judgement.fitted import MODEL, Decided, Fit, dumps, fit
from mtqa.model import Issue, Profile
from mtqa.pipeline import Checker, Prepared
from mtqa.scorers.article import ArticleScores
from mtqa.scorers.llm.adviser import model_of
from mtqa.workshop.development import ROOT, data_folder

RECORDED = "ro-mqm/replay-train.jsonl"
TEXTS = "ro-mqm/train"
PAGE = ROOT / "docs" / "guide" / "language-model.md"
SHARES = (1.0, 0.3, 0.1)
_PROFILES: tuple[Profile, ...] = ("balanced", "thorough")
_FOLDS = 5
_NAME = "replay"
_ALONE = "rules and tagger"
Recorded = Mapping[str, Mapping[str, Any]]


def recorded(gold: Path) -> tuple[list[GoldText], dict[str, dict[str, Any]]]:
    """The segments that were read, and the recorded judgement of each, by its target, in the form
    of an answer."""
    lines = (gold / RECORDED).read_text(encoding="utf-8").splitlines()
    by_id = {row["id"]: row for row in map(json.loads, lines)}
    texts = [text for text in read_gold(gold / TEXTS) if text.article.id in by_id]
    judgements = {
        text.article.target: {
            "score": by_id[text.article.id]["score"],
            "errors": [
                {**span, "source": "", "reason": ""} for span in by_id[text.article.id]["spans"]
            ],
        }
        for text in texts
    }
    return texts, judgements


def answer(judgements: Recorded, body: Mapping[str, Any]) -> dict[str, Any]:
    """The chat completion that answers a request with what was recorded; a segment that was not
    recorded has no errors and no score."""
    shown = json.loads(body["messages"][-1]["content"])["segments"]
    nothing: dict[str, Any] = {"score": None, "errors": []}
    said = [{"id": one["id"], **judgements.get(one["target"], nothing)} for one in shown]
    content = json.dumps({"segments": said}, ensure_ascii=False)
    message = {"role": "assistant", "content": content}
    return {"object": "chat.completion", "model": _NAME,
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    """Answers requests for chat completions; the judgements come with the class."""

    def __init__(self, judgements: Recorded, *rest: Any) -> None:
        self._judgements = judgements
        super().__init__(*rest)

    def do_POST(self) -> None:
        """Answer one request."""
        try:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)))
            status, said = 200, answer(self._judgements, body)
        except (ValueError, KeyError, IndexError, TypeError) as problem:
            status, said = 400, {"error": {"message": f"no request for judgements: {problem}"}}
        content = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Nothing is logged."""


@contextmanager
def serving(judgements: Recorded, port: int = 0) -> Iterator[str]:
    """A server with recorded judgements on this machine, for as long as the block lasts; its
    address."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, judgements))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def measure(gold: Path, config: Config) -> list[dict[str, Any]]:
    """A row for each way of asking: whom, how it is believed, and what is found.

    Args:
        gold: the folder of gold.
        config: the options of the other witnesses.
    """
    texts, judgements = recorded(gold)
    with serving(judgements) as url, tempfile.TemporaryDirectory() as folder:
        return list(_rows(texts, config, url, Path(folder)))


def _rows(
    texts: Sequence[GoldText], config: Config, url: str, folder: Path
) -> Iterator[dict[str, Any]]:
    alone = Checker(config)
    prepared = [alone.prepare(replace(t.article, source_lang="en")) for t in texts]
    scores = list(alone.measure(prepared))
    for share in SHARES:
        model = LanguageModel(url=url, name=_NAME, share=share, cache=str(folder / "asked.sqlite"))
        judge = Judge(model=model)
        measured = Checker(changed(config, judge=judge)).consulted(prepared, scores)
        scores = [  # the checks need not find the same again
            replace(said, issues=asked.issues) for said, asked in zip(scores, measured, strict=True)
        ]
        row = partial(_row, texts, config, prepared)
        if share == 1:
            yield from row(_ALONE, "", [Judge()] * len(texts), scores)
            bare = [replace(said, issues=()) for said in measured]
            yield from row("the model alone", "prior", [judge] * len(texts), bare)
        asking = changed(config, judge=judge)
        fitted = _fitted(asking, texts, prepared, measured, folder / f"{share}")
        what = _asked(share)
        yield from row(what, "prior", [judge] * len(texts), measured)
        yield from row(what, "fitted", fitted, measured)


def _fitted(
    config: Config,
    texts: Sequence[GoldText],
    prepared: Sequence[Prepared],
    measured: Sequence[ArticleScores],
    folder: Path,
) -> list[Judge]:
    """For each text the options with what was fitted on the texts of other sources."""
    folder.mkdir()
    checker = Checker(changed(config, checks=Checks(min_confidence=0.01)))
    folds = [zlib.crc32((text.article.source or "").encode()) % _FOLDS for text in texts]
    seen: list[list[Decided]] = [[] for _ in range(_FOLDS)]
    for text, item, said, fold in zip(texts, prepared, measured, folds, strict=True):
        for issue in checker.report(item, said).issues:
            for one in _all(issue):
                if one.check == MODEL:
                    right = any(s.start < one.end and one.start < s.end for s in text.spans)
                    seen[fold].append(Decided(MODEL, one.confidence, right))
    made = []
    for fold in range(_FOLDS):
        others = [one for place, listed in enumerate(seen) if place != fold for one in listed]
        path = folder / f"{fold}.json"
        fits: dict[str, Fit] = fit(others)
        path.write_text(dumps(fits, model_of(config)), encoding="utf-8")
        made.append(changed(config.judge, fitted=str(path)))
    return [made[fold] for fold in folds]


def _all(issue: Issue) -> Iterator[Issue]:
    yield issue
    for other in issue.related:
        yield from _all(other)


def _row(
    texts: Sequence[GoldText],
    config: Config,
    prepared: Sequence[Prepared],
    what: str,
    belief: str,
    judges: Sequence[Judge],
    measured: Sequence[ArticleScores],
) -> Iterator[dict[str, Any]]:
    """A row for each profile; ``judges`` says for each text how it is believed."""
    for profile in _PROFILES:
        made = {one.fitted: Checker(changed(config, profile=profile, judge=one)) for one in judges}
        result = SpanResult()
        for text, judge, item, said in zip(texts, judges, prepared, measured, strict=True):
            issues = made[judge.fitted].report(item, said).issues
            tally(result, text, [Mark.of(issue) for issue in issues])
        ranges = intervals(result.each)
        yield {
            "what": what,
            "belief": belief,
            "profile": profile,
            "texts": result.texts,
            "gold": result.total.gold,
            "recall": _interval(ranges[ALL], "recall"),
            "precision": _interval(ranges[ALL], "precision"),
            "serious recall": _interval(ranges[GRAVE], "recall"),
        }


def _interval(figures: Mapping[str, Any], name: str) -> list[float] | None:
    found = figures.get(name)
    return None if found is None else [found.value, found.low, found.high]


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """The figures as Markdown."""
    lines = [
        "| asked | believed as | profile | found | of major and critical | right |",
        "|---|---|---|---:|---:|---:|",
    ]
    for row in rows:
        cells = [row["what"], row["belief"] or "–", row["profile"]]
        cells += [_shown(row[name]) for name in ("recall", "serious recall", "precision")]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, "", *_kept(rows)])


def _kept(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """How much of what the model adds is left where it is asked about a share."""
    found = {row["what"]: row for row in rows if row["profile"] == "balanced"}  # fitted comes last
    all_asked, without = found[_asked(1)], found[_ALONE]
    yield f"{without['texts']} segments, {without['gold']} errors; in brackets 95 % intervals."
    for share in SHARES[1:]:
        some = found[_asked(share)]
        of_all, of_grave = (
            (some[name][0] - without[name][0]) / (all_asked[name][0] - without[name][0])
            for name in ("recall", "serious recall")
        )
        yield (
            f"Asked about {share:.0%} of the segments, the model as fitted adds {of_all:.0%} of "
            f"what it adds at all in `balanced` and {of_grave:.0%} of the grave errors."
        )


def _asked(share: float) -> str:
    return f"with the model, {share:.0%} asked"


def _shown(figures: Sequence[float] | None) -> str:
    if figures is None:
        return "–"
    value, low, high = (round(100 * figure) for figure in figures)
    return f"{value} % [{low}, {high}]"


def main() -> None:
    """Measure, or serve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--serve", type=int, metavar="PORT", help="only run the server")
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    options = parser.parse_args()
    gold = data_folder().parent / "gold"
    if options.serve is not None:
        with serving(recorded(gold)[1], options.serve) as url:
            print(url, "until this ends", flush=True)
            Event().wait()
        return
    models = ROOT / "models"
    config = Config(
        metrics=Metrics(qe=str(models / "mtqa-qe-ro" / "mtqa_qe_ro")),
        romanian=Romanian(parser=str(models / "mtqa-ro-core" / "mtqa_ro_core" / "pipeline")),
    )
    rows = measure(gold, config)
    found = table(rows)
    print(found)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        before, opening, rest = page.partition("<!-- replay -->\n")
        _, closing, after = rest.partition("<!-- /replay -->")
        PAGE.write_text(f"{before}{opening}{found}\n{closing}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
