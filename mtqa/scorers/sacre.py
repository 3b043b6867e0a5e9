"""BLEU, chrF++ and TER as sacreBLEU computes them (Post 2018, "A call for clarity in reporting BLEU
scores"), with its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtqa.errors import MissingExtra
from mtqa.scorers.protocol import Sample, Scores, require_texts

#: The name that sacreBLEU's classes have, and their options, by ours.
_KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "bleu": ("BLEU", {}),
    "chrf": ("CHRF", {"word_order": 2}),
    "ter": ("TER", {}),
}
NAMES = tuple(_KINDS)


class SacreMetric:
    """One of sacreBLEU's metrics: ``bleu``, ``chrf`` (chrF++), ``ter``.

    Corpus scores are those of the command ``sacrebleu`` to the last digit. A segment's BLEU uses
    the effective order, as sacreBLEU advises.

    Raises:
        MissingExtra: sacrebleu is not installed.
    """

    needs_source = False
    needs_reference = takes_reference = True
    segments_average = False

    def __init__(self, name: str) -> None:
        self.name = name
        self.version = _version()
        self.lower_is_better = name == "ter"
        self._corpus = _made(name)
        self._segment = _made(name, effective_order=True) if name == "bleu" else self._corpus

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Scores of 0 to 100 (TER: 0 and above, lower is better)."""
        require_texts(self, samples)
        if not samples:
            return Scores((), 0.0, "")
        # extracted once, for segments, corpus and resampling: for TER that is nearly all the work
        rows = self._corpus._extract_corpus_statistics(
            [sample.target for sample in samples], [[sample.reference or "" for sample in samples]]
        )
        each = tuple(float(self._segment._aggregate_and_compute([row]).score) for row in rows)
        whole = float(self._corpus._aggregate_and_compute(rows).score)
        return Scores(each, whole, str(self._corpus.get_signature()), statistics=rows)

    def from_statistics(self, sums: Sequence[float]) -> float:
        """The corpus score of summed statistics."""
        rounded = [round(value) for value in sums] if self.name == "bleu" else list(sums)
        return float(self._corpus._compute_score_from_stats(rounded).score)


def _version() -> str:
    try:
        import sacrebleu
    except ImportError:
        raise MissingExtra("sacrebleu", "metrics") from None
    return str(sacrebleu.__version__)


def _made(name: str, **options: Any) -> Any:
    from sacrebleu import metrics

    kind, own = _KINDS[name]
    return getattr(metrics, kind)(**own, **options)
