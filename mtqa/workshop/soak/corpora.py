"""Damaged texts, corpora, feeds, glossaries and configurations."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import strategies as st

from mtqa.workshop.soak import files
from mtqa.workshop.soak.damage import TEXTS, VALUES, bitten, damaged, drawn
from mtqa.workshop.soak.given import Made


def a_pair(chance: Random, longest: int = 700) -> files.Pair:
    """A stretch of an article beside its source, or a few sentences in a row."""
    if chance.random() < 0.5:
        pairs = files.sentences()
        start = chance.randrange(len(pairs))
        run = pairs[start : start + chance.randint(1, 4)]
        run = tuple(pair for pair in run if pair.language == run[0].language)
        sides = [
            " ".join(texts) for texts in zip(*((p.target, p.source) for p in run), strict=True)
        ]
        return files.Pair(sides[0], sides[1], run[0].language)
    whole = chance.choice(files.articles())
    share = chance.random()
    cuts = [int(share * len(text)) for text in whole[:2]]
    texts = [text[cut : cut + longest] for text, cut in zip(whole[:2], cuts, strict=True)]
    return files.Pair(texts[0], texts[1], whole.language)


def some_rows(chance: Random, most: int = 7) -> list[dict[str, str]]:
    """A few sentence pairs as records."""
    return files.records(files.some(files.sentences(), chance, chance.randint(2, most)))


def whole(part: files.Container) -> bytes:
    """The bytes of a file of records."""
    return part.head + b"".join(unit.data for unit in part.units) + part.tail


def hurt(
    part: files.Container, chance: Random, *, alone: float = 0.6
) -> tuple[bytes, tuple[str, ...]]:
    """A file of records, damaged; and the names of the records that are none of the damage's: all
    others if one alone was hit, none if it was the file."""
    if chance.random() > alone:
        return damaged(whole(part), chance), ()
    hit = chance.randrange(len(part.units))
    units = [unit.data for unit in part.units]
    units[hit] = damaged(units[hit], chance)
    if part.ending in ("jsonl", "tsv"):
        units[hit] = units[hit].replace(b"\n", b" ")
    if part.ending in ("jsonl", "tsv", "csv"):  # the next record begins on its own line
        units[hit] = units[hit].removesuffix(b"\n") + b"\n"
    lost = {hit}
    if part.ending not in ("jsonl", "tsv", "csv") and not units[hit].rstrip().endswith(b">"):
        lost.add(hit + 1)  # the next one's first tag stands inside a tag that was never closed
    kept = tuple(unit.name for number, unit in enumerate(part.units) if number not in lost)
    return part.head + b"".join(units) + part.tail, kept


def text_file(chance: Random) -> Made:
    """A text, perhaps beside its source, in an encoding that is right or wrong."""
    pair = a_pair(chance, 4_000)
    held = {"a.ro.txt": damaged(pair.target.encode(), chance)}
    names = ["a.ro.txt"]
    if chance.random() < 0.5:
        held["a.en.txt"] = damaged(pair.source.encode(), chance)
        names.append("a.en.txt")
    codec = chance.choice(
        ("",) * 8 + ("cp1250", "utf-16", "iso8859-2", "utf-8", "idna", "zlib", "no-such")
    )
    return Made(held, (codec, *names))


def streamed(form: str) -> Callable[[Random], Made]:
    """Makes files of records in a format of :data:`mtqa.workshop.soak.files.STREAMED`."""

    def make(chance: Random) -> Made:
        data, kept = hurt(files.corpus(form, some_rows(chance)), chance)
        return Made({f"news.{form}": data}, (f"news.{form}",), kept)

    return make


def odd_json(chance: Random) -> Made:
    """JSON Lines of records that hypothesis makes, with a good one at either end."""
    good = files.records(files.some(files.sentences(), chance, 2))
    value = st.one_of(TEXTS, VALUES)
    names = ("id", "target", "source", "reference", "source_lang", "x")
    row = st.fixed_dictionaries({}, optional=dict.fromkeys(names, value))
    lines = [good[0], *drawn(st.lists(row, max_size=5), chance.getrandbits(32)), good[1]]
    data = "\n".join(json.dumps(line, ensure_ascii=chance.random() < 0.5) for line in lines)
    held = {"news.jsonl": data.encode("utf-8", "surrogatepass")}
    return Made(held, ("news.jsonl",), ("n0", "n1"))


def parallel(chance: Random) -> Made:
    """Line-parallel texts of which one or two are damaged."""
    rows = some_rows(chance)
    texts = [
        "".join(f"{' '.join(row[side].split())}\n" for row in rows) for side in ("target", "source")
    ]
    hit = chance.randrange(3)
    data = [
        text.encode() if hit == k else damaged(text.encode(), chance)
        for k, text in enumerate(texts)
    ]
    return Made({"news.ro": data[0], "news.en": data[1]}, ("news.ro", "news.en"))


def parquet(chance: Random) -> Made:
    """A Parquet file: damaged, or whole with values of any kind."""
    rows: list[Any] = some_rows(chance)
    if chance.random() < 0.4:
        value = st.one_of(TEXTS, VALUES)
        others = dict.fromkeys(("id", "source", "reference", "source_lang"), value)
        row = st.fixed_dictionaries({"target": value}, optional=others)
        rows = drawn(st.lists(row, min_size=1, max_size=6), chance.getrandbits(32))
        return Made({"news.parquet": files.parquet(rows)}, ("news.parquet",))
    return Made({"news.parquet": _hit(files.parquet(rows), chance)}, ("news.parquet",))


def _hit(data: bytes, chance: Random) -> bytes:
    """Bytes of a binary format, damaged."""
    return (bitten if chance.random() < 0.7 else damaged)(data, chance)


def compressed(ending: str) -> Callable[[Random], Made]:
    """Makes compressed files: damaged before compression or, more often, after it."""

    def make(chance: Random) -> Made:
        form = chance.choice(files.STREAMED)
        name = f"news.{form}.{ending}"
        part = files.corpus(form, some_rows(chance))
        if chance.random() < 0.3:
            data, kept = hurt(part, chance)
            return Made({name: files.compressed(data, ending)}, (name,), kept)
        packed = files.compressed(whole(part), ending)
        if chance.random() < 0.3:
            packed += files.compressed(whole(part), ending)
        return Made({name: _hit(packed, chance)}, (name,))

    return make


def folder(chance: Random) -> Made:
    """A folder of articles, their names and folders as people choose them."""
    held: dict[str, bytes] = {}
    for name in chance.sample(["a", "b.b", "[c]", "d*", "ă"], chance.randint(1, 3)):
        pair = a_pair(chance)
        ending = chance.choice(("txt", "html", "htm"))
        for side, text in (("ro", pair.target), ("en", pair.source)):
            path = chance.choice((f"{name}.{side}.{ending}", f"{side}/{name}.{ending}"))
            page = text if ending == "txt" else f"<html><p>{text}</p><ul><li>x</ul>"
            held[f"news/{path}"] = damaged(page.encode(), chance)
    return Made(held, ("news",))


def feed(chance: Random) -> Made:
    """A feed, perhaps beside that of its sources and a table of pairs."""
    rows = some_rows(chance, 5)
    form = chance.choice(files.FEEDS)
    data, kept = hurt(files.feed(form, rows), chance)
    held = {"ro.xml": data}
    words = ["ro.xml", "", ""]
    if chance.random() < 0.5:
        other = whole(files.feed(chance.choice((form, *files.FEEDS)), rows, source=True))
        held["en.xml"] = damaged(other, chance) if chance.random() < 0.5 and not kept else other
        words[1] = "en.xml"
        if chance.random() < 0.2:
            table = "target,source\n" + "".join(f"{row['id']},{row['id']}\n" for row in rows)
            held["pairs.csv"], words[2], kept = damaged(table.encode(), chance), "pairs.csv", ()
    if form == "rdf":  # their names are addresses
        kept = ()
    return Made(held, tuple(words), kept)


def page(chance: Random) -> Made:
    """A page of HTML."""
    pair = a_pair(chance)
    page = (
        f"<!DOCTYPE html><h1>{pair.target[:60]}</h1><p>{pair.target}</p><ul><li>a &amp; b<li>c</ul>"
        "<table><tr><td>1<td>2</table><script>x < y</script><!-- z --><br/>&hellip;&#x103;"
    )
    return Made({"page.html": damaged(page.encode(), chance)})


def glossary(chance: Random) -> Made:
    """A sheet of names or terms, in CSV or TBX, and a text pair to use it on."""
    pair = a_pair(chance)
    what, name, text = chance.choice((
        ("names", "names.csv", files.NAMES),
        ("names", "names.tsv", files.NAMES.replace(",", "\t")),
        ("terms", "terms.csv", files.TERMS),
        ("terms", "terms.tbx", files.TBX),
        ("terms", "terms.xml", files.MARTIF),
    ))  # fmt: skip
    held = {name: damaged(text.encode(), chance)}
    held |= {
        "a.ro.txt": " ".join(f"Kiew, grevă. {pair.target}".split()).encode(),
        "a.en.txt": " ".join(f"Kyiv, strike. {pair.source}".split()).encode(),
    }
    return Made(held, (what, name))


def config(chance: Random) -> Made:
    """A configuration."""
    name = chance.choice(("mtqa.toml", "other.toml", "pyproject.toml"))
    text = files.CONFIG
    if name == "pyproject.toml":
        text = text.replace("[[", "[[tool.mtqa.").replace("\n[", "\n[tool.mtqa.")
        text = text.replace("[tool.mtqa.[tool", "[[tool").replace(
            "profile =", "[tool.mtqa]\nprofile ="
        )
    return Made(
        {name: damaged(text.encode(), chance), "a.ro.txt": a_pair(chance).target.encode()}, (name,)
    )
