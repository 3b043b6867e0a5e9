"""A language model as a metric: ``llm``, for `mtqa evaluate metrics` and `mtqa evaluate system`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mtqa.config import Config
from mtqa.errors import ConfigError, MtqaError
from mtqa.model import ModelSpan
from mtqa.scorers.llm.answers import Said
from mtqa.scorers.llm.asking import Asker, Reply
from mtqa.scorers.llm.prompt import PROMPT_VERSION, Question
from mtqa.scorers.llm.spans import marks
from mtqa.scorers.protocol import Sample, Scores, require_texts


class LlmMetric:
    """The score that the configured language model gives, 0 to 100, and its error spans.

    Every segment is asked about, by itself: a metric that scored a share would be none.

    Args:
        config: ``judge.model`` says whom to ask.
        sleep: waits between tries, in seconds.

    Raises:
        ConfigError: no model is configured.
        MtqaError: the model cannot be asked.
    """

    name = "llm"
    needs_source = False
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = True

    def __init__(
        self, config: Config | None = None, *, sleep: Callable[[float], None] | None = None
    ) -> None:
        if config is None or not config.judge.model.url:
            raise ConfigError("no language model; give --llm URL --llm-model NAME, or judge.model")
        self._asker = Asker(config.judge.model, config.ui, sleep=sleep)
        self.version = f"{config.judge.model.name}, prompt {PROMPT_VERSION}"

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Scores as the model gives them; the corpus score is their mean.

        Raises:
            MtqaError: the model cannot be asked, or gives a segment no score.
        """
        require_texts(self, samples)
        filled = [sample for sample in samples if sample.target.strip()]
        replies = iter(
            self._asker.ask([Question(s.target, s.source, s.source_lang) for s in filled])
        )
        each: list[float] = []
        found: list[tuple[ModelSpan, ...]] = []
        for number, sample in enumerate(samples, 1):
            if not sample.target.strip():
                each.append(0.0)
                found.append(())
                continue
            here = marks(_said(next(replies), number), sample.target, sample.source)
            if here.score is None:
                raise MtqaError(f"the language model gives segment {number} no score from 0 to 100")
            each.append(here.score)
            found.append(here.spans)
        mean = sum(each) / len(each) if each else 0.0
        return Scores(tuple(each), mean, f"llm|{self.version}", tuple(found))


def _said(reply: Reply, number: int) -> Said:
    if reply.said is None:
        why = {"budget": "the budget is spent", "unusable": "its answer cannot be used"}
        raise MtqaError(
            f"the language model does not score segment {number}: "
            f"{why.get(reply.lack or '', 'the server failed')}"
        )
    return reply.said
