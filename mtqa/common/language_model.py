"""The options of a language model behind a server with the chat-completions interface."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0)]
Price = Annotated[float, msgspec.Meta(ge=0)]


class LanguageModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[judge.model]``: which model is asked, about how much, and what it may cost.

    Attributes:
        url: of the server, up to ``/v1``; empty means that nothing is asked and nothing is sent.
        name: what the server calls the model.
        share: of the segments, above 0 up to 1: those that mtqa is least sure of are asked about.
        batch: segments a request.
        context: sentences before a segment that the model is shown.
        concurrency: requests at once, of each process.
        timeout: seconds that one request may take.
        retries: further tries of a request that failed for the time being.
        budget: tokens, in and out, that one run may use; 0 sets no limit.
        price_in, price_out: of a million tokens, in any currency, for the estimate.
        cache: file that remembers answers; empty means one in the user's cache folder.
        answers: how the answer is held to its form: by a JSON schema, as JSON, as text, or the
            strictest that the server takes.
        answer_tokens: the longest answer, in tokens a segment.
        body: further fields of the request, as the server knows them.
        dry_run: send nothing, and show what would be sent.
    """

    url: str = ""
    name: str = ""
    share: Annotated[float, msgspec.Meta(gt=0, le=1)] = 1.0
    batch: Annotated[int, msgspec.Meta(ge=1, le=100)] = 8
    context: Annotated[int, msgspec.Meta(ge=0, le=20)] = 2
    concurrency: Annotated[int, msgspec.Meta(ge=1, le=64)] = 4
    timeout: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 120.0
    retries: Annotated[int, msgspec.Meta(ge=0, le=20)] = 4
    budget: Count = 0
    price_in: Price = 0.0
    price_out: Price = 0.0
    cache: str = ""
    answers: Literal["auto", "schema", "json", "text"] = "auto"
    answer_tokens: Annotated[int, msgspec.Meta(ge=50, le=20_000)] = 400
    body: dict[str, Any] = {}
    dry_run: bool = False

    def __post_init__(self) -> None:
        for name in ("share", "timeout", "price_in", "price_out"):
            if not math.isfinite(getattr(self, name)):
                raise ValueError(f"{name} is {getattr(self, name)}; give a number")

    @property
    def telling(self) -> LanguageModel:
        """The options that can change what a run says; how it gets there is left out, so that it
        can be resumed with a larger budget or another pace."""
        return LanguageModel(
            url=self.url,
            name=self.name,
            share=self.share,
            context=self.context,
            answers=self.answers,
            body=self.body,
        )
