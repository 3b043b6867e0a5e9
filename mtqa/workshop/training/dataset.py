"""What each pass of the training sees: judged, agreed on and spoilt pairs, some without source."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.knowledge import comma, without_marks
from mtqa.workshop.perturbations.bitext import LANGUAGES, Pair, read_pairs
from mtqa.workshop.training import glosses, labels_mlqe, labels_systems, romanian_news
from mtqa.workshop.training.corruptions import Spoiler
from mtqa.workshop.training.examples import Example

#: Of NTREX's documents every third is learnt from; on the others false alarms are counted.
NTREX_SHARE = 3
#: The systems of ``mt-en-ro`` that are good enough to be spoilt, and learnt to be guessed.
GOOD_SYSTEMS = ("google", "microsoft")
#: Pairs of RO-STS in a pass: captions and headlines, shorter than what mtqa reads.
STS = 2000
EDITED = 1200
#: Sentences of Romanian news in a pass, half of them spoilt.
NEWS = 3000
#: Share of the Romanian targets that lose their diacritics: much of the web is written without.
BARE = 0.1
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
        self.news = romanian_news.read(folder)
        self.clean = [*_ntrex(folder / "ntrex"), *self._references()]
        self.sts = _sts(folder / "ro-sts")
        self.spoiler = Spoiler(
            seed,
            [*(row.romanian for row in self.judged), *(row.reference for row in self.translated)],
            [(row.target, row.source) for row in self.clean if row.language == "en"],
        )

    @cached_property
    def agreed(self) -> list[dict[str, float]]:
        """How far the systems agree with each other, by row; it takes most of a minute."""
        return labels_systems.agreement(self.translated)

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
            *labels_systems.examples(self.translated, self.agreed),
            *self.spoilt(rng),
        ]
        # half of the Romanian of MLQE is Wikipedia as people write it: right, whatever its source
        romanian += list(self._alone(rng.sample(self.judged, EDITED)))
        for at, example in enumerate(romanian):
            weak = example.origin == "mlqe en-ro"  # there the source is what is wrong
            if example.source is not None and not weak and rng.random() < BLIND:
                romanian[at] = example.blind()
        romanian += self.from_news(rng)
        for at, example in enumerate(romanian):
            if rng.random() < BARE:
                romanian[at] = bare(example)
        return [*labels_mlqe.forward(self.judged), *romanian]

    def judgements(self, number: int) -> list[Example]:
        """The judged pairs of one pass, and half of them turned round."""
        return [
            *labels_mlqe.forward(self.judged),
            *labels_mlqe.backward(self.judged[number % 2 :: 2]),
        ]

    def parallel(self) -> list[Example]:
        """Pairs to pretrain on, without labels, and Romanian news without a source.

        Reversed pairs keep the English words known; the text closest to news counts twice.
        """
        rng = random.Random(self.seed)
        texts: list[tuple[str, str | None]] = [(row.target, row.source) for row in self.sts]
        near: list[tuple[str, str | None]] = [(row.target, row.source) for row in self.clean]
        near += [(row.romanian, row.post_edit) for row in self.judged]
        texts += near * 2
        if glosses.installed():
            texts += glosses.glosses()
        for row in self.translated:
            texts += [(row.outputs[system], row.source) for system in GOOD_SYSTEMS]
        texts += [(line, None) for line in self.news]
        pairs = [
            bare(pair) if rng.random() < BARE else pair
            for pair in (Example(target, source) for target, source in texts)
        ]
        pairs += [Example(row.post_edit, row.romanian) for row in self.judged]
        pairs += [Example(row.source, row.reference) for row in self.translated]
        pairs += [Example(row.source, row.target) for row in self.sts[::2]]
        return pairs

    def from_news(self, rng: random.Random) -> Iterator[Example]:
        """Sentences of Romanian news without a source, every other one spoilt."""
        picked = rng.sample(self.news, min(NEWS, len(self.news)))
        for number, line in enumerate(picked):
            if number % 2:
                spoilt = self.spoiler.spoil(line, None, "", "news")
                yield replace(spoilt, score_weight=spoilt.score_weight / 2)
            else:
                yield Example(line, None, bad=(), garbled=(), origin="news romanian")

    def _alone(self, rows: Sequence[labels_mlqe.Judged]) -> Iterator[Example]:
        for row in rows:
            yield Example(row.romanian, None, bad=(), garbled=(), origin="mlqe romanian")

    def spoilt(self, rng: random.Random) -> Iterator[Example]:
        """Translations of people and of good systems, most of them spoilt on purpose."""
        good = [
            Clean(row.outputs[system], row.source, "en")
            for row in self.translated
            for system in GOOD_SYSTEMS
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


def bare(example: Example) -> Example:
    """The same without Romanian diacritics; marks stay where they are."""
    return replace(example, target=without_marks(comma(example.target)))


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


def unseen(folder: Path, language: str) -> Iterator[Pair]:
    """The documents of NTREX that the model does not see, from one language (``eng``).

    Raises:
        InputError: a file is missing or broken.
    """
    for number, pair in enumerate(read_pairs(folder, language)):
        if number % NTREX_SHARE:
            yield pair


def _ntrex(folder: Path) -> Iterator[Clean]:
    here = [name for name in LANGUAGES if (folder / f"{name}.txt").is_file()]
    for name in here or LANGUAGES:  # of none there is one line that says what is missing
        for pair in read_pairs(folder, name)[::NTREX_SHARE]:
            for source, target in zip(pair.source, pair.target, strict=True):
                yield Clean(target, source, pair.language)


def _sts(folder: Path) -> list[Clean]:
    def lines(name: str) -> Sequence[str]:
        return (folder / name).read_text(encoding="utf-8").splitlines()

    pairs = zip(lines("train.ro"), lines("train.en"), strict=True)
    return [Clean(target, source, "en") for target, source in pairs if len(target) > 30]
