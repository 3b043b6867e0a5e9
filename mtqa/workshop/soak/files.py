"""Real files to begin with: the articles of the checkout, and the development data where it is."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from mtqa.workshop.development import ROOT

_LANGUAGES = {"eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu"}


class Pair(NamedTuple):
    """A Romanian text, what it was translated from, and the language of that."""

    target: str
    source: str
    language: str


@lru_cache(maxsize=1)
def articles() -> tuple[Pair, ...]:
    """The article pairs of the checkout."""
    found = []
    for target in sorted((ROOT / "corpora" / "articles").glob("*.ro.txt")):
        stem = target.name.partition(".")[0]
        source = next(path for path in target.parent.glob(f"{stem}.??.txt") if path != target)
        language = source.name.split(".")[1]
        found.append(Pair(target.read_text("utf-8"), source.read_text("utf-8"), language))
    return tuple(found)


@lru_cache(maxsize=1)
def sentences() -> tuple[Pair, ...]:
    """Sentence pairs: those of the articles, and of the development data if MTQA_DATA names it."""
    pairs = []
    for target in sorted((ROOT / "corpora" / "articles").glob("*.tgt.sents.txt")):
        sides = (target, target.with_name(target.name.replace(".tgt.", ".src.")))
        lines = [path.read_text("utf-8").splitlines() for path in sides]
        language = "de" if target.name.startswith("07") else "en"
        pairs += [Pair(a, b, language) for a, b in zip(*lines, strict=False) if a and b]
    folder = Path(os.environ.get("MTQA_DATA", "")) / "ntrex"
    if os.environ.get("MTQA_DATA") and folder.is_dir():
        romanian = (folder / "ron.txt").read_text("utf-8").splitlines()
        for name, code in _LANGUAGES.items():
            other = (folder / f"{name}.txt").read_text("utf-8").splitlines()
            pairs += [Pair(a, b, code) for a, b in zip(romanian, other, strict=True) if a and b]
    return tuple(pairs)


def specimen() -> str:
    """The article of the issue that began it all."""
    (path,) = (ROOT / "seeds").glob("*.ro.txt")
    return path.read_text("utf-8")


class Unit(NamedTuple):
    """What stands between the head and the tail of a file of records: one record."""

    name: str
    data: bytes


class Container(NamedTuple):
    """A file of records in pieces, so that one of them can be damaged alone."""

    ending: str
    head: bytes
    units: tuple[Unit, ...]
    tail: bytes = b""


Records = Sequence[Mapping[str, str]]


def records(pairs: Sequence[Pair]) -> list[dict[str, str]]:
    """Pairs as records of a corpus."""
    return [
        {
            "id": f"n{number}",
            "target": pair.target,
            "source": pair.source,
            "source_lang": pair.language,
        }
        for number, pair in enumerate(pairs)
    ]


def _json_lines(rows: Records) -> Container:
    units = [Unit(row["id"], json.dumps(row, ensure_ascii=False).encode() + b"\n") for row in rows]
    return Container("jsonl", b"", tuple(units))


def _table(rows: Records, divider: str) -> Container:
    def cell(text: str) -> str:
        text = " ".join(text.split()) if divider == "\t" else text
        doubled = text.replace('"', '""')
        return text if divider == "\t" or not set(text) & set(',"\n') else f'"{doubled}"'

    def line(cells: Sequence[str]) -> bytes:
        return (divider.join(map(cell, cells)) + "\n").encode()

    units = [Unit(row["id"], line(list(row.values()))) for row in rows]
    return Container("tsv" if divider == "\t" else "csv", line(list(rows[0])), tuple(units))


def _tmx(rows: Records) -> Container:
    units = [
        Unit(
            row["id"],
            f'<tu tuid="{row["id"]}"><tuv xml:lang="{row["source_lang"]}"><seg>'
            f'{escape(row["source"])} <ph x="1">&lt;br/&gt;</ph></seg></tuv>\n'
            f'<tuv xml:lang="ro-RO"><seg>{escape(row["target"])} <ph x="1">&lt;br/&gt;</ph></seg>'
            "</tuv></tu>\n".encode(),
        )
        for row in rows
    ]
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx '
    head += b'version="1.4"><header srclang="en"/><body>\n'
    return Container("tmx", head, tuple(units), b"</body></tmx>\n")


def _xliff_1(rows: Records) -> Container:
    units = [
        Unit(
            row["id"],
            f'<trans-unit id="{row["id"]}"><source>{escape(row["source"])} <g id="1">a</g></source>'
            f'<target state="translated">{escape(row["target"])} <g id="1">a</g></target>'
            "</trans-unit>\n".encode(),
        )
        for row in rows
    ]
    head = b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<file '
    head += b'source-language="en" target-language="ro" original="x" datatype="plaintext"><body>\n'
    return Container("xlf", head, tuple(units), b"</body></file></xliff>\n")


def _xliff_2(rows: Records) -> Container:
    units = [
        Unit(
            row["id"],
            f'<unit id="{row["id"]}"><segment><source>{escape(row["source"])} <ph id="1"/></source>'
            f'<target>{escape(row["target"])} <ph id="1"/></target></segment></unit>\n'.encode(),
        )
        for row in rows
    ]
    head = b'<xliff version="2.1" srcLang="en" trgLang="ro" '
    head += b'xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">\n'
    return Container("xliff", head, tuple(units), b"</file></xliff>\n")


def corpus(form: str, rows: Records) -> Container:
    """Records in one of the formats that ``mtqa score`` reads as a stream."""
    if form in ("csv", "tsv"):
        return _table(rows, "," if form == "csv" else "\t")
    return {"jsonl": _json_lines, "tmx": _tmx, "xlf": _xliff_1, "xliff": _xliff_2}[form](rows)


STREAMED = ("jsonl", "csv", "tsv", "tmx", "xlf", "xliff")


def feed(form: str, rows: Records, *, source: bool = False) -> Container:
    """Records as the entries of a feed (one of :data:`FEEDS`): the texts, or their sources."""
    side = "source" if source else "target"
    item, head, tail = _FEEDS[form]
    units = []
    for row in rows:
        title, _, body = row[side].partition(". ")
        html = escape(f"<p>{escape(body or title)} <b>x</b></p><p>&nbsp;{escape(title)}</p>")
        text = item.format(id=row["id"], title=escape(title), html=html)
        units.append(Unit(row["id"], text.encode()))
    return Container("xml", head.encode(), tuple(units), tail.encode())


_FEEDS = {
    "rss": (
        "<item><title>{title}</title><link>http://a.ro/{id}</link>"
        "<guid isPermaLink='false'>{id}</guid><description>{html}</description></item>\n",
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Știri</title>'
        "<language>ro</language>\n",
        "</channel></rss>\n",
    ),
    "atom": (
        "<entry><id>{id}</id><title type='html'>{title}</title><link href='http://a.ro/{id}'/>"
        "<content type='html'>{html}</content></entry>\n",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ro'><title>Știri</title>\n",
        "</feed>\n",
    ),
    "rdf": (
        "<item rdf:about='http://a.ro/{id}'><title>{title}</title><link>{id}</link>"
        "<description>{html}</description></item>\n",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/'><channel/>\n",
        "</rdf:RDF>\n",
    ),
}
FEEDS = tuple(_FEEDS)

NAMES = (
    "# numele casei\npreferred,accepted,forbidden,source,type,gender\n"
    "Kiev,Kyiv,Kiew|Kief,Kyiv|Kiev,place,\n"
    "Dmitro Kuleba,,Dmytro Kuleba,Dmytro Kuleba,person,m\n"
    "Banca Națională,BNR,,National Bank,organisation,\n"
)
TERMS = (
    "source;preferred;accepted;forbidden;lang\nstrike;grevă;lovitură;tăiere;en\n"
    "transfer fee;sumă de transfer;;taxă de transfer;en\nBundestag;Bundestag;;;de\n"
)
TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>strike</term></termSec></langSec>
<langSec xml:lang="ro"><termSec><term>lovitură</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>grevă</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
</termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Bahnhof</term></termSec></langSec>
<langSec xml:lang="ro"><termSec><term>gară</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
MARTIF = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1"><langSet xml:lang="en"><tig>
<term>strike</term></tig></langSet><langSet xml:lang="ro"><ntig><termGrp><term>grevă</term>
</termGrp></ntig></langSet></termEntry></body></text></martif>
"""
CONFIG = """profile = "balanced"
ui = "ro"
baseline = "known.json"
[gate]
min_quality = 80.5
max_critical = 0
headline_weight = 2.0
fail_on = "critical"
[checks]
select = ["spacing", "names"]
ignore = ["spacing.double"]
min_confidence = 0.3
[checks.severity]
"spacing.comma" = "minor"
[names]
accepted = ["Trump", "Kiev"]
[[names.entry]]
preferred = "Kiev"
forbidden = ["Kiew"]
type = "place"
[[terms.entry]]
source = ["strike"]
preferred = "grevă"
[[suppress]]
check = "spacing"
text = "l -a"
reason = "așa scriem"
[metrics]
qe = "off"
"""


def parquet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Records as a Parquet file; a column that it has no form for is written as text."""
    import pyarrow
    from pyarrow import parquet as format_

    columns: dict[str, Any] = {}
    for name in {key: None for row in rows for key in row}:
        values = [row.get(name) for row in rows]
        try:
            columns[name] = pyarrow.array(values)
            format_.write_table(pyarrow.table({name: columns[name]}), BytesIO())
        except (pyarrow.ArrowException, UnicodeError, OverflowError):
            columns[name] = pyarrow.array([ascii(value) for value in values])
    out = BytesIO()
    format_.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def compressed(data: bytes, ending: str) -> bytes:
    """Bytes as ``gz`` or ``zst``."""
    if ending == "gz":
        import gzip

        return gzip.compress(data, mtime=0)
    import zstandard

    packed: bytes = zstandard.compress(data)
    return packed


def some(pairs: Sequence[Pair], chance: Random, number: int) -> list[Pair]:
    """So many of the pairs."""
    return [chance.choice(pairs) for _ in range(number)]
