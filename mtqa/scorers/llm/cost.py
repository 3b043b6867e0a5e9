"""What asking costs, in tokens and money, before anything is asked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mtqa.common.language_model import LanguageModel
from mtqa.model import Ui
from mtqa.scorers.llm.prompt import Question, messages

#: Code points of Romanian and its sources that make a token: of current tokenizers the worst cut
#: Romanian into pieces of two and a half, so that a request is hardly ever longer than this says.
_A_TOKEN = 2.5
#: Tokens that a message costs beside its text.
_BESIDE = 8
#: Tokens of a usual answer about one segment: its number, its score and an error or two.
_USUAL = 120


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking will take.

    Attributes:
        segments: that are asked about.
        requests: that are sent.
        tokens_in, tokens_out: at a guess that is rather too high.
        price: in the currency of the settings' prices; None where they name none.
    """

    segments: int
    requests: int
    tokens_in: int
    tokens_out: int
    price: float | None

    def __str__(self) -> str:
        price = "" if self.price is None else f", about {self.price:.2f} in your currency"
        return (
            f"about {self.segments:,} segments in {self.requests:,} requests, "
            f"{self.tokens_in:,} tokens in and {self.tokens_out:,} out{price}"
        )


def tokens(text: str) -> int:
    """The tokens of a text, at a guess that is rather too high."""
    return math.ceil(len(text) / _A_TOKEN)


def of_request(shown: Sequence[Mapping[str, str]]) -> int:
    """The tokens of the messages of one request."""
    return sum(tokens(message["content"]) + _BESIDE for message in shown)


def price_of(settings: LanguageModel, tokens_in: int, tokens_out: int) -> float | None:
    """What so many tokens cost; None where the settings name no price."""
    if not (settings.price_in or settings.price_out):
        return None
    return (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1_000_000


def estimate(questions: Iterable[Question], settings: LanguageModel, ui: Ui) -> Estimate:
    """What it takes to ask about a share of these segments, whichever they are.

    Args:
        questions: all of them.
        settings: the share, the batches and the prices.
        ui: the language of the reasons.
    """
    number = size = 0
    for question in questions:
        number += 1
        size += of_request(messages([question], ui)[1:])
    asked = math.ceil(number * settings.share)
    requests = math.ceil(asked / settings.batch)
    told = of_request(messages([], ui)[:1])
    tokens_in = requests * told + round(size * settings.share)
    tokens_out = asked * _USUAL
    return Estimate(
        asked, requests, tokens_in, tokens_out, price_of(settings, tokens_in, tokens_out)
    )
