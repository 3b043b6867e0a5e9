"""``python -m mtqa.workshop.mine``: rows of wrong renderings that annotators and editors marked.

Words of source and translation are linked (:mod:`mtqa.workshop.word_links`), and each pair of
lemmas is counted: where an annotator marked the rendering (``ro-mqm``), where an editor replaced it
(``ro-sts-postedit``), where both left it, and where human translators have it. A pair that is wrong
more often than not, seen twice or more or confirmed by the dictionary, is a row, if what the row
then says of the annotated segments, matched as mtqa matches it, is right as often.

What the rows are worth is measured on sources they were not mined from (ten folds by source): what
they mark there, and how much of it overlaps a gold span. ``--write`` puts the rows that speak on
enough sources of unlabelled machine translation, and hardly on human text, into ``senses.tsv``.

The annotations of ``dev`` are not read.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import click

from mtqa.align.article import parallel
from mtqa.compare.coverage.grammar_words import is_grammar
from mtqa.compare.meaning import Pair, Verdict, pairs
from mtqa.compare.meaning.keyed_words import Word, keys_of, words
from mtqa.compare.meaning.rules import RuleBook
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.knowledge import en_ro, romanian
from mtqa.knowledge.rows import COLUMNS, SENSES, Row, load, read_row
from mtqa.workshop.development import data_folder
from mtqa.workshop.unlabelled import HUMAN, MACHINE, Sentence, read
from mtqa.workshop.word_links import links

_FOLDS = 10
#: What the mined rows are called in their provenance.
_MARKED, _EDITED = "ro-mqm", "ro-sts-postedit"
_CATEGORIES = frozenset({"mistranslation", "untranslated", "garbled"})
#: A longer span blames too many words, in code points.
_LONGEST = 30
#: An edit counts where at least this share of the translation was kept: the rest was rewritten.
_KEPT = 0.5
#: What an editor replaced may have been style; an annotator's mark counts whole.
_EDIT = 0.6
#: What a human translator wrote may be loose.
_HUMAN = 0.5
_WRONG = 0.5
#: So many sources of machine translation must have the row, by how it was come by…
_ATTESTED_SOURCES, _SINGLE_SOURCES = 2, 3
#: …and for each of human text this many.
_TIMES_HUMAN = 4
#: Right renderings that a row lists, the most frequent first.
_RIGHT = 8
_SHORTEST = 3


class Seen(NamedTuple):
    """A source lemma and the lemma that renders it, in one text.

    ``wrong`` is None where nobody judged it; ``right`` is what should stand there.
    """

    origin: str
    source: str
    target: str
    wrong: bool | None
    corpus: str
    right: tuple[str, ...] = ()
    severity: str = "minor"


class Mined(NamedTuple):
    """A row as it stands in the table, and read."""

    line: str
    row: Row


@dataclass
class Evidence:
    """What was seen of one pair of lemmas: different sources by corpus, and human renderings."""

    wrong: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    fine: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    human: int = 0
    right: Counter[str] = field(default_factory=Counter)
    severity: Counter[str] = field(default_factory=Counter)

    @property
    def attested(self) -> int:
        """Different sources in which it was wrong."""
        return sum(map(len, self.wrong.values()))

    @property
    def share(self) -> float:
        """How often it is wrong, seen with the doubt of one case to the contrary."""
        marked, edited = len(self.wrong[_MARKED]), len(self.wrong[_EDITED])
        fine = sum(len(self.fine[corpus] - self.wrong[corpus]) for corpus in self.fine)
        return (marked + _EDIT * edited) / (marked + edited + fine + _HUMAN * self.human + 1)


@lru_cache(maxsize=200_000)
def source_lemma(form: str) -> str:
    """The first English lemma of a form, in lower case."""
    lower = form.lower().replace("’", "'").removesuffix("'s")
    return next(iter(en_ro().lemmas(lower)), lower)


@lru_cache(maxsize=200_000)
def target_lemma(form: str) -> str:
    """One Romanian lemma of a form, always the same."""
    lower = form.lower()
    return min(romanian().lemmas(lower), default=lower)


class _Text(NamedTuple):
    """A pair of texts to be linked."""

    origin: str
    source: list[Word]
    target: list[Word]


def _text(source: str, target: str) -> _Text:
    left = words(source, 0, len(source), keys_of("en"))
    return _Text(source, left, words(target, 0, len(target), keys_of("ro")))


def _lemmas(text: _Text) -> tuple[list[str], list[str]]:
    return [source_lemma(w.text) for w in text.source], [target_lemma(w.text) for w in text.target]


def observe(gold: Sequence[GoldText], data: Path) -> tuple[list[Seen], Counter[tuple[str, str]]]:
    """Every judged rendering, and how often human translators have each.

    Args:
        gold: annotated segments with sources.
        data: the folder of the development data.
    """
    edits = [
        (first.source or "", first.target, second.target)
        for first, second in zip(
            MACHINE["ro-sts-postedit, translations"](data),
            HUMAN["ro-sts-postedit, corrections"](data),
            strict=True,
        )
    ]
    human = [s for s in _human(data) if s.source and s.target.strip()]
    texts = [
        *(_text(text.article.source or "", text.article.target) for text in gold),
        *(_text(source, before) for source, before, _ in edits),
        *(_text(source, after) for source, _, after in edits),
        *(_text(s.source or "", s.target) for s in human),
    ]
    linked = links([_lemmas(text) for text in texts])
    first, last = len(gold), len(gold) + len(edits)
    seen = [
        *_marked(gold, texts, linked),
        *_edited(range(first, last), texts, linked, len(edits)),
    ]
    translated: Counter[tuple[str, str]] = Counter()
    for text, found in zip(texts[last:], linked[last:], strict=True):
        left, right = _lemmas(text)
        translated.update((left[i], right[j]) for i, j in found)
    return [one for one in seen if _counts(one)], translated


def _human(data: Path) -> Iterator[Sentence]:
    for name, reader in HUMAN.items():
        if name != "ro-sts-postedit, corrections":
            yield from (s for s in reader(data) if s.language == "en")
    for line in (data / "tatoeba-en-ro" / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        source, _, target = line.partition("\t")
        yield Sentence(source, target.partition("\t")[0], source, "en")


def _counts(seen: Seen) -> bool:
    """Whether it is a rendering of one word of meaning by another."""
    source, target = seen.source, seen.target
    if not source.isalpha() or is_grammar(source, "en"):
        return False
    return len(source) >= _SHORTEST and len(target) >= _SHORTEST


def _marked(
    gold: Sequence[GoldText], texts: Sequence[_Text], linked: Sequence[set[tuple[int, int]]]
) -> Iterator[Seen]:
    for annotated, text, found in zip(gold, texts, linked, strict=False):
        left, right = _lemmas(text)
        for i, j in sorted(found):
            word = text.target[j]
            spans = [s for s in annotated.spans if s.start < word.end and word.start < s.end]
            if not spans:
                yield Seen(text.origin, left[i], right[j], False, _MARKED)
            elif spans[0].category in _CATEGORIES and spans[0].end - spans[0].start <= _LONGEST:
                should = tuple(
                    target_lemma(w.text)
                    for w in _text("", spans[0].suggestion or "").target
                    if len(w.text) >= _SHORTEST
                )
                severity = spans[0].severity
                yield Seen(text.origin, left[i], right[j], True, _MARKED, should, severity)


def _edited(
    numbers: range, texts: Sequence[_Text], linked: Sequence[set[tuple[int, int]]], further: int
) -> Iterator[Seen]:
    """What editors replaced; the corrections stand ``further`` places down the list."""
    for number in numbers:
        text, after = texts[number], texts[number + further]
        left, before = _lemmas(text)
        corrected = _lemmas(after)[1]
        had, has = set(before), set(corrected)
        rewritten = sum(word in has for word in before) < _KEPT * len(before)
        instead = defaultdict(list)
        for i, j in linked[number + further]:
            if corrected[j] not in had:
                instead[i].append(corrected[j])
        for i, j in sorted(linked[number]):
            if before[j] in has:
                yield Seen(text.origin, left[i], before[j], False, _EDITED)
            elif instead[i] and not rewritten:
                yield Seen(text.origin, left[i], before[j], True, _EDITED, tuple(instead[i]))


def candidates(seen: Iterable[Seen], human: Counter[tuple[str, str]]) -> list[Mined]:
    """The rows that the evidence makes, the surest first."""
    table: dict[tuple[str, str], Evidence] = defaultdict(Evidence)
    for one in seen:
        evidence = table[one.source, one.target]
        (evidence.wrong if one.wrong else evidence.fine)[one.corpus].add(one.origin)
        if one.wrong:
            evidence.right.update(r for r in one.right if r != one.target)
            evidence.severity[one.severity] += 1
    found = []
    for (source, target), evidence in table.items():
        evidence.human = human[source, target]
        if evidence.attested and evidence.share >= _WRONG:
            row = _row(source, target, evidence, human)
            if row is not None:
                found.append((evidence.share, row))
    return [row for _, row in sorted(found, key=lambda item: (-item[0], item[1].line))]


def _row(
    source: str, target: str, evidence: Evidence, human: Counter[tuple[str, str]]
) -> Mined | None:
    """The row of a pair of lemmas; None if it was seen once and the dictionary knows no better."""
    listed = [t for t in en_ro().translations(source) if t != target]
    confirmed = target not in en_ro().translations(source) and any(
        word in evidence.right for word in listed
    )
    if evidence.attested < _ATTESTED_SOURCES and not confirmed:
        return None
    right = _right(source, listed, evidence, human)
    if not right:
        return None
    grave = evidence.severity["major"] + evidence.severity["critical"]
    sources = ", ".join(
        f"{name} {len(found)}" for name, found in sorted(evidence.wrong.items()) if found
    )
    cells = {
        "name": f"{source}={target}",
        "kind": "sense",
        "language": "en",
        "source": source,
        "wrong": target,
        "right": "|".join(dict.fromkeys(right[:_RIGHT])),
        "severity": "major" if 2 * grave > evidence.severity.total() else "minor",
        "provenance": f"mined: {sources}",
    }
    line = "\t".join(cells.get(column, "") for column in COLUMNS)
    return Mined(line, read_row(line, 0, cells["name"]))


def _right(
    source: str, listed: Sequence[str], evidence: Evidence, human: Counter[tuple[str, str]]
) -> list[str]:
    """What silences a row, the right renderings first: a correction may hold words that render
    others, so two of annotators, human translators and the dictionary vouch for the first."""

    def votes(word: str) -> int:
        return evidence.right[word] + 2 * (word in listed) + min(human[source, word], 2)

    words = {*evidence.right, *(word for word in listed if human[source, word])}
    found = sorted(words, key=lambda word: (-votes(word), word))[:_RIGHT]
    return found if found and votes(found[0]) > 1 else []


class Found(NamedTuple):
    """What rows marked in annotated segments, and of it what overlaps a gold span."""

    issues: int
    true: int
    spans: int
    rows: int


class Annotated(NamedTuple):
    """An annotated segment with its words read once."""

    text: GoldText
    pairs: tuple[Pair, ...]
    fold: int

    @classmethod
    def of(cls, text: GoldText) -> Annotated:
        """Read one."""
        source, target = text.article.source or "", text.article.target
        segments = parallel(source, target)
        return cls(text, tuple(pairs(source, target, segments, "en")), _fold(source))

    def judged(self, book: RuleBook) -> Iterator[tuple[Verdict, bool]]:
        """What the rows say, each with whether it overlaps a gold span."""
        for verdict in _said(book, self.pairs):
            spans = self.text.spans
            yield verdict, any(s.start < verdict.end and verdict.start < s.end for s in spans)


def verified(rows: Sequence[Mined], gold: Iterable[Annotated]) -> list[Mined]:
    """The rows of which what they say of annotated segments is right often enough."""
    right: dict[str, set[str]] = defaultdict(set)
    wrong: dict[str, set[str]] = defaultdict(set)
    book = _book(rows)
    for one in gold:
        for verdict, true in one.judged(book):
            (right if true else wrong)[verdict.row].add(one.text.article.source or "")
    return [
        mined
        for mined in rows
        if _is_mostly(right[mined.row.name], wrong[mined.row.name] - right[mined.row.name])
    ]


def _is_mostly(right: set[str], wrong: set[str]) -> bool:
    """Whether the right ones are enough, one case to the contrary taken for granted."""
    return bool(right) and len(right) >= _WRONG * (len(right) + len(wrong) + 1)


def cross_validated(
    gold: Sequence[Annotated], seen: Sequence[Seen], human: Counter[tuple[str, str]]
) -> Found:
    """What mined rows find on sources that they were not mined from, in ten folds by source."""
    total = Counter[str]()
    spoke: set[str] = set()
    for fold in range(_FOLDS):
        rows = candidates((one for one in seen if _fold(one.origin) != fold), human)
        book = _book(verified(rows, (one for one in gold if one.fold != fold)))
        for one in gold:
            judged = list(one.judged(book)) if one.fold == fold else []
            total["issues"] += len(judged)
            total["true"] += sum(true for _, true in judged)
            spoke |= {verdict.row for verdict, _ in judged}
            total["spans"] += sum(
                any(v.start < span.end and span.start < v.end for v, _ in judged)
                for span in one.text.spans
            )
    return Found(total["issues"], total["true"], total["spans"], len(spoke))


def _fold(source: str) -> int:
    return zlib.crc32(source.encode()) % _FOLDS


def _book(rows: Iterable[Mined]) -> RuleBook:
    return RuleBook((mined.row for mined in rows), "en")


def _said(book: RuleBook, segment: Iterable[Pair]) -> Iterator[Verdict]:
    for pair in segment:
        yield from book.verdicts(pair)


def speaking(rows: Sequence[Mined], data: Path) -> list[Mined]:
    """The rows that speak on enough sources of machine translation, and hardly on human text."""
    machine, human = (_sources(rows, read(data, readers)) for readers in (MACHINE, HUMAN))
    chosen = []
    for mined in rows:
        there, here = len(machine[mined.row.name]), len(human[mined.row.name])
        single = mined.row.attested < _ATTESTED_SOURCES
        enough = there >= (_SINGLE_SOURCES if single else _ATTESTED_SOURCES)
        if enough and there >= _TIMES_HUMAN * here:
            chosen.append(mined)
    return chosen


def _sources(rows: Sequence[Mined], sentences: Iterable[Sentence]) -> dict[str, set[str]]:
    book = _book(rows)
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        source, target = sentence.source, sentence.target
        if source and sentence.language == "en":
            for verdict in _said(book, pairs(source, target, parallel(source, target), "en")):
                found[verdict.row].add(sentence.origin)
    return found


def write(rows: Sequence[Mined], path: Path = SENSES) -> None:
    """Put mined rows in the place of those mined before; rows made by hand stay."""
    kept = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.rpartition("\t")[2].startswith("mined: ")
    ]
    by_hand = {row.name for row in load(path) if not row.attested}
    lines = sorted(mined.line for mined in rows if mined.row.name not in by_hand)
    path.write_text("\n".join([*kept, *lines]) + "\n", encoding="utf-8", newline="\n")


@click.command()
@click.option("--write", "writing", is_flag=True, help="Put the rows into senses.tsv.")
def main(writing: bool) -> None:
    """Mine rows of wrong renderings, and measure them on sources they were not mined from."""
    data = data_folder()
    folder = data.parent / "gold" / "ro-mqm"
    if not folder.is_dir():
        sys.exit(f"mtqa.workshop.mine: {folder} is not there; set MTQA_DATA to the data folder")
    gold = [text for part in ("train", "fables") for text in read_gold(folder / part)]
    seen, human = observe(gold, data)
    annotated = [Annotated.of(text) for text in gold]
    found = cross_validated(annotated, seen, human)
    spans = sum(len(text.spans) for text in gold)
    click.echo(
        f"on sources left out: {found.issues} issues of {found.rows} rows, {found.true} right "
        f"({found.true / max(found.issues, 1):.2f}), {found.spans} of {spans} gold spans"
    )
    rows = verified(candidates(seen, human), annotated)
    chosen = speaking(rows, data)
    click.echo(f"{len(rows)} rows mined, {len(chosen)} speak on enough sources")
    if writing:
        write(chosen)
        click.echo(SENSES)


if __name__ == "__main__":
    main()
