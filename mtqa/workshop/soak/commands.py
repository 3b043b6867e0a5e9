"""What mtqa itself has written, damaged; and commands on damaged files."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random

from mtqa.report.formats import FORMATS
from mtqa.workshop.development import ROOT
from mtqa.workshop.soak import files
from mtqa.workshop.soak.corpora import (
    a_pair,
    compressed,
    feed,
    hurt,
    odd_json,
    parallel,
    parquet,
    some_rows,
    streamed,
    whole,
)
from mtqa.workshop.soak.damage import FOREIGN, PIECES, TEXTS, bitten, damaged, drawn, reworded
from mtqa.workshop.soak.given import Made


@lru_cache(maxsize=1)
def _reports() -> tuple[str, ...]:
    """Lines of ``--format jsonl``, each an article's report."""
    from mtqa.model import Article
    from mtqa.report.formats import Run
    from mtqa.report.text_tables import jsonl
    from mtqa.workshop.soak.trials import checker

    found = []
    for number, pair in enumerate(files.articles()):
        start = 0
        for part in range(3):
            target = pair.target[start : start + 900]
            start += 900
            article = Article(
                f"n{number}-{part}", target, meta={"target_path": f"{number}-{part}.ro.txt"}
            )
            found.append(checker().check(article))
    run = Run(checker().signature, checker().config)
    text = jsonl(found, run)
    return tuple(
        f"{line}\n" for line in (text if isinstance(text, str) else text.decode()).splitlines()
    )


def _report(chance: Random) -> files.Container:
    rows = chance.sample(_reports(), chance.randint(1, 4))
    units = tuple(files.Unit(json.loads(row)["id"], row.encode()) for row in rows)
    return files.Container("jsonl", b"", units)


def review(chance: Random) -> Made:
    """A report for the desk."""
    data, kept = hurt(_report(chance), chance)
    if chance.random() < 0.3:
        rows = whole(_report(chance)).decode().splitlines()
        data, kept = damaged(b'{"articles": [' + ",".join(rows).encode() + b"]}", chance), ()
    return Made(
        {"r.jsonl": data}, ("review", "r.jsonl", "--db", "desk.db", "--export", "work"), kept
    )


@lru_cache(maxsize=1)
def _desk() -> bytes:
    """A database with a few decisions in it."""
    from tempfile import TemporaryDirectory

    from mtqa.review.loading import load
    from mtqa.review.records import read_report
    from mtqa.review.store import Store

    with TemporaryDirectory() as folder:
        report, database = Path(folder, "r.jsonl"), Path(folder, "desk.db")
        report.write_text("".join(_reports()[:2]), "utf-8")
        store = Store(database)
        load(store, read_report(report))
        with store.write() as db:
            db.execute("UPDATE issues SET state = 'dismissed' WHERE id % 2")
        store.close()
        return database.read_bytes()


def database(chance: Random) -> Made:
    """A desk's database, for all the commands that read one."""
    held = {"desk.db": bitten(_desk(), chance), "r.jsonl": "".join(_reports()[:3]).encode()}
    words: tuple[str, ...] = ("review", "r.jsonl", "--db", "desk.db", "--export", "work")
    if chance.random() < 0.5:
        words = chance.choice(
            (
                ("baseline", "--from-db", "desk.db", "-o", "known.json", "--qe", "off"),
                ("checks", "--observed", "desk.db"),
            )
        )
    return Made(held, words)


def baseline(chance: Random) -> Made:
    """A baseline, for ``check`` and for itself."""
    text = specimen()
    rows = [
        {"check": "spacing.hyphen", "text": "l -a", "context": "Bayern l -a transferat", "count": 1}
    ]
    known = _known() or json.dumps({"mtqa-baseline": 1, "articles": {"a.ro.txt": rows}})
    held = {"a.ro.txt": text.encode(), "known.json": damaged(known.encode(), chance)}
    last = ("--baseline", "known.json")
    if chance.random() < 0.3:
        return Made(held, ("baseline", "a.ro.txt", "-o", "known.json", "--prune", "--qe", "off"))
    return Made(held, ("check", "a.ro.txt", "--qe", "off", *last))


@lru_cache(maxsize=1)
def specimen() -> str:
    """The first lines of the specimen."""
    return files.specimen()[:1_200]


@lru_cache(maxsize=1)
def _known() -> str:
    """A baseline of the specimen."""
    from mtqa.model import Article
    from mtqa.silence.baseline import dumps, entries
    from mtqa.workshop.soak.trials import checker

    return dumps({"a.ro.txt": entries(checker().check(Article("a.ro.txt", specimen())))})


@lru_cache(maxsize=1)
def _scored() -> tuple[str, ...]:
    """Lines that ``mtqa score`` writes."""
    from tempfile import TemporaryDirectory

    from mtqa.config import RULES_ALONE
    from mtqa.corpus.command import Request, run
    from mtqa.readers.inputs import Inputs

    with TemporaryDirectory() as folder:
        path, out = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        path.write_bytes(whole(files.corpus("jsonl", files.records(files.sentences()[:8]))))
        run(Request(Inputs((str(path),)), RULES_ALONE, str(out), force=True, quiet=True))
        return tuple(out.read_text("utf-8").splitlines(keepends=True))


def diff(chance: Random) -> Made:
    """Two scored runs, one of them damaged."""
    whole = "".join(_scored()).encode()
    held = {"a.jsonl": whole, "b.jsonl": damaged(whole, chance)}
    return Made(
        held, ("diff", "a.jsonl", "b.jsonl", *chance.choice(((), ("--changes",), ("--json",))))
    )


def align(chance: Random) -> Made:
    """Two texts to align."""
    pair = a_pair(chance, 1_500)
    held = {"a.en.txt": damaged(pair.source.encode(), chance), "a.ro.txt": pair.target.encode()}
    if chance.random() < 0.5:
        held["a.ro.txt"] = damaged(held["a.ro.txt"], chance)
    more = [chance.choice((("--force",), ("--sentences",), ("--aligned",), ())),
            ("--format", chance.choice(("tsv", "jsonl", "tmx", "beads")))]  # fmt: skip
    return Made(held, ("align", "a.en.txt", "a.ro.txt", "--encoder", "lexical", *more[0], *more[1]))


def beads(chance: Random) -> Made:
    """Two alignments to compare."""
    folder = ROOT / "corpora" / "articles"
    gold = chance.choice(sorted(folder.glob("*.align.tsv"))).read_bytes()
    if chance.random() < 0.4:
        gold = b"[0]:[0, 1]\n[1, 2]:[2]\n[]:[3]\n[3]:[]:0.5\n"
    held = {"gold.tsv": gold, "found.tsv": damaged(gold, chance)}
    names = ["gold.tsv", "found.tsv"]
    chance.shuffle(names)
    return Made(held, ("evaluate", "align", names[0], "--found", names[1]))


def gold(chance: Random) -> Made:
    """Gold spans, and the text that they are of."""
    folder = ROOT / "corpora" / "articles"
    name = chance.choice(("02", "07", "09"))
    held = {"a.gold.jsonl": damaged((folder / f"{name}.gold.jsonl").read_bytes(), chance)}
    held["a.ro.txt"] = (folder / f"{name}.ro.txt").read_bytes()
    if chance.random() < 0.3:
        rows = files.records(files.sentences()[:3])
        held["segments.jsonl"] = damaged(
            "".join(json.dumps(row) + "\n" for row in rows).encode(), chance
        )
    return Made(held, ("a.gold.jsonl",))


def tags(chance: Random) -> Made:
    """Words, their tags and the source."""
    rows = some_rows(chance)
    words = [row["target"].split() for row in rows]
    texts = {
        "a.mt": "".join(" ".join(line) + "\n" for line in words),
        "a.tags": "".join(
            " ".join(chance.choice(("OK", "BAD")) for _ in line) + "\n" for line in words
        ),
        "a.src": "".join(" ".join(row["source"].split()) + "\n" for row in rows),
    }
    hit = chance.choice(sorted(texts))
    held = {
        name: damaged(text.encode(), chance) if name == hit else text.encode()
        for name, text in texts.items()
    }
    return Made(held, tuple(texts))


def _worded(chance: Random) -> str:
    """A text as no newsroom would send it."""
    way = chance.random()
    if way < 0.5:
        return reworded(a_pair(chance).target, chance)
    if way < 0.7:
        return drawn(TEXTS, chance.getrandbits(32))
    if way < 0.9:
        pieces = [chance.choice((*PIECES, *FOREIGN, " ")) for _ in range(chance.randint(1, 60))]
        return chance.choice(("", " ")).join(pieces)
    piece = chance.choice(PIECES) * chance.randint(1, 3) + chance.choice(("", " ", ". ", "\n"))
    return piece * chance.choice((10, 100, 1_000))


def _held(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def check(chance: Random) -> Made:
    """A text for the rules."""
    words = ("markers",) if chance.random() < 0.2 else ()
    return Made({"target": _held(_worded(chance))}, words)


def check_source(chance: Random) -> Made:
    """A text pair: damaged, the same on both sides over and over, or of nothing in common."""
    way = chance.random()
    if way < 0.35:
        pair = a_pair(chance)
        sides = [reworded(text, chance) if chance.random() < 0.7 else text for text in pair[:2]]
    elif way < 0.6:  # the same on both sides, over and over
        piece = chance.choice(PIECES) + chance.choice(("", " ", ". "))
        sides = [piece * chance.choice((5, 50, 500))] * 2
    else:
        sides = [_worded(chance), _worded(chance)]
    words: tuple[str, ...] = ("markers",) if chance.random() < 0.2 else ()
    words += ("lexical",) if chance.random() < 0.7 else ()
    if chance.random() < 0.5:
        words = ("aligned", *words)
        if chance.random() < 0.9:  # a line each, which belong together
            sides = [" ".join(side.split()) for side in sides]
    language = chance.choice(("", "en", "de", "fr", "ru", "uk", "hu", "zh", "xx"))
    return Made(
        {"target": _held(sides[0]), "source": _held(sides[1])}, (*words, *filter(None, [language]))
    )


def command(chance: Random) -> Made:
    """``mtqa check`` in any format, with options that mean something or nothing."""
    pair = a_pair(chance)
    form = chance.choice(list(FORMATS))
    ending = {"markdown": "md", "console": "txt", "junit": "xml", "github": "log", "gitlab": "json"}
    report = f"out/report.{ending.get(form, form)}"
    held = {"a.ro.txt": damaged(pair.target.encode(), chance), "out/.keep": b""}
    held["b.ro.txt"] = pair.target.encode()
    words = ["check", "a.ro.txt", "b.ro.txt", "--format", form, "-o", report, "--qe", "off"]
    if chance.random() < 0.4:
        words += ["--source", "a.en.txt", "--source", "a.en.txt", "--aligned"]
        held["a.en.txt"] = pair.source.encode()
    if form in ("csv", "jsonl", "markdown", "parquet") and chance.random() < 0.4:
        words += ["--table", chance.choice(("articles", "issues", "summary"))]
    options = chance.choice(_OPTIONS)
    words += options
    if chance.random() < 0.7:
        words.append("--force")
    alone = form == "json" and not options and "--force" in words and "--source" not in words
    return Made(held, tuple(words), ("b",) if alone else ())


_OPTIONS: tuple[tuple[str, ...], ...] = (
    *((),) * 12,
    ("--ui", "ro"),
    ("--profile", "thorough"),
    ("--profile", "quiet"),
    ("--min-confidence", "0"),
    ("--min-confidence", "nan"),
    ("--min-quality", "1e999"),
    ("--max-critical", "9" * 5_000),
    ("--encoding", "cp1250"),
    ("--encoding", "utf-7"),
    ("--encoding", "rot13"),
    ("--encoding", "a\x00"),
    ("--source-lang", "²²"),
    ("--select", "\udcff"),
    ("--select", "*"),
    ("--ignore", "[a-"),
    ("--baseline", "b.ro.txt"),
    ("--config", "b.ro.txt"),
    ("--metric", "length"),
    ("--fail-on", "never"),
)  # fmt: skip


def check_feed(chance: Random) -> Made:
    """A feed through the whole command."""
    held, (target, source, pairs), kept = feed(chance)
    form = chance.choice(("json", "sarif", "console", "html", "junit"))
    ending = {"console": "txt", "junit": "xml"}.get(form, form)
    words = [
        "check",
        "--feed",
        target,
        "--format",
        form,
        "-o",
        f"out/report.{ending}",
        "--qe",
        "off",
    ]
    words += ["--source-feed", source] if source else []
    words += ["--pairs", pairs] if pairs else []
    return Made({**held, "out/.keep": b""}, (*words, "--force"), kept if form == "json" else ())


def score(chance: Random) -> Made:
    """``mtqa score`` on a corpus of any format."""
    form = chance.choice((*files.STREAMED, "parquet", "gz", "lines", "odd"))
    makers = {"parquet": parquet, "gz": compressed("gz"), "lines": parallel, "odd": odd_json}
    held, words, kept = makers[form](chance) if form in makers else streamed(form)(chance)
    command = ["score", words[0], "--out", "out.jsonl", "--qe", "off", "--force", "-q"]
    command += ["--max-rejected", "100%", "--chunk", chance.choice(("1", "3", "500"))]
    return Made(held, tuple(command), kept)


def process(chance: Random) -> Made:
    """A command in a process of its own."""
    held, words, _ = chance.choice((command, score, check_feed, review, diff))(chance)
    return Made(held, tuple(word for word in words if "\x00" not in word))
