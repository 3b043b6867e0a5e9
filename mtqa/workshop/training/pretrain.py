"""What the body learns before it sees a judgement: which words belong into a translation.

Two steps, both on parallel text that nobody judged. A language model learns to guess hidden words
of a target from the rest and from its source (Conneau and Lample 2019, translation language
modelling). Then the network learns to spot the words that such a model has put in the place of the
right ones (Clark et al. 2020, ELECTRA): fluent words that fit their neighbours and not the source
are the errors of a good translation system, and there is no end of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from mtqa.scorers.qe.encode import PADDING
from mtqa.workshop.training.device import autocast
from mtqa.workshop.training.examples import Batch, Example, endless
from mtqa.workshop.training.network import Estimator, freeze_tables, run_layers, tagging_loss
from mtqa.workshop.training.vocabulary import SPECIAL, UNKNOWN

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Say = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the pretraining: how many updates, of how many pairs, at which highest rate."""

    steps: int
    batch: int
    rate: float


#: Share of the target's words that are hidden from the language model, and of the sources.
_MASKED, _BLIND = 0.2, 0.35
#: Share of the target's words that are replaced, least and most; mostly near the least.
_REPLACED = 0.05, 0.25
#: Share of the pairs whose source the language model does not see when it replaces words: what it
#: says then is Romanian, but not what the source says.
_UNFAITHFUL = 0.6
#: Share of the pairs whose source the network does not see.
_ALONE = 0.25
#: How much more a replaced word counts than one that is left.
RARE = 2.0


class Guesser(nn.Module):  # type: ignore[misc, unused-ignore]
    """A language model on the body; what it says is measured against the frozen embeddings.

    Args:
        body: a ``transformers.BertModel``.
    """

    def __init__(self, body: Any) -> None:
        super().__init__()
        hidden = body.config.hidden_size
        self.body = freeze_tables(body)
        self.mask = nn.Parameter(torch.zeros(hidden))
        self.transform = nn.Sequential(
            nn.Linear(hidden, hidden), nn.GELU(), nn.LayerNorm(hidden), nn.Linear(hidden, hidden)
        )
        self.scale = nn.Parameter(torch.tensor(1.0))
        self.bias = nn.Parameter(torch.zeros(body.config.vocab_size))

    def forward(
        self, ids: torch.Tensor, masked: torch.Tensor, present: torch.Tensor
    ) -> torch.Tensor:
        """Logits of the masked pieces, in order: (masked pieces, vocabulary)."""
        table = self.body.embeddings.word_embeddings
        words = table(ids.masked_fill(masked, UNKNOWN)) + masked.unsqueeze(-1) * self.mask
        hidden = run_layers(self.body, self.body.embeddings(inputs_embeds=words), present)
        guessed = self.transform(hidden[masked])
        return guessed @ table.weight.t() * self.scale + self.bias


class Replacer:
    """Puts the language model's words in the place of some of a target's.

    Args:
        guesser: the language model.
        tokenizer: its tokenizer.
        device: where it computes.
    """

    def __init__(self, guesser: Guesser, tokenizer: Tokenizer, device: str) -> None:
        self.guesser, self.device = guesser, device
        pieces = [tokenizer.id_to_token(n) or "" for n in range(tokenizer.get_vocab_size())]
        self._begins = torch.tensor([piece.startswith("▁") for piece in pieces], device=device)

    def words(self, ids: torch.Tensor) -> torch.Tensor:
        """For each piece the number of its word in the row."""
        return torch.cumsum(self._begins[ids].long(), 1)

    def some_words(
        self, ids: torch.Tensor, sides: torch.Tensor, rate: torch.Tensor | float
    ) -> torch.Tensor:
        """Whole words of the target, each with probability ``rate``."""
        drawn = torch.rand(ids.shape, device=ids.device)
        words = self.words(ids).clamp(max=ids.shape[1] - 1)
        return (torch.gather(drawn, 1, words) < rate) & (sides == 1)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
    def replace(self, ids: torch.Tensor, sides: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Pairs with some words replaced, and for each piece whether its word is another: 1 or 0.

        A piece that begins a word gives way to one that does, so that words stay apart.
        """
        self.guesser.eval()
        low, high = _REPLACED
        rate = low + (high - low) * torch.rand(len(ids), 1, device=ids.device) ** 2
        masked = self.some_words(ids, sides, rate)
        if not masked.any():
            return ids, torch.zeros(ids.shape, device=ids.device)
        seen, _ = without_source(ids, sides, _UNFAITHFUL)
        with autocast(self.device):
            logits = self.guesser(seen, masked, (seen != PADDING).long()).float()
        logits[:, : len(SPECIAL)] = -1e4
        alike = self._begins[ids[masked]].unsqueeze(-1) == self._begins
        drawn = torch.distributions.Categorical(logits=logits.masked_fill(~alike, -1e4)).sample()
        replaced = ids.clone()
        replaced[masked] = drawn
        words = self.words(ids)
        changed = torch.zeros(len(ids), ids.shape[1] + 1, device=ids.device)
        changed = changed.scatter_reduce(1, words, (replaced != ids).float(), "amax")
        return replaced, torch.gather(changed, 1, words) * (sides == 1)


def without_source(
    ids: torch.Tensor, sides: torch.Tensor, rate: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Pieces and sides of pairs, a share of them without their source."""
    places = torch.arange(ids.shape[1], device=ids.device)
    # the target's last piece and the mark that ends it stay
    last = ((sides == 1) * places).amax(1, keepdim=True) + 1
    hidden = (torch.rand(len(ids), 1, device=ids.device) < rate) & (places > last)
    return ids.masked_fill(hidden, PADDING), sides.masked_fill(hidden, 0)


def learn_to_guess(
    replacer: Replacer, tokenizer: Tokenizer, pairs: Sequence[Example], stage: Stage, say: Say
) -> None:
    """Train the language model of `replacer` on pairs."""
    guesser, device = replacer.guesser, replacer.device

    def loss(batch: Batch) -> torch.Tensor:
        ids, sides = on(device, batch)
        masked = replacer.some_words(ids, sides, _MASKED)
        right = ids[masked]
        seen, _ = without_source(ids, sides, _BLIND)
        with autocast(device):
            logits = guesser(seen, masked, (seen != PADDING).long())
        # the mean of no word at all is no number
        return nn.functional.cross_entropy(logits.float(), right, reduction="sum") / max(
            1, len(right)
        )

    _learn(guesser, loss, endless(tokenizer, pairs, stage.batch, 0), stage, "language model", say)


def learn_to_spot(
    model: Estimator,
    replacer: Replacer,
    tokenizer: Tokenizer,
    pairs: Sequence[Example],
    stage: Stage,
    say: Say,
) -> None:
    """Train the first head of `model` to spot what the language model replaced."""

    def loss(batch: Batch) -> torch.Tensor:
        return spotting_loss(model, replacer, batch)

    _learn(model, loss, endless(tokenizer, pairs, stage.batch, 0), stage, "replaced words", say)


def spotting_loss(
    model: Estimator, replacer: Replacer, batch: Batch, frozen: int = 0
) -> torch.Tensor:
    """How badly the first head spots the words that are replaced in a batch just now."""
    ids, sides = on(replacer.device, batch)
    replaced, right = replacer.replace(ids, sides)
    replaced, sides = without_source(replaced, sides, _ALONE)
    with autocast(replacer.device):
        _, marks = model.read(replaced, sides, frozen)
    known = (sides == 1).float().unsqueeze(-1)
    rare = torch.tensor([RARE], device=replacer.device)
    return tagging_loss(marks[..., :1], right.unsqueeze(-1), known, rare).sum()


def on(device: str, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """The pieces of a batch and their sides, on a device."""
    return torch.from_numpy(batch.ids).to(device), torch.from_numpy(batch.sides).to(device)


def _learn(
    model: nn.Module,
    loss_of: Callable[[Batch], torch.Tensor],
    stream: Iterator[Batch],
    stage: Stage,
    name: str,
    say: Say,
) -> None:
    """AdamW; the rate rises in a hundred steps and then falls to nothing."""
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=stage.rate, betas=(0.9, 0.98), weight_decay=0.01)
    started = time.monotonic()
    for step in range(1, stage.steps + 1):
        rate = min(1.0, step / 100) * max(0.02, 1 - step / stage.steps)
        for group in optimizer.param_groups:
            group["lr"] = stage.rate * rate
        model.train()
        loss = loss_of(next(stream))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % 100 == 0 or step == stage.steps:
            passed = time.monotonic() - started
            say(f"{name}: step {step} of {stage.steps}, {passed:.0f} s, loss {loss.item():.3f}")
