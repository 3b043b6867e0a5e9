"""What each pass of the training sees: judged, agreed on and spoilt pairs, some without source."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.qe.training import labels_mlqe, labels_systems
from mtqa.qe.training.corruptions import Spoiler
from mtqa.qe.training.examples import Example

#: ISO 639-1 codes of the files of NTREX-128.
NTREX = {"eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu",
         "spa": "es", "ita": "it"}  # fmt: skip
#: Of NTREX's documents every third is learnt from; on the others false alarms are counted.
NTREX_SHARE = 3
#: Pairs of RO-STS in a pass: captions and headlines, shorter than what mtqa reads.
STS = 2000
EDITED = 1200
#: Made-up errors in the last pass.
LAST_SPOILT = 4500
#: Share of the Romanian targets whose source is hidden.
BLIND = 0.22


@dataclass(frozen=True, slots=True)
class Clean:
    """A human translation: target, source and the source's language."""

    target: str
    source: str
    language: str


class TrainingData:
    """The data of ``MTQA_DATA``, as far as it may be learnt from.

    Left out: ``himl-da-en-ro`` (no commercial use), newstest (research only), ``test20`` and the
    judgements of ``dev`` (to test on), and sentences whose annotated translation is tested on.

    Args:
        folder: the data.
        tested: sources that are tested on.
        seed: of every choice.

    Raises:
        MtqaError: the data is not there.
    """

    def __init__(self, folder: Path, tested: frozenset[str], seed: int) -> None:
        if not (folder / "mlqe-pe-ro-en").is_dir():
            raise MtqaError(f"{folder}: no training data there; set MTQA_DATA to its folder")
        self.seed = seed
        self.judged = labels_mlqe.read(folder / "mlqe-pe-ro-en", "train")
        self.translated = labels_systems.read(folder / "mt-en-ro", tested)
        self.clean = [*_ntrex(folder / "ntrex"), *self._references()]
        self.sts = _sts(folder / "ro-sts")
        self.spoiler = Spoiler(
            seed,
            [*(row.romanian for row in self.judged), *(row.reference for row in self.translated)],
            [(row.target, row.source) for row in self.clean if row.language == "en"],
        )

    def _references(self) -> Iterator[Clean]:
        for row in self.translated:
            yield Clean(row.reference, row.source, "en")

    def running_text(self) -> dict[str, list[str]]:
        """Text by language, for choosing the pieces."""
        texts: dict[str, list[str]] = {"ro": [row.romanian for row in self.judged]}
        texts["en"] = [row.english for row in self.judged]
        for row in self.clean:
            texts["ro"].append(row.target)
            texts.setdefault(row.language, []).append(row.source)
        return texts

    def one_pass(self, number: int) -> list[Example]:
        """All examples of one pass; corruptions and what is hidden differ from pass to pass."""
        rng = random.Random(self.seed * 100 + number)
        romanian = [
            *labels_mlqe.backward(self.judged[number % 2 :: 2]),
            *labels_mlqe.edited(rng.sample(self.judged, EDITED)),
            *labels_systems.examples(self.translated),
            *self._spoilt(rng),
        ]
        # half of the Romanian of MLQE is Wikipedia as people write it: right, whatever its source
        romanian += list(self._alone(rng.sample(self.judged, EDITED)))
        for at, example in enumerate(romanian):
            weak = example.origin == "mlqe en-ro"  # there the source is what is wrong
            if example.source is not None and not weak and rng.random() < BLIND:
                romanian[at] = example.blind()
        return [*labels_mlqe.forward(self.judged), *romanian]

    def last_pass(self) -> list[Example]:
        """What the model sees at the end: real translations and human text, few made-up errors.

        Made-up errors are easier than real ones, and what people write is freer than what machines
        do; this pass sets how probable an error is in text as it comes.
        """
        rng = random.Random(self.seed * 100 - 1)
        found = [replace(e, bad_weight=1.0) for e in labels_systems.examples(self.translated)]
        found += [replace(_right(row), bad_weight=1.0) for row in self.clean]
        found += list(self._alone(rng.sample(self.judged, 2 * EDITED)))
        found += rng.sample(list(self._spoilt(rng)), LAST_SPOILT)
        found = [e.blind() if e.source and rng.random() < BLIND else e for e in found]
        found += list(labels_mlqe.forward(self.judged))
        # the judgement alone: in a newsroom's pair it is never the source that is wrong
        found += [
            replace(e, bad=None)
            for e in labels_mlqe.backward(rng.sample(self.judged, min(2000, len(self.judged))))
        ]
        return found

    def _alone(self, rows: Sequence[labels_mlqe.Judged]) -> Iterator[Example]:
        for row in rows:
            yield Example(row.romanian, None, bad=(), garbled=(), origin="mlqe romanian")

    def _spoilt(self, rng: random.Random) -> Iterator[Example]:
        good = [
            Clean(row.outputs[system], row.source, "en")
            for row in self.translated
            for system in ("google", "microsoft")
        ]
        for row in [*self.clean, *rng.sample(self.sts, STS)]:
            if rng.random() < 0.35:
                yield _right(row)
            else:
                yield self.spoiler.spoil(row.target, row.source, row.language, "human")
        for row in rng.sample(good, len(good) // 2):
            yield self.spoiler.spoil(row.target, row.source, row.language, "machine")
        for judged in rng.sample(self.judged, EDITED):
            yield self.spoiler.spoil(judged.romanian, None, "", "romanian")


def _right(row: Clean) -> Example:
    return Example(
        row.target,
        row.source,
        1.0,
        score_weight=0.3,
        bad=(),
        garbled=(),
        omitted=(),
        origin="human",
    )


def learnt_from(folder: Path) -> set[str]:
    """The documents of NTREX that the model sees."""
    rows = (folder / "documents.tsv").read_text(encoding="utf-8").split("\n")
    return set(list(dict.fromkeys(row for row in rows if row))[::NTREX_SHARE])


def _ntrex(folder: Path) -> Iterator[Clean]:
    documents = (folder / "documents.tsv").read_text(encoding="utf-8").splitlines()
    seen = learnt_from(folder)
    targets = (folder / "ron.txt").read_text(encoding="utf-8").splitlines()
    for name, language in NTREX.items():
        sources = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for document, source, target in zip(documents, sources, targets, strict=True):
            if document in seen:
                yield Clean(target, source, language)


def _sts(folder: Path) -> list[Clean]:
    def lines(name: str) -> Sequence[str]:
        return (folder / name).read_text(encoding="utf-8").splitlines()

    pairs = zip(lines("train.ro"), lines("train.en"), strict=True)
    return [Clean(target, source, "en") for target, source in pairs if len(target) > 30]
