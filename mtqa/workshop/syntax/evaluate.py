"""Measure ``mtqa-ro-core``: ``python -m mtqa.workshop.syntax.evaluate [FOLDER]``.

The treebank's test part is read as running text: every document is cut into sentences and tokens
by mtqa itself, and a token that is cut otherwise than in the treebank counts as wrong in all
columns. Names are those of RONEC 2's test part, exact spans.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from mtqa.languages.ro.parse import Parse, Word, analyse, folder_of
from mtqa.workshop.syntax.entities import ronec2
from mtqa.workshop.syntax.treebank import Sentence, conllu

_COLUMNS = ("UPOS", "features", "lemmas", "UAS", "LAS")


@dataclass(slots=True)
class Tally:
    """How many tokens there are, and how many are right in each column.

    Attributes:
        tokens: of the treebank.
        marks: those of them that are punctuation.
        right: by column.
        words: the same without punctuation.
        by_relation: of each relation the tokens of the treebank and those that are right.
    """

    tokens: int = 0
    marks: int = 0
    right: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    by_relation: dict[str, list[int]] = field(default_factory=dict)


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--part", default="test", type=click.Choice(["test", "dev"]), help="Of the treebank.")
@click.option("--relations", is_flag=True, help="Each relation by itself, too.")
def main(folder: Path | None, part: str, relations: bool) -> None:
    """Print how good the pipeline of FOLDER is, or the installed one."""
    data = Path(os.environ.get("MTQA_DATA", "../shared/data"))
    wanted = str(folder) if folder else "on"
    for said in _load(wanted):
        click.echo(said)
    sentences = conllu(data / "ud-ro-rrt" / f"ro_rrt-ud-{part}.conllu")
    start = time.process_time()
    found = measured(sentences, wanted)
    spent = time.process_time() - start
    shares = (f"{name} {found.right[name] / found.tokens:.4f}" for name in _COLUMNS)
    click.echo(f"treebank {part}, {found.tokens:,} tokens, as running text: {', '.join(shares)}")
    words = found.tokens - found.marks
    spacys = (f"{name} {found.words[name] / words:.4f}" for name in ("UAS", "LAS"))
    click.echo(f"  without punctuation, as spaCy counts: {', '.join(spacys)}")
    click.echo(f"{found.tokens / spent:,.0f} words/s on one core, names included")
    if relations:
        for name, (all_, right) in sorted(found.by_relation.items(), key=lambda row: -row[1][0]):
            click.echo(f"  {name:12} {all_:5} {right / all_:.3f}")
    for said in names(ronec2(data / "ronec" / "v2" / "test.json"), wanted):
        click.echo(said)


def _load(wanted: str) -> Iterable[str]:
    """Size, time to load and memory."""
    from mtqa.languages.ro.parse import load

    folder = folder_of(wanted)
    assert folder is not None
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    yield f"{size / 1e6:.1f} MB in {folder}"
    before, start = _memory(), time.process_time()
    load(folder)
    spent = time.process_time() - start
    more = _memory() - before
    yield f"loaded in {spent:.2f} s of processor time with spaCy, {more:,.0f} MB more memory"


def _memory() -> float:
    """Megabytes that the process has held at most."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(sentences: Sequence[Sentence], wanted: str) -> Tally:
    """The words of a treebank analysed and compared."""
    found = Tally()
    for document in _documents(sentences):
        text, spans = _text(document)
        parse = analyse(text, wanted)
        assert parse is not None
        by_span = {(word.start, word.end): word for word in parse.words}
        for sentence, places in zip(document, spans, strict=True):
            _compare(sentence, places, by_span, parse, found)
    return found


def _documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    documents: list[list[Sentence]] = []
    for sentence in sentences:
        if not documents or documents[-1][-1].document != sentence.document:
            documents.append([])
        documents[-1].append(sentence)
    return documents


def _text(
    document: Iterable[Sentence], between: str = " "
) -> tuple[str, list[list[tuple[int, int]]]]:
    """Running text, and the span of every token of every sentence."""
    text, spans = "", []
    for sentence in document:
        inside = []
        for token in sentence.tokens:
            inside.append((len(text), len(text) + len(token.form)))
            text += token.form + " " * token.space
        spans.append(inside)
        text = text.rstrip() + between
    return text, spans


def _compare(
    sentence: Sentence,
    places: Sequence[tuple[int, int]],
    by_span: dict[tuple[int, int], Word],
    parse: Parse,
    found: Tally,
) -> None:
    for token, place in zip(sentence.tokens, places, strict=True):
        assert token.head is not None
        word = by_span.get(place)
        row = found.by_relation.setdefault(token.deprel, [0, 0])
        found.tokens += 1
        found.marks += token.deprel == "punct"
        row[0] += 1
        if word is None:
            continue
        said = "|".join(f"{name}={value}" for name, value in word.feats.items())
        head = parse.words[word.head]
        attached = (head.start, head.end) == places[token.head]
        labelled = attached and word.deprel == token.deprel
        right = (
            word.upos == token.upos, set(said.split("|")) == set(token.feats.split("|")),
            word.lemma == token.lemma, attached, labelled,
        )  # fmt: skip
        row[1] += labelled
        kinds = [name for name, yes in zip(_COLUMNS, right, strict=True) if yes]
        found.right.update(kinds)
        if token.deprel != "punct":
            found.words.update(kinds)


def names(sentences: Sequence[Sentence], wanted: str) -> Iterable[str]:
    """Precision, recall and F1 of names, by label and together."""
    seen: Counter[tuple[str, str]] = Counter()
    text, spans = _text(sentences, "\n")
    parse = analyse(text, wanted)
    assert parse is not None
    rows = zip(sentences, spans, strict=True)
    gold = {name for sentence, places in rows for name in _gold(sentence, places)}
    mine = {(name.start, name.end, name.label) for name in parse.entities}
    for kind, those in (("gold", gold), ("found", mine), ("right", gold & mine)):
        seen.update((kind, label) for _, _, label in those)
        seen[kind, "all"] = len(those)
    seen["right", "untyped"] = len({g[:2] for g in gold} & {m[:2] for m in mine})
    yield f"names, RONEC 2 test, {len(sentences):,} sentences: {_f1(seen, 'all', 'all')}"
    yield f"  whatever the label: {_f1(seen, 'untyped', 'all')}"
    for label in sorted({label for _, label in seen} - {"all", "untyped"}):
        yield f"  {label:12} {_f1(seen, label, label)}"


def _gold(sentence: Sentence, places: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, str]]:
    opened: tuple[int, str] | None = None
    end = 0
    for token, (start, stop) in zip(sentence.tokens, places, strict=True):
        if opened and not token.entity.startswith("I-"):
            yield opened[0], end, opened[1]
            opened = None
        if token.entity.startswith("B-"):
            opened = start, token.entity[2:]
        end = stop
    if opened:
        yield opened[0], end, opened[1]


def _f1(seen: Counter[tuple[str, str]], right: str, among: str) -> str:
    yes, gold, found = seen["right", right], seen["gold", among], seen["found", among]
    precision, recall = yes / max(found, 1), yes / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f}, {gold:,} names)"


if __name__ == "__main__":
    main()
