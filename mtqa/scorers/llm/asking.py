"""Questions in, answers out: remembered ones first, the rest in batches, several at once."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import Any, Literal, NamedTuple

from mtqa.common.language_model import LanguageModel
from mtqa.model import Ui
from mtqa.scorers.llm import answers
from mtqa.scorers.llm.answers import Said
from mtqa.scorers.llm.cache import Cache, Used, key_of, place_of
from mtqa.scorers.llm.cost import of_request
from mtqa.scorers.llm.prompt import Question, messages
from mtqa.scorers.llm.server import ModelError, Server, TooLong, Unanswered

#: What the processes of one run call it; workers inherit it from the process that began.
RUN = "MTQA_LLM_RUN"
#: So many requests in a row without an answer, and the server counts as down.
_PATIENCE = 4

#: Why a segment has no answer: the model gave none that can be used, the budget is spent, or the
#: server failed.
Lack = Literal["unusable", "budget", "failed"]


class Reply(NamedTuple):
    """What there is for one question: an answer, or why there is none."""

    said: Said | None
    lack: Lack | None = None


class _Spent(Exception):
    """The budget has no room for a request."""


class Asker:
    """Asks one model, within the run's budget; make it once.

    Args:
        settings: which model, and how.
        ui: the language of its reasons.
        sleep: waits between tries, in seconds.

    Attributes:
        shown: requests that were not sent, in a dry run.
        spent: whether the budget had no room for a request.

    Raises:
        MtqaError: the settings mean nothing, or the cache cannot be used.
    """

    def __init__(
        self, settings: LanguageModel, ui: Ui, *, sleep: Callable[[float], None] | None = None
    ) -> None:
        self.settings, self.ui = settings, ui
        self._server = Server(settings, **({"sleep": sleep} if sleep else {}))
        self.shown: list[dict[str, Any]] = []
        self.spent = False
        self._failed, self._lock = 0, Lock()
        self._down: ModelError | None = None

    @cached_property
    def _cache(self) -> Cache:
        run = os.environ.get(RUN) or uuid.uuid4().hex
        return Cache(place_of(self.settings.cache), run)

    def begin(self) -> None:
        """Begin a run, whose use is counted from here: by this and by all processes that this one
        starts from now on.

        Raises:
            MtqaError: the cache cannot be used.
        """
        os.environ[RUN] = uuid.uuid4().hex
        self.__dict__.pop("_cache", None)
        if not self.settings.dry_run:
            self._cache.used()

    def used(self) -> Used:
        """What the run has used so far, in all its processes."""
        return Used() if self.settings.dry_run else self._cache.used()

    def ask(self, questions: Sequence[Question]) -> list[Reply]:
        """A reply to each question, in order. An answer is remembered before the next is awaited.

        Raises:
            ModelError: the model cannot be asked at all; what it has answered is remembered.
        """
        by_key = {self._key(question): question for question in questions}
        if self.settings.dry_run:
            self.shown += [self._request(batch)[0] for batch in self._batches(by_key.values())]
            return [Reply(None) for _ in questions]
        replies = {
            key: Reply(said, None if said else "unusable")
            for key, said in self._cache.get(by_key).items()
        }
        known = sum(self._key(question) in replies for question in questions)
        new = [question for key, question in by_key.items() if key not in replies]
        for question, reply in self._answered(new):
            replies[self._key(question)] = reply
        found = [replies[self._key(question)] for question in questions]
        lacking = sum(reply.said is None for reply in found)
        self._cache.count(asked=len(new), known=known, unanswered=lacking)
        return found

    def _key(self, question: Question) -> str:
        return key_of(question, self.settings.name, self.ui, self.settings.body)

    def _batches(self, questions: Any) -> Iterator[list[Question]]:
        left = iter(questions)
        while batch := list(islice(left, self.settings.batch)):
            yield batch

    def _answered(self, questions: Sequence[Question]) -> Iterator[tuple[Question, Reply]]:
        batches = list(self._batches(questions))
        if len(batches) < 2 or self.settings.concurrency == 1:
            for batch in batches:
                yield from self._batch(batch)
            return
        pool = ThreadPoolExecutor(min(self.settings.concurrency, len(batches)))
        try:
            for found in pool.map(self._batch, batches):
                yield from found
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _batch(self, batch: Sequence[Question]) -> list[tuple[Question, Reply]]:
        """Ask about segments together; those that have no answer then, each by itself."""
        try:
            found = self._asked(batch)
        except _Spent:
            self.spent = True
            return [(question, Reply(None, "budget")) for question in batch]
        except Unanswered as problem:
            self._count_failure(problem)
            return [(question, Reply(None, "failed")) for question in batch]
        except TooLong:
            found = {}
        replies: list[tuple[Question, Reply]] = []
        for number, question in enumerate(batch, 1):
            said = found.get(number)
            if said is None and len(batch) > 1:
                replies += self._batch([question])
                continue
            self._cache.put(self._key(question), said)
            replies.append((question, Reply(said, None if said else "unusable")))
        return replies

    def _asked(self, batch: Sequence[Question]) -> dict[int, Said]:
        """What the model says of a batch.

        Raises:
            _Spent: the budget has no room for it.
            Unanswered, TooLong, ModelError: as the server does.
        """
        if self._down is not None:
            raise self._down
        _, expected_in, longest = self._request(batch)
        reserved = expected_in + longest

        def trying() -> Callable[[bool], None]:
            if not self._cache.reserve(reserved, self.settings.budget):
                raise _Spent
            # what was on its way for long may be charged: it stays set aside
            return lambda free: self._cache.settle(reserved, 0, 0) if free else None

        try:
            answer = self._server.ask(messages(batch, self.ui), longest, trying)
        except ModelError as problem:
            self._down = problem
            raise
        self._failed = 0
        used_in = expected_in if answer.tokens_in is None else answer.tokens_in
        used_out = len(answer.content) if answer.tokens_out is None else answer.tokens_out
        self._cache.settle(reserved, max(used_in, 0), max(used_out, 0))
        return answers.read(answer.content, len(batch), truncated=answer.truncated)

    def _request(self, batch: Sequence[Question]) -> tuple[dict[str, Any], int, int]:
        """The request about a batch, its tokens, and those of the longest answer."""
        shown = messages(batch, self.ui)
        longest = self.settings.answer_tokens * len(batch)
        return self._server.body(shown, longest), of_request(shown), longest

    def _count_failure(self, problem: Unanswered) -> None:
        """Give up for good after so many requests in a row without an answer.

        Raises:
            ModelError: there were so many.
        """
        with self._lock:
            self._failed += 1
            if self._failed < _PATIENCE:
                return
            self._down = ModelError(
                f"the model {self.settings.name} has not answered {self._failed} requests in a row "
                f"({problem}); what it answered before is remembered, try again later"
            )
        raise self._down
